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
  /** Of the participant. */
  readonly id: string;
  readonly presence: Presence;
  readonly stretches: readonly Stretch[];
  readonly joined: Signal | null;
  readonly left: Signal | null;
  /** Deactivated when it joined. */
  readonly heldAtJoining: boolean;
  readonly contradictions: readonly Contradiction[];
}

export function track(presence: Presence, id: string): Track {
  const joined = joiningOf(presence);
  const left = presence.signals.find((signal) => signal.kind === 'left') ?? null;
  if (!presence.activationLogged) return unknowable(presence, id, joined, left);
  const walk = begin(presence, joined);
  for (const signal of presence.signals) take(walk, signal);
  const { stretches, heldAtJoining, contradictions } = walk;
  return { id, presence, stretches, joined, left, heldAtJoining, contradictions };
}

export function joiningOf({ signals }: Presence): Signal | null {
  return signals.find((signal) => signal.kind === 'joined') ?? null;
}

/** A stretch that goes on: where it ends, and what it turns out to have been, is still to come. */
type Open = { -readonly [Field in keyof Stretch]: Stretch[Field] };

interface Walk {
  state: MachineState;
  readonly stretches: Stretch[];
  /** The last of them, while it goes on. */
  open: Open | null;
  /** The deactivation that waits for its joining. */
  held: Evidence | null;
  heldAtJoining: boolean;
  readonly contradictions: Contradiction[];
}

function begin(presence: Presence, joined: Signal | null): Walk {
  const setUp = presence.leg.setUp;
  const walk: Walk = { state: 'absent', stretches: [], open: null, held: null, heldAtJoining: false, contradictions: [] };
  if (joined === null) {
    walk.state = 'unseen';
    open(walk, stretch('unknown', setUp?.at ?? null, 'log-starts', setUp, setUp === null ? [] : [setUp.evidence]));
  } else if (setUp !== null && setUp.at <= joined.at) {
    walk.state = 'connecting';
    open(walk, stretch('connecting', setUp.at, 'set-up', setUp, [setUp.evidence]));
  }
  return walk;
}

function open(walk: Walk, begun: Open): void {
  walk.stretches.push(begun);
  walk.open = begun;
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
  if (walk.open !== null) walk.open.to = signal.at;
  walk.open = null;
  if (after === null || after === 'connecting' || signal.kind === 'left') return;
  const evidence = signal.kind === 'joined' && walk.held !== null ? [walk.held, signal.evidence] : [signal.evidence];
  open(walk, stretch(after, signal.at, signal.kind, signal, evidence));
}

/**
 * The same signal again: what lay between the two was something else for a time that the log does not tell.
 * The stretch is called unknown rather than wrong.
 */
function contradict(walk: Walk, signal: Signal): void {
  const what =
    walk.state === 'gone' ? `${signal.kind} after it had left` : `${signal.kind} although it was ${shownAs[walk.state] ?? 'not there'}`;
  walk.contradictions.push({ at: signal.at, what, evidence: signal.evidence });
  const last = walk.open;
  if (last === null || (last.state !== 'lobby' && last.state !== 'active')) return;
  if (signal.kind !== 'activated' && signal.kind !== 'deactivated') return;
  open(walk, stretch(last.state, signal.at, signal.kind, signal, [signal.evidence]));
  last.state = 'unknown';
  last.to = signal.at;
}

/** The records of calls and activation are missing: who was there is known, in which state is not. */
function unknowable(presence: Presence, id: string, joined: Signal | null, left: Signal | null): Track {
  const there = stretch('unknown', joined?.at ?? null, 'log-starts', joined, joined === null ? [] : [joined.evidence]);
  there.to = left?.at ?? null;
  return { id, presence, stretches: [there], joined, left, heldAtJoining: false, contradictions: [] };
}

function stretch(state: State, from: Instant | null, beginning: Beginning, sign: Sign | null, evidence: readonly Evidence[]): Open {
  return { state, from, to: null, beginning, sign, evidence };
}
