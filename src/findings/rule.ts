/** What a rule is: one thing that an engineer should look at, and how it is found. */
import type { Evidence, Guid, Instant, Severity, Space } from '#model/index.ts';
import type { Sentence } from './sentence.ts';
import type { Context, Scene } from './context.ts';

/** What a rule found once. The code is the rule's; the severity too, unless this case is milder or graver. */
export interface Found {
  readonly severity?: Severity;
  /** One sentence, with exact times, that says no more than the log does. */
  readonly message: Sentence;
  readonly space: Guid | null;
  /** Ids of participants. */
  readonly participants: readonly string[];
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly evidence: readonly Evidence[];
}

export interface Rule {
  /** Stable, kebab-case; the file's name. */
  readonly code: string;
  readonly severity: Severity;
  /** What it says, and on what it rests: for the documentation. */
  readonly meaning: string;
  /** What to look at next, in the configuration or on the bridge. */
  readonly check: string;
  look(context: Context): Look;
}

/** A rule at work: one space after the other passes by, and need not be there any longer. */
export interface Look {
  /** A space with all its meetings. */
  space(scenes: readonly Scene[], space: Space): Iterable<Found>;
  /** All spaces have passed. */
  end(): Iterable<Found>;
}

/** Looks at one space after the other. */
export function inEachSpace(find: (scenes: readonly Scene[], space: Space, context: Context) => Iterable<Found>): Rule['look'] {
  return (context) => ({ space: (scenes, space) => find(scenes, space, context), end: () => [] });
}

/** Looks at one meeting after the other. */
export function inEachMeeting(find: (scene: Scene, context: Context) => Iterable<Found>): Rule['look'] {
  return inEachSpace(function* (scenes, _space, context) {
    for (const scene of scenes) yield* find(scene, context);
  });
}
