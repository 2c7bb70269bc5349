/** Enter: closer to what is selected. */
import { factsOf, selectedFact } from './facts-of.ts';
import { sceneOf, visibleLanes, withLane, withRecord } from './focus.ts';
import type { Inspector } from './state.ts';

export function opened(state: Inspector): Inspector {
  switch (state.view) {
    case 'meetings':
      return state.meeting === null ? state : { ...firstLane(state), view: 'timeline' };
    case 'timeline':
      return { ...firstLane(state), view: 'details' };
    case 'details': {
      const facts = factsOf(state);
      const fact = facts[selectedFact(facts, state.fact)];
      if (fact === undefined || fact.evidence === null) {
        return fact?.at == null ? state : { ...state, message: { text: 'no record of its own says this', tone: 'plain' } };
      }
      return { ...withRecord(state, fact.evidence, fact.at), view: 'evidence' };
    }
    case 'evidence':
      return state.place === null ? state : { ...state, overlay: { kind: 'record', top: 0 } };
  }
}

/** Somebody is selected: who waited, or the first one. */
function firstLane(state: Inspector): Inspector {
  if (state.lane !== null || sceneOf(state) === null) return state;
  const lanes = visibleLanes(state);
  const waited = lanes.find(({ segments }) => segments.some((segment) => segment.state === 'lobby'));
  return withLane(state, (waited ?? lanes[0])?.participant ?? null);
}
