/** What the space as a whole was like: somebody active, everybody waiting, or not known. */
import type { Instant, Phase, PhaseState, State } from '#model/index.ts';
import { isPerson } from './moments.ts';
import type { Track } from './track.ts';

interface Step {
  /** null = before the log starts. */
  readonly at: Instant | null;
  readonly state: State;
  readonly change: 1 | -1;
}

/** The phases of a meeting from its first joining to its end, without gaps; linear in the intervals, apart from sorting. */
export function phases(tracks: readonly Track[], from: Instant | null, to: Instant | null): readonly Phase[] {
  const people = tracks.filter(isPerson);
  const steps = stepsOf(people.length > 0 ? people : tracks);
  const present: Record<State, number> = { connecting: 0, lobby: 0, active: 0, unknown: 0 };
  const begun: { readonly state: PhaseState; readonly from: Instant | null }[] = [];
  for (const [index, step] of steps.entries()) {
    present[step.state] += step.change;
    if (steps[index + 1]?.at === step.at) continue; // all that happens in one moment happens together
    const state = stateOf(present);
    if (state !== null && begun.at(-1)?.state !== state) begun.push({ state, from: step.at });
  }
  return begun.map((phase, index) => ({
    state: phase.state,
    from: index === 0 ? from : phase.from,
    to: begun[index + 1]?.from ?? to,
  }));
}

function rank(at: Instant | null): number {
  return at ?? Number.NEGATIVE_INFINITY;
}

function stepsOf(tracks: readonly Track[]): readonly Step[] {
  const steps: Step[] = [];
  for (const { stretches } of tracks) {
    for (const { state, from, to } of stretches) {
      if (state === 'connecting') continue;
      steps.push({ at: from, state, change: 1 });
      if (to !== null) steps.push({ at: to, state, change: -1 });
    }
  }
  return steps.sort((a, b) => rank(a.at) - rank(b.at));
}

function stateOf(present: Readonly<Record<State, number>>): PhaseState | null {
  if (present.active > 0) return 'active';
  if (present.unknown > 0) return 'unknown';
  return present.lobby > 0 ? 'lobby-only' : null;
}
