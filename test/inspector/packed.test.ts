/** Meetings that are packed come out as they went in; what proves them can be left inside. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Evidence, Meeting } from '#model/index.ts';
import { packCrowd } from '#render/inspector/crowd.ts';
import { analyze } from '../../src/analyze.ts';
import { crowdIn, packMeeting, unpackBare, unpackInSteps, unpackMeeting } from '../../src/commands/inspect/packed-meeting.ts';
import { grammar } from '../grammar/support.ts';

const crowd = packCrowd([], (cells) => ({ lobby: Array<number>(cells).fill(1), active: Array<number>(cells).fill(2) }));

function isRecord(value: unknown): value is Evidence {
  return typeof value === 'object' && value !== null && 'input' in value && 'line' in value && 'text' in value;
}

/** A meeting whose records are nothing but proofs. */
function plain(meeting: Meeting, text: (record: Evidence) => string): unknown {
  const replaced = (_key: string, value: unknown): unknown =>
    isRecord(value) ? { input: value.input, line: value.line, text: text(value) } : value;
  return JSON.parse(JSON.stringify(meeting, replaced));
}

const meetings = ['long-meeting-with-several-hosts.log', 'scenario-3-pin-timeout.log', 'scenario-4-member-signs-in.log'].flatMap((name) =>
  analyze([{ name, text: readFileSync(`samples/${name}`) }], { grammar }).spaces.flatMap((space) => space.meetings),
);
const [first] = meetings;
if (first === undefined) throw new Error('the samples hold no meeting');
/** More than one portion. */
const large: Meeting = {
  ...first,
  participants: Array.from({ length: 30 }, (_, turn) => first.participants.map((each) => ({ ...each, id: `${each.id}-${turn}` }))).flat(),
};

describe('a packed meeting', () => {
  it.each([...meetings, large].map((meeting) => [meeting.participants.length, meeting] as const))(
    'of %i participants comes out as it went in',
    (_, meeting) => {
      const packed = packMeeting(meeting, crowd);
      expect(unpackMeeting(packed)).toEqual(plain(meeting, ({ text }) => text));
      expect([...crowdIn(packed)]).toEqual([...crowd]);
    },
  );

  it('without its proofs says where they stand, and ties nothing', () => {
    const bare = unpackBare(packMeeting(large, crowd));
    const untied = { ...large, participants: large.participants.map((each) => ({ ...each, leg: { ...each.leg, ties: [] } })) };
    expect(bare).toEqual(plain(untied, () => ''));
  });

  it('keeps what was one record one', () => {
    for (const { joinedBy, roleEvidence, intervals, leg } of unpackMeeting(packMeeting(large, crowd)).participants) {
      const all = [...roleEvidence, ...intervals.flatMap(({ cause }) => cause.evidence), ...leg.ties.flatMap(({ evidence }) => evidence)];
      for (const record of all) if (record.line === joinedBy?.line) expect(record).toBe(joinedBy);
    }
  });

  it('tells records on one line apart', () => {
    const alike = (turn: number) => ({ input: 'pasted', line: 1, text: `record ${turn}` });
    const participants = first.participants.map((each, turn) => ({ ...each, joinedBy: alike(2 * turn), leftBy: alike(2 * turn + 1) }));
    const meeting = { ...first, participants };
    expect(unpackMeeting(packMeeting(meeting, crowd))).toEqual(plain(meeting, ({ text }) => text));
  });

  it('takes a thousand participants in steps', () => {
    const steps = unpackInSteps(packMeeting(large, crowd));
    let count = 0;
    while (steps.next().done !== true) count += 1;
    expect(count).toBe(Math.ceil(large.participants.length / 48) - 1);
  });
});
