import { describe, expect, test } from 'vitest';
import type { Analysis } from '#model/index.ts';
import { clockFace } from '#view/axis.ts';
import { knownOf, waited, waitsOf } from '#view/waits.ts';
import { whyOf } from '#view/why.ts';
import { byHand, cutOff, hostNeverCame, seed, severalHosts } from '../fixtures/meetings.ts';

function whys(analysis: Analysis, name: string): readonly string[] {
  const participants = analysis.spaces.flatMap(({ meetings }) => meetings.flatMap((meeting) => meeting.participants));
  const byId = new Map(participants.map((participant) => [participant.id, participant]));
  const options = { face: clockFace('UTC'), byId, place: ({ line }: { readonly line: number }) => `line ${line}` };
  return participants
    .filter((each) => each.name === name)
    .flatMap(({ intervals }) => intervals.map(({ cause, from }) => whyOf(cause, from, options)));
}

describe('why a state began', () => {
  test('names who caused it, and the line of that', () => {
    expect(whys(seed, '2000@steven.lab')).toEqual([
      'call set up',
      'joined, no host there',
      'host stejanss.movi@steven.lab joined (line 6)',
      'last host stejanss.movi@steven.lab left (line 9)',
    ]);
  });

  test('says how much earlier the cause was, where that is not the machine’s own time', () => {
    expect(whys(severalHosts, 'bo@example.org').at(-1)).toBe(
      'last host ida.lind@example.org left 3 min 00 s before (09:27:00.000, line 19)',
    );
  });

  test('says that there was none', () => {
    expect(whys(byHand, 'ann')).toContain('released, no host joined at that moment');
    expect(whys(cutOff, 'cy')).toEqual(['the log does not tell']);
  });
});

describe('waits', () => {
  function waits(analysis: Analysis): readonly string[] {
    return analysis.spaces.flatMap(({ meetings }) =>
      meetings.flatMap((meeting) =>
        meeting.participants.flatMap((participant) =>
          waitsOf(participant).map(({ kind, end, by }) => `${participant.name} ${kind} ${end}${by === null ? '' : ` by ${by}`}`),
        ),
      ),
    );
  }

  test('end by a host, by hand, by leaving, or not before the log does', () => {
    expect(waits(seed)).toEqual([
      '2000@steven.lab first released by stejanss',
      '2000@steven.lab back open',
      '1060@steven.lab first released by stejanss',
      '1060@steven.lab back open',
    ]);
    expect(waits(hostNeverCame)).toEqual(['ann first left', 'bo first left', 'cy first open']);
    expect(waits(byHand)).toEqual(['ann first released', 'ann back released', 'bo first released']);
  });

  test('last at least as long as the log tells', () => {
    const meeting = cutOff.spaces[0]?.meetings[0];
    const known = meeting === undefined ? null : knownOf(cutOff, meeting);
    const found = known === null ? [] : meeting?.participants.map((participant) => waited(participant, known));
    expect(found).toEqual([null, { ms: 6000, more: true }, null, { ms: 5000, more: true }]);
  });
});
