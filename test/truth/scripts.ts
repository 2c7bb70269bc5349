/** Random scripts for fast-check: plain data, so that a failure shrinks to the few deeds that matter. */
import fc from 'fast-check';
import { HARD_NAMES, spaceName } from './world/people.ts';
import type { Action, BridgeScript, Deed, Mode, Release, Role, Script } from './world/script.ts';
import { type Framing, hasMilliseconds } from './writing/heads.ts';

export interface Kind {
  readonly releases: readonly Release[];
  readonly framing: Framing;
  /** At most so many Call Bridges. */
  readonly bridges: number;
  /** Their clocks differ by up to so much. */
  readonly skewMs: number;
  /** Bridges restart under people's feet. */
  readonly crashes: boolean;
  readonly actions: number;
  readonly starts: readonly number[];
}

/** Ordinary days, and days on which a stamp is easily misread. */
export const STARTS: readonly number[] = [
  Date.UTC(2023, 4, 4, 9, 12, 33, 120),
  Date.UTC(2024, 1, 28, 23, 57, 0, 0),
  Date.UTC(2024, 1, 29, 12, 0, 0, 1),
  Date.UTC(2022, 10, 30, 23, 59, 59, 990),
  Date.UTC(2022, 11, 31, 23, 58, 0, 0),
];

const MODES: readonly Mode[] = ['deactivate', 'deactivate', 'deactivate', 'disconnect', 'remainActivated'];
const GRACES = [0, 0, 0, 5, 30, 120] as const;
const ROLES: readonly Role[] = ['guest', 'guest', 'guest', 'guest', 'host', 'host', 'neither'];
const WAITS = [0, 0, 1, 30, 400, 2000, 5000, 30_000] as const;
/** Now and then people stay for more than an hour. */
const LONG_MS = 4_000_000;

const index = fc.nat({ max: 11 });
const few = fc.nat({ max: 2 });

function arrival(): fc.Arbitrary<Deed> {
  return fc.record({
    do: fc.constant('arrive' as const),
    space: few,
    bridge: few,
    role: fc.constantFrom(...ROLES),
    by: fc.constantFrom('sip' as const, 'sip' as const, 'web' as const, 'member' as const, 'dial-out' as const),
    person: fc.nat({ max: HARD_NAMES + 3 }),
    prompt: fc.constantFrom('none' as const, 'timeout' as const, 'typed' as const),
    count: fc.constantFrom(1, 1, 1, 1, 2, 3, 5),
  });
}

function reconfiguration(): fc.Arbitrary<Deed> {
  return fc.record({
    do: fc.constant('configure' as const),
    space: few,
    mode: fc.constantFrom(...MODES),
    graceSeconds: fc.constantFrom(...GRACES),
  });
}

function departure(): fc.Arbitrary<Deed> {
  const only = fc.constantFrom('hosts' as const, 'hosts' as const, 'everybody' as const);
  return fc.record({ do: fc.constant('empty' as const), space: few, only });
}

function failure(): fc.Arbitrary<Deed> {
  const how = fc.constantFrom('unmatched' as const, 'gave-up' as const, 'unanswered' as const);
  return fc.record({ do: fc.constant('fail' as const), how, space: few, bridge: few, person: index });
}

function deed(kind: Kind): fc.Arbitrary<Deed> {
  const choices: fc.WeightedArbitrary<Deed>[] = [
    { weight: 14, arbitrary: arrival() },
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant('leave' as const), who: index, count: fc.constantFrom(1, 1, 2) }),
    },
    { weight: 4, arbitrary: departure() },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('lock' as const, 'unlock' as const), space: few }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('admit' as const, 'lobby' as const), who: index }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('share' as const), who: index }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), who: index, space: few }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constantFrom('record' as const, 'stream' as const),
        space: few,
        bridge: few,
      }),
    },
    { weight: 1, arbitrary: failure() },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('gateway' as const), bridge: few, person: index }) },
    { weight: 1, arbitrary: reconfiguration() },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('noise' as const), bridge: few, what: fc.nat({ max: 60 }) }),
    },
  ];
  const restart = fc.record({ do: fc.constant('restart' as const), bridge: few });
  if (kind.crashes) choices.push({ weight: 1, arbitrary: restart });
  return fc.oneof(...choices);
}

function action(kind: Kind): fc.Arbitrary<Action> {
  const after = fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...WAITS) },
    { weight: 10, arbitrary: fc.nat({ max: 60_000 }) },
    { weight: 1, arbitrary: fc.constant(LONG_MS) },
  );
  return fc.record({ after, deed: deed(kind) });
}

function bridges(kind: Kind): fc.Arbitrary<readonly BridgeScript[]> {
  const skew = kind.skewMs === 0 ? fc.constant(0) : fc.integer({ min: -kind.skewMs, max: kind.skewMs });
  const one = fc.record({ skewMs: skew, firstCall: fc.constantFrom(1, 38, 4711) });
  return fc
    .array(one, { minLength: Math.min(2, kind.bridges), maxLength: kind.bridges })
    .map((all) => all.map((bridge, place) => ({ ...bridge, name: `cms${place + 1}` })));
}

function spaces(): fc.Arbitrary<Script['spaces']> {
  const one = fc.record({
    mode: fc.constantFrom(...MODES),
    graceSeconds: fc.constantFrom(...GRACES),
    lockMode: fc.constantFrom('all' as const, 'needsActivation' as const),
  });
  // Two spaces may have the same name: only their ids tell them apart.
  const named = fc.tuple(one, fc.nat({ max: 7 }));
  return fc.array(named, { minLength: 1, maxLength: 3 }).map((all) => all.map(([space, name]) => ({ ...space, name: spaceName(name) })));
}

export function anyScript(kind: Kind): fc.Arbitrary<Script> {
  return fc.record({
    seed: fc.nat(),
    release: fc.constantFrom(...kind.releases),
    start: fc.constantFrom(...kind.starts),
    bridges: bridges(kind),
    spaces: spaces(),
    actions: fc.array(action(kind), { minLength: 1, maxLength: kind.actions, size: 'max' }),
    quietMs: fc.constant(hasMilliseconds(kind.framing) ? 60 : 2500),
  });
}

/** The same story, with a record every `everyMs` from `before` ms earlier until `after` ms after its last deed. */
export function withHeartbeat(script: Script, everyMs: number, before: number, after: number, what: number): Script {
  const beat: Deed = { do: 'noise', bridge: 0, what };
  let time = before;
  const timed = script.actions.map(({ after: wait, deed }) => {
    time += wait;
    return { at: time, deed };
  });
  for (let at = 0; at <= time + after; at += everyMs) timed.push({ at, deed: beat });
  timed.sort((one, other) => one.at - other.at);
  const actions = timed.map(({ at, deed }, place) => ({ after: at - (timed[place - 1]?.at ?? 0), deed }));
  return { ...script, start: script.start - before, actions };
}
