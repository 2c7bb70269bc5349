/** What rules look at. */
import type { Behaviour } from '#model/behaviour.ts';
import type { InputSummary, Instant, Space, StrayLeg, UnreadSummary } from '#model/index.ts';
import { type Clock, utc } from './sentence.ts';
import { limits } from './limits.ts';
import { type Scene, sceneOf } from './scene.ts';

export type { Scene } from './scene.ts';

/** What the log was made into, beside the spaces. */
export interface Remainder {
  readonly strays: readonly StrayLeg[];
  readonly inputs: readonly InputSummary[];
  readonly unread?: UnreadSummary | null;
}

/** What the log was made into. */
export interface Material extends Remainder {
  readonly spaces: readonly Space[];
  /** One for each space, in the same order. */
  readonly behaviours: readonly Behaviour[];
}

export interface FindingOptions {
  /** ms; `--waited-longer-than`. */
  readonly waitedLongerThanMs?: number | null;
  /** Names, addresses or users who are known to be hosts, as globs; `--expect-host`. */
  readonly expectHosts?: readonly string[];
  /** Writes the times of sentences; UTC when none is given. */
  readonly clock?: Clock | null;
}

export interface Context extends Remainder {
  readonly options: { readonly waitedLongerThanMs: number; readonly expectHosts: readonly string[] };
  readonly clock: Clock;
  /** The last instant that the log tells of. */
  readonly logEnd: Instant | null;
}

export function contextOf({ strays, inputs, unread = null }: Remainder, options: FindingOptions): Context {
  return {
    ...{ strays, inputs, unread, logEnd: endOfLog(inputs) },
    options: { waitedLongerThanMs: options.waitedLongerThanMs ?? limits.waitedLong, expectHosts: options.expectHosts ?? [] },
    clock: options.clock ?? utc,
  };
}

/** The meetings of a space, prepared. */
export function scenesOf(space: Space, behaviour: Behaviour, { logEnd }: Context): readonly Scene[] {
  const departures = Map.groupBy(behaviour.departures, ({ meeting }) => meeting);
  return space.meetings.map((meeting, index) => sceneOf(space, meeting, departures.get(index) ?? [], logEnd));
}

function endOfLog(inputs: readonly InputSummary[]): Instant | null {
  return inputs.reduce<Instant | null>((last, { span: { to } }) => (to !== null && (last === null || to > last) ? to : last), null);
}
