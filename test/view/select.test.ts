import { describe, expect, it } from 'vitest';
import type { Analysis, Finding } from '#model/index.ts';
import { instant, toGuid } from '#model/index.ts';
import { type Selection, select } from '#view/select.ts';
import { createWindow, statedTime } from '#view/window.ts';
import { analysisOf, at, meeting, type Person } from '../render/svg/made.ts';

const minute = 60_000;
const board = toGuid('b0a4d000-0000-4000-8000-000000000001');
const all = toGuid('a11a11a1-0000-4000-8000-000000000002');

/**
 * ```
 *         9:00      9:10      9:20      9:30
 * anna    LLLLLLLLLLAAAAAAAAAA
 * bo                               (11:00) AAAA, in a second meeting
 * helga             AAAAAAAAAA
 * ```
 */
const anna: Person = {
  id: 'p1',
  name: 'anna@corp.example',
  displayName: 'Anna A.',
  turns: [
    { state: 'lobby', from: 0 },
    { state: 'active', from: 10 * minute, cause: 'activator-joined', by: 'p2' },
  ],
  left: 20 * minute,
};
const helga: Person = {
  id: 'p2',
  name: 'helga@corp.example',
  role: 'host',
  turns: [{ state: 'active', from: 10 * minute }],
  left: 20 * minute,
};
const bo: Person = { id: 'p3', name: 'bo@corp.example', turns: [{ state: 'active', from: 120 * minute }], left: 130 * minute };
const cy: Person = { id: 'p4', name: 'cy@corp.example', turns: [{ state: 'active', from: 0 }] };

function finding(code: string, space: Finding['space'], participants: readonly string[], from: number | null): Finding {
  const span = { from: from === null ? null : at(from), to: from === null ? null : at(from + minute) };
  return { code, severity: 'info', message: code, space, participants, span, evidence: [] };
}

const whole: Analysis = {
  ...analysisOf([], { end: 180 * minute }),
  spaces: [
    { id: board, name: 'Board', meetings: [meeting([anna, helga]), meeting([bo])] },
    { id: all, name: 'All hands', meetings: [meeting([cy])] },
  ],
  findings: [
    finding('of-anna', board, ['p1', 'p3'], 0),
    finding('of-board', board, [], null),
    finding('of-all-hands', all, [], null),
    finding('of-the-log', null, [], null),
  ],
};

function seen(selection: Partial<Selection>): string {
  const { spaces, findings } = select(whole, { spaces: [], participants: [], window: null, ...selection });
  const shown = spaces.map(
    ({ name, meetings }) => `${name}: ${meetings.map(({ participants }) => participants.map(({ id }) => id).join(' ')).join(' | ')}`,
  );
  return [...shown, findings.map(({ code, participants }) => [code, ...participants].join(' ')).join(', ')].join('\n');
}

const window = (from: string | null, to: string | null) =>
  createWindow({ from: from === null ? null : statedTime(from, 'UTC'), to: to === null ? null : statedTime(to, 'UTC') }, 'UTC');

const everything = 'Board: p1 p2 | p3\nAll hands: p4\nof-anna p1 p3, of-board, of-all-hands, of-the-log';
const onlyBoard = 'Board: p1 p2 | p3\nof-anna p1 p3, of-board, of-the-log';

describe('what is selected', () => {
  it('is everything without a selection', () => {
    expect(seen({})).toBe(everything);
  });

  it.each([
    ['its name', 'board', onlyBoard],
    ['a glob of its name', 'B*d', onlyBoard],
    ['its id', 'B0A4D000-0000-4000-8000-000000000001', onlyBoard],
    ['the beginning of its id', 'b0a4d000', onlyBoard],
    ['another name', 'Boardroom', 'of-the-log'],
  ])('is a space by %s', (_, pattern, expected) => {
    expect(seen({ spaces: [pattern] })).toBe(expected);
  });

  it('is several spaces when several are named', () => {
    expect(seen({ spaces: ['Board', 'All*'] })).toBe(everything);
  });

  it.each([
    ['name', 'anna@*'],
    ['display name', 'Anna ?.'],
    ['name in front of the @', 'anna'],
    ['id in the export', 'p1'],
  ])('is a participant by %s, with the host who let them in, and the findings about them', (_, pattern) => {
    expect(seen({ participants: [pattern] })).toBe('Board: p1 p2\nof-anna p1, of-board, of-the-log');
  });

  it.each([
    ['09:00', '09:05', 'Board: p1 p2\nAll hands: p4\nof-anna p1, of-board, of-all-hands, of-the-log'],
    ['11:05', null, 'Board: p3\nAll hands: p4\nof-board, of-all-hands, of-the-log'],
    ['09:20:01', '10:59', 'All hands: p4\nof-all-hands, of-the-log'],
  ])('is who was there from %s to %s, and who changed their state, then or later', (from, to, expected) => {
    expect(seen({ window: window(from, to) })).toBe(expected);
  });

  it('keeps a participant whole, whatever part of the stay is in the window', () => {
    const { spaces } = select(whole, { spaces: [], participants: [], window: window('09:15', null) });
    expect(spaces[0]?.meetings[0]?.participants[0]?.intervals.map(({ from }) => from)).toEqual([at(0), instant(at(0) + 10 * minute)]);
  });
});
