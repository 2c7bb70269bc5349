/** Enter: closer to what is selected. */
import type { State } from '#model/index.ts';
import { personsOf } from './crowd.ts';
import { factsOf, selectedFact } from './facts-of.ts';
import { passes } from './filter.ts';
import { entryOf, isComing, visibleLanes, withLane, withRecord } from './focus.ts';
import { laneKey } from './identity.ts';
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
  const entry = entryOf(state);
  if (state.lane !== null || entry === null) return state;
  const waited = (states: Iterable<State>): boolean => [...states].includes('lobby');
  if (isComing(state)) {
    const persons = [...personsOf(entry.crowd)].filter(passes(state.filter, state.book.face));
    return withLane(state, (persons.find(({ states }) => waited(states)) ?? persons[0])?.lane ?? null);
  }
  const lanes = visibleLanes(state);
  const chosen = lanes.find(({ segments }) => waited(segments.map((segment) => segment.state))) ?? lanes[0];
  return chosen === undefined ? state : withLane(state, laneKey(chosen.participant));
}
