/** The judge: silent on the truth, and not to be fooled. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawLanes } from './judge/lanes.ts';
import { judgeExactly, judgeModestly } from './judge.ts';
import { perfectExport } from './perfect.ts';
import { anyScript, STARTS } from './scripts.ts';
import { type TrueMeeting, type Truth, truthOf } from './truth.ts';
import { play, type Script } from './world.ts';
import { type Dialect, FRAMINGS } from './write.ts';

const KIND = {
  releases: ['2.1', '2.9', '3.8'],
  framing: 'F3',
  bridges: 2,
  skewMs: 2000,
  crashes: true,
  actions: 25,
  starts: STARTS,
} as const;
const SIGHT = { from: -Infinity, to: Infinity, toleranceMs: 0 };

describe('the judge', () => {
  it('has nothing to say of the truth itself', () => {
    fc.assert(
      fc.property(anyScript(KIND), fc.constantFrom(...FRAMINGS), (script, framing) => {
        const truth = truthOf(play(script), { framing, zone: 'UTC' });
        expect(judgeExactly(truth, perfectExport(truth))).toEqual([]);
        expect(judgeModestly(truth, perfectExport(truth), SIGHT)).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('draws truth and finding below each other', () => {
    const start = Date.UTC(2023, 4, 4, 9);
    const lane = [
      { state: 'lobby', from: start + 1000, to: start + 3000 },
      { state: 'active', from: start + 3000, to: null },
    ];
    const other = [{ state: 'active', from: start + 1000, to: start + 4000 }];
    expect(
      drawLanes([
        ['ann', lane],
        ['found', other],
      ]).split('\n'),
    ).toEqual(['ann    LLLL|AAAA|AAAA', 'found  AAAA|AAAA|····', '       from 2023-05-04T09:00:01.000Z: +0.000 +2.000 +3.000']);
  });
});

/** A guest waits, a host comes and goes, the guest leaves. */
const SCRIPT: Script = {
  seed: 7,
  release: '3.8',
  start: Date.UTC(2023, 4, 4, 9),
  quietMs: 60,
  bridges: [{ name: 'cms1', skewMs: 0, firstCall: 1 }],
  spaces: [{ name: 'Board', mode: 'deactivate', graceSeconds: 5, lockMode: 'all' }],
  actions: [
    { after: 0, deed: { do: 'arrive', space: 0, bridge: 0, role: 'guest', by: 'sip', person: 1, prompt: 'none', count: 1 } },
    { after: 9000, deed: { do: 'arrive', space: 0, bridge: 0, role: 'host', by: 'web', person: 2, prompt: 'none', count: 1 } },
    { after: 9000, deed: { do: 'leave', who: 1, count: 1 } },
    { after: 9000, deed: { do: 'leave', who: 0, count: 1 } },
  ],
};
const DIALECT: Dialect = { framing: 'F3', zone: 'UTC' };

const TRUTH = truthOf(play(SCRIPT), DIALECT);

interface Verdict {
  readonly exactly: readonly string[];
  readonly modestly: readonly string[];
}

function verdict(truth: Truth, found: unknown): Verdict {
  return {
    exactly: judgeExactly(truth, found).map(({ what }) => what),
    modestly: judgeModestly(truth, found, SIGHT).map(({ what }) => what),
  };
}

/** The truth with other meetings. */
function withMeetings(change: (meeting: TrueMeeting) => TrueMeeting[]): Truth {
  return { ...TRUTH, spaces: TRUTH.spaces.map((space) => ({ ...space, meetings: space.meetings.flatMap(change) })) };
}

describe('the judge is not fooled', () => {
  it.each([
    ['a lie about a state', '"state":"lobby"', '"state":"active"', 2],
    ['a lie about a role', '"role":"guest"', '"role":"host"', 2],
    ['a lie about a cause', 'last-activator-left', 'joined-without-activator', 2],
    ['an activator of another name', '"by":"1"', '"by":"0"', 2],
    ['a wrong reason', 'remote SIP teardown', 'local teardown', 2],
    ['a state that is not told', '"state":"lobby"', '"state":"unknown"', 1],
    ['a role that is not told', '"role":"host","roleBasis":"joined-active-alone"', '"role":"unknown","roleBasis":null', 1],
    ['a delay of another length', '"delayMs":0', '"delayMs":1', 1],
    ['a phase of another name', '"state":"lobby-only"', '"state":"unknown"', 1],
  ])('by %s', (_, what, other, judges) => {
    const text = JSON.stringify(perfectExport(TRUTH));
    expect(text).toContain(what);
    const found: unknown = JSON.parse(text.replace(what, other));
    const { exactly, modestly } = verdict(TRUTH, found);
    expect(exactly).not.toEqual([]);
    expect(modestly.length > 0).toBe(judges === 2);
  });

  const alone = withMeetings((meeting) => [{ ...meeting, participants: meeting.participants.slice(0, 1) }]);

  it('by a participant who is left out', () => {
    const others = withMeetings((meeting) => [{ ...meeting, participants: meeting.participants.slice(1) }]);
    const { exactly, modestly } = verdict(TRUTH, perfectExport(others));
    expect(exactly.join()).toContain('missing');
    expect(modestly).toEqual([]);
  });

  it('by a participant who never was', () => {
    const { exactly, modestly } = verdict(alone, perfectExport(TRUTH));
    expect(exactly.join()).toContain('invented');
    expect(modestly.join()).toContain('invented');
  });

  it('by one meeting told as two', () => {
    const split = withMeetings((meeting) => meeting.participants.map((one) => ({ ...meeting, participants: [one] })));
    expect(verdict(TRUTH, perfectExport(split)).exactly.join()).toContain('told as 2 meetings');
  });
});
