/** The facts that the details show: of the participant, or of the meeting while none is selected. */
import type { Instant, Participant } from '#model/index.ts';
import type { ClockFace } from '#view/axis.ts';
import type { Scene } from './book.ts';
import { type Fact, meetingFacts, participantFacts } from './facts.ts';
import { participantOf, sceneOf } from './focus.ts';
import type { Inspector } from './state.ts';

export function factsOf(state: Inspector): readonly Fact[] {
  const scene = sceneOf(state);
  if (scene === null) return [];
  const { book, at } = state;
  const participant = participantOf(state);
  const same = latest !== null && latest.scene === scene && latest.face === book.face;
  if (same && latest?.participant === participant && (participant === null || latest.at === at)) return latest.facts;
  const facts = participant === null ? meetingFacts(book, scene) : participantFacts(book, scene, participant, at);
  latest = { scene, face: book.face, participant, at, facts };
  return facts;
}

/** What was asked last: a screen asks more than once, and most keys change nothing of it. */
let latest: {
  readonly scene: Scene;
  readonly face: ClockFace;
  readonly participant: Participant | null;
  readonly at: Instant | null;
  readonly facts: readonly Fact[];
} | null = null;

/** The fact that is selected: the first behind a heading. */
export function selectedFact(facts: readonly Fact[], index: number): number {
  const found = facts.findIndex(({ kind }, at) => at >= index && kind === 'fact');
  return found < 0 ? facts.findLastIndex(({ kind }) => kind === 'fact') : found;
}
