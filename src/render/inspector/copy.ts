/** What is copied: the log line, or a summary of the meeting or participant. */
import { laneLabel } from '#view/labels.ts';
import { placeKey } from './book.ts';
import { factsOf, selectedFact } from './facts-of.ts';
import { participantOf, sceneOf } from './focus.ts';
import { participantFacts } from './facts.ts';
import { lineAt } from './raw.ts';
import type { Inspector } from './state.ts';

export function copied(state: Inspector): Inspector {
  const found = textOf(state);
  if (found === null) return { ...state, message: { text: 'there is nothing to copy here', tone: 'warning' } };
  return { ...state, wish: { kind: 'copy', ...found } };
}

function textOf(state: Inspector): { readonly text: string; readonly what: string } | null {
  const { place, view } = state;
  const scene = sceneOf(state);
  switch (view) {
    case 'evidence': {
      const line = place === null ? null : (lineAt(state, place.line) ?? scene?.marks.get(placeKey(place))?.[0]?.evidence?.text ?? null);
      return line === null ? null : { text: line, what: 'the log line' };
    }
    case 'details': {
      const facts = factsOf(state);
      const fact = facts[selectedFact(facts, state.fact)];
      return fact === undefined ? null : { text: fact.text, what: 'the fact' };
    }
    case 'timeline': {
      const participant = participantOf(state);
      if (participant === null || scene === null) return meetingSummary(state);
      const facts = participantFacts(state.book, scene, participant, null);
      return { text: facts.map(({ text }) => text).join('\n'), what: `what is known of ${laneLabel(participant)}` };
    }
    case 'meetings':
      return meetingSummary(state);
  }
}

function meetingSummary(state: Inspector): { readonly text: string; readonly what: string } | null {
  const scene = sceneOf(state);
  if (scene === null) return null;
  const { entry, summary } = scene;
  return { text: [entry.title, ...summary].join('\n'), what: 'the summary of the meeting' };
}
