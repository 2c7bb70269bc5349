/** What rules look at. */
import type { Behaviour } from '#model/behaviour.ts';
import type { InputSummary, Instant, Space, StrayLeg, UnreadSummary } from '#model/index.ts';
import { type Clock, utc } from './sentence.ts';
import { limits } from './limits.ts';
import { type Scene, sceneOf } from './scene.ts';

export type { Scene } from './scene.ts';

/** What the log was made into. */
export interface Material {
  readonly spaces: readonly Space[];
  /** One for each space, in the same order. */
  readonly behaviours: readonly Behaviour[];
  readonly strays: readonly StrayLeg[];
  readonly inputs: readonly InputSummary[];
  readonly unread?: UnreadSummary | null;
}

export interface FindingOptions {
  /** ms; `--waited-longer-than`. */
  readonly waitedLongerThanMs?: number | null;
  /** Names, addresses or users who are known to be hosts, as globs; `--expect-host`. */
  readonly expectHosts?: readonly string[];
  /** Writes the times of sentences; UTC when none is given. */
  readonly clock?: Clock | null;
  /** Called now and then: looking for findings in a large log takes seconds, and others may have to be heard. */
  readonly pause?: (() => void) | null;
}

export interface Context extends Material {
  readonly options: { readonly waitedLongerThanMs: number; readonly expectHosts: readonly string[] };
  readonly clock: Clock;
  /** All meetings of all spaces, in order. */
  readonly scenes: readonly Scene[];
}

export function contextOf(material: Material, options: FindingOptions): Context {
  const logEnd = endOfLog(material.inputs);
  return {
    ...material,
    options: { waitedLongerThanMs: options.waitedLongerThanMs ?? limits.waitedLong, expectHosts: options.expectHosts ?? [] },
    clock: options.clock ?? utc,
    scenes: material.spaces.flatMap((space, index) => scenesOf(space, material.behaviours[index], logEnd)),
  };
}

function scenesOf(space: Space, behaviour: Behaviour | undefined, logEnd: Instant | null): readonly Scene[] {
  const departures = Map.groupBy(behaviour?.departures ?? [], ({ meeting }) => meeting);
  return space.meetings.map((meeting, index) => sceneOf(space, meeting, departures.get(index) ?? [], logEnd));
}

function endOfLog(inputs: readonly InputSummary[]): Instant | null {
  return inputs.reduce<Instant | null>((last, { span: { to } }) => (to !== null && (last === null || to > last) ? to : last), null);
}
