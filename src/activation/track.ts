/** One presence through the machine: its stretches of states, and what contradicts them. */
import type { Contradiction, Evidence, Instant, Presence, Sign, Signal, State } from '#model/index.ts';
import { type MachineState, next, shownAs } from './machine.ts';

/** How a stretch began. */
export type Beginning = 'set-up' | 'joined' | 'deactivated' | 'activated' | 'lost' | 'log-starts';

export interface Stretch {
  readonly state: State;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly beginning: Beginning;
  /** The signal that began it; absent where the log starts later. */
  readonly sign: Sign | null;
  readonly evidence: readonly Evidence[];
}

export interface Track {
  readonly presence: Presence;
  readonly stretches: readonly Stretch[];
  readonly joined: Signal | null;
  readonly left: Signal | null;
  /** Deactivated when it joined. */
  readonly heldAtJoining: boolean;
  readonly contradictions: readonly Contradiction[];
}

export function track(presence: Presence): Track {
  const joined = presence.signals.find((signal) => signal.kind === 'joined') ?? null;
  const left = presence.signals.find((signal) => signal.kind === 'left') ?? null;
  if (!presence.activationLogged) return unknowable(presence, joined, left);
  const walk = begin(presence, joined);
  for (const signal of presence.signals) take(walk, signal);
  return {
    presence,
    stretches: walk.open === null ? walk.done : [...walk.done, walk.open],
    joined,
    left,
    heldAtJoining: walk.heldAtJoining,
    contradictions: walk.contradictions,
  };
}

interface Walk {
  state: MachineState;
  open: Stretch | null;
  done: Stretch[];
  /** The deactivation that waits for its joining. */
  held: Evidence | null;
  heldAtJoining: boolean;
  contradictions: Contradiction[];
}

function begin(presence: Presence, joined: Signal | null): Walk {
  const setUp = presence.leg.setUp;
  const walk: Walk = { state: 'absent', open: null, done: [], held: null, heldAtJoining: false, contradictions: [] };
  if (joined === null) {
    walk.state = 'unseen';
    walk.open = stretch('unknown', setUp?.at ?? null, 'log-starts', setUp, setUp === null ? [] : [setUp.evidence]);
  } else if (setUp !== null && setUp.at <= joined.at) {
    walk.state = 'connecting';
    walk.open = stretch('connecting', setUp.at, 'set-up', setUp, [setUp.evidence]);
  }
  return walk;
}

function take(walk: Walk, signal: Signal): void {
  const to = next(walk.state, signal.kind);
  if (to === null) return contradict(walk, signal);
  if (signal.kind === 'deactivated') walk.held = signal.evidence;
  const before = shownAs[walk.state];
  const after = shownAs[to];
  walk.state = to;
  if (to === 'lobby' && signal.kind === 'joined') walk.heldAtJoining = true;
  if (before === after) return;
  if (walk.open !== null) walk.done.push({ ...walk.open, to: signal.at });
  walk.open = null;
  if (after === null || after === 'connecting' || signal.kind === 'left') return;
  const evidence = signal.kind === 'joined' && walk.held !== null ? [walk.held, signal.evidence] : [signal.evidence];
  walk.open = stretch(after, signal.at, signal.kind, signal, evidence);
}

/**
 * The same signal again: what lay between the two was something else for a time that the log does not tell.
 * The stretch is called unknown rather than wrong.
 */
function contradict(walk: Walk, signal: Signal): void {
  const what =
    walk.state === 'gone' ? `${signal.kind} after it had left` : `${signal.kind} although it was ${shownAs[walk.state] ?? 'not there'}`;
  walk.contradictions.push({ at: signal.at, what, evidence: signal.evidence });
  const { open } = walk;
  if (open === null || (open.state !== 'lobby' && open.state !== 'active')) return;
  if (signal.kind !== 'activated' && signal.kind !== 'deactivated') return;
  walk.done.push({ ...open, state: 'unknown', to: signal.at });
  walk.open = stretch(open.state, signal.at, signal.kind, signal, [signal.evidence]);
}

/** The records of calls and activation are missing: who was there is known, in which state is not. */
function unknowable(presence: Presence, joined: Signal | null, left: Signal | null): Track {
  const open = stretch('unknown', joined?.at ?? null, 'log-starts', joined, joined === null ? [] : [joined.evidence]);
  const stretches = [{ ...open, to: left?.at ?? null }];
  return { presence, stretches, joined, left, heldAtJoining: false, contradictions: [] };
}

function stretch(state: State, from: Instant | null, beginning: Beginning, sign: Sign | null, evidence: readonly Evidence[]): Stretch {
  return { state, from, to: null, beginning, sign, evidence };
}
