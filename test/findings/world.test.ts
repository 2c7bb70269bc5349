/** The whole way, from logs that a lawful world writes: silence on healthy meetings, and nothing false on the others. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyze } from '#analyze.ts';
import { inferBehaviour } from '#behaviour/index.ts';
import { findFindings } from '#findings/index.ts';
import { compileGrammar, type Grammar, readGrammarFiles } from '#grammar/index.ts';
import type { Behaviour } from '#model/behaviour.ts';
import type { Analysis, Finding } from '#model/index.ts';
import { anyScript, STARTS } from '../truth/scripts.ts';
import { type Action, type Deed, play, type Script, type SpaceScript, type World } from '../truth/world.ts';
import { textOf, write } from '../truth/write.ts';

let grammar: Grammar;
beforeAll(() => {
  grammar = compileGrammar(readGrammarFiles([]));
});

interface Told {
  readonly world: World;
  readonly analysis: Analysis;
  readonly behaviours: readonly Behaviour[];
  readonly findings: readonly Finding[];
}

function tell(script: Script): Told {
  const world = play(script);
  const lines = write(world, { framing: 'F4', zone: 'UTC' });
  const analysis = analyze(textOf(lines), { zone: 'UTC', now: world.end + 86_400_000, grammar });
  const behaviours = inferBehaviour(analysis.spaces);
  return { world, analysis, behaviours, findings: findFindings({ ...analysis, behaviours }) };
}

const second = 1000;
const minute = 60_000;

type Arrive = Extract<Deed, { readonly do: 'arrive' }>;

function arrive(role: Arrive['role'], by: Arrive['by'], person: number, prompt: Arrive['prompt'] = 'none'): Deed {
  return { do: 'arrive', space: 0, bridge: 0, role, by, person, prompt, count: 1 };
}

const leave: Deed = { do: 'empty', space: 0, only: 'everybody' };
const hostsLeave: Deed = { do: 'empty', space: 0, only: 'hosts' };

function script(space: Partial<SpaceScript>, release: Script['release'], actions: readonly Action[]): Script {
  return {
    seed: 7,
    release,
    start: STARTS[0] ?? 0,
    bridges: [{ name: 'cms1', skewMs: 0, firstCall: 38 }],
    spaces: [{ name: 'Board', mode: 'deactivate', graceSeconds: 0, lockMode: 'needsActivation', ...space }],
    actions,
    quietMs: 60,
  };
}

/** A meeting as it should be: guests early and late, a host in between, and everybody goes. */
const usual: readonly Action[] = [
  { after: 0, deed: arrive('guest', 'sip', 0, 'timeout') },
  { after: 10 * second, deed: arrive('guest', 'sip', 1, 'timeout') },
  { after: 50 * second, deed: arrive('host', 'sip', 2, 'typed') },
  { after: minute, deed: arrive('guest', 'sip', 3, 'timeout') },
  { after: 30 * minute, deed: leave },
];

const healthy: Readonly<Record<string, readonly Action[]>> = {
  'guests wait a minute for the host': usual,
  'the host is first': [
    { after: 0, deed: arrive('host', 'sip', 2, 'typed') },
    { after: 20 * second, deed: arrive('guest', 'sip', 0, 'timeout') },
    { after: 20 * second, deed: arrive('guest', 'web', 1) },
    { after: 40 * minute, deed: leave },
  ],
  'two hosts, one after the other': [
    ...usual.slice(0, 3),
    { after: 5 * minute, deed: arrive('host', 'member', 4) },
    { after: 20 * minute, deed: { do: 'leave', who: 2, count: 1 } },
    { after: 20 * minute, deed: leave },
  ],
  'the host leaves first, and the guests hang up': [
    ...usual.slice(0, 4),
    { after: 30 * minute, deed: hostsLeave },
    { after: 10 * second, deed: leave },
  ],
  'three meetings on one day': [
    ...usual,
    { after: 60 * minute, deed: arrive('guest', 'sip', 0, 'timeout') },
    ...usual.slice(1),
    { after: 60 * minute, deed: arrive('guest', 'sip', 0, 'timeout') },
    ...usual.slice(1),
  ],
  'a recorded meeting': [
    ...usual.slice(0, 4),
    { after: minute, deed: { do: 'record', space: 0, bridge: 0 } },
    { after: 20 * minute, deed: leave },
  ],
  'a space that everybody enters freely': [0, 1, 2, 3].map((person) => ({ after: 20 * second, deed: arrive('host', 'sip', person) })),
};

describe('healthy meetings give information at most', () => {
  const releases = ['2.1', '2.9', '3.8'] as const;
  const modes = ['deactivate', 'disconnect', 'remainActivated'] as const;
  test.each(Object.entries(healthy))('%s', (_, actions) => {
    for (const release of releases) {
      for (const mode of modes) {
        const { findings } = tell(script({ mode }, release, actions));
        expect(
          findings.filter(({ severity }) => severity !== 'info'),
          `${release} ${mode}`,
        ).toEqual([]);
        expect(findings.length, `${release} ${mode}`).toBeLessThanOrEqual(4);
      }
    }
  });
});

describe('what is inferred from many meetings is how the space is configured', () => {
  const meetings = (count: number): readonly Action[] =>
    Array.from({ length: count }).flatMap(() => [
      ...usual.slice(0, 3),
      { after: 10 * minute, deed: hostsLeave },
      { after: 3 * minute, deed: leave },
      { after: 60 * minute, deed: { do: 'noise', bridge: 0, what: 1 } },
    ]);
  test.each([
    ['deactivate', 0],
    ['deactivate', 30],
    ['disconnect', 0],
    ['disconnect', 20],
    ['remainActivated', 0],
  ] as const)('%s after %i s', (mode, graceSeconds) => {
    const [behaviour] = tell(script({ mode, graceSeconds }, '3.8', meetings(4))).behaviours;
    expect(behaviour?.deactivationMode).toMatchObject({ value: mode, confidence: 'probable', against: 0 });
    if (mode !== 'remainActivated')
      expect(behaviour?.deactivationModeTime).toMatchObject({ value: graceSeconds * second, confidence: 'probable' });
    expect(behaviour?.pinWait).toMatchObject({ confidence: 'probable', against: 0 });
    expect(behaviour?.scenarios[0]?.scenario).toBe(3);
  });
});

const anything = anyScript({
  releases: ['2.1', '2.9', '3.8'],
  framing: 'F4',
  bridges: 2,
  skewMs: 3000,
  crashes: true,
  actions: 40,
  starts: STARTS.slice(0, 1),
});
const oneBridge = anyScript({
  releases: ['2.9', '3.8'],
  framing: 'F4',
  bridges: 1,
  skewMs: 0,
  crashes: false,
  actions: 40,
  starts: STARTS.slice(0, 1),
});

test('whatever happens, findings are whole sentences about participants who exist, with proof, in the same order each time', () => {
  fc.assert(
    fc.property(anything, (one) => {
      const { analysis, behaviours, findings } = tell(one);
      const ids = new Set(
        analysis.spaces.flatMap(({ meetings }) => meetings.flatMap(({ participants }) => participants.map(({ id }) => id))),
      );
      for (const { message, participants, evidence, span, code } of findings) {
        expect(message).toMatch(/^[^\n]+\.$/u);
        expect(message).not.toMatch(/undefined|null|NaN|Infinity|\[object/u);
        expect(participants.filter((id) => !ids.has(id))).toEqual([]);
        expect(evidence.length, code).toBeGreaterThan(0);
        if (span.from !== null && span.to !== null && code !== 'clock-skew')
          expect(span.from, `${code}: ${message}`).toBeLessThanOrEqual(span.to);
      }
      expect(findFindings({ ...analysis, behaviours })).toEqual(findings);
    }),
    { numRuns: 200 },
  );
});

test('what is said of one Call Bridge is true', () => {
  fc.assert(
    fc.property(oneBridge, (one) => {
      fc.pre(one.actions.every(({ deed }) => deed.do !== 'configure'));
      const { world, findings, analysis } = tell(one);
      const people = new Map(
        analysis.spaces.flatMap(({ meetings }) =>
          meetings.flatMap(({ participants }) => participants.map((each) => [each.id, each] as const)),
        ),
      );
      const legs = new Map(world.legs.map((leg) => [leg.id, leg]));
      for (const { code, space, participants } of findings) {
        const truth = world.spaces.find(({ id }) => id === space);
        const leg = legs.get(String(people.get(participants[0] ?? '')?.leg.callLegId));
        if (code === 'disconnected-with-last-host') expect(truth?.mode).toBe('disconnect');
        if (code === 'arrival-released-nobody') expect(leg?.role).toBe('neither');
        if (code === 'guest-not-released') expect(leg?.role).toBe('host');
        if (code === 'moved-between-spaces') expect(leg?.medium).toBe('web');
      }
    }),
    { numRuns: 200, seed: 20_261_124 },
  );
});
