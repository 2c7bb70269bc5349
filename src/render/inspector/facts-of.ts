/** The facts that the details show: of the participant, or of the meeting while none is selected. */
import { type Fact, meetingFacts, participantFacts } from './facts.ts';
import { participantOf, sceneOf } from './focus.ts';
import type { Inspector } from './state.ts';

export function factsOf(state: Inspector): readonly Fact[] {
  const scene = sceneOf(state);
  if (scene === null) return [];
  const participant = participantOf(state);
  return participant === null ? meetingFacts(state.book, scene) : participantFacts(state.book, scene, participant, state.at);
}

/** The fact that is selected: the first behind a heading. */
export function selectedFact(facts: readonly Fact[], index: number): number {
  const found = facts.findIndex(({ kind }, at) => at >= index && kind === 'fact');
  return found < 0 ? facts.findLastIndex(({ kind }) => kind === 'fact') : found;
}
