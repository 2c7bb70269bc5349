/** The screen for those who hear it: sentences about what is selected, no pictures. */
import { duration } from '#view/duration.ts';
import { laneLabel, roleWords } from '#view/labels.ts';
import { safe } from '#view/safe.ts';
import { stateAtWords } from './facts.ts';
import { factsOf, selectedFact } from './facts-of.ts';
import { comingWords, entryOf, isComing, listOf, participantOf, visibleLanes } from './focus.ts';
import { laneKey } from './identity.ts';
import { keyLabel, keyTable } from './keys.ts';
import { lineAt } from './raw.ts';
import type { Inspector } from './state.ts';
import { filterRows } from './step-filter.ts';

/** What there is to say, the most important first. */
export function speechOf(state: Inspector): readonly string[] {
  const { message, progress } = state;
  return [
    ...(message === null ? [] : [message.text]),
    ...(progress.done ? [] : ['The log is still being read; what follows is what is known so far.']),
    ...(state.overlay === null ? viewWords(state) : overlayWords(state)),
    'Question mark: help.',
  ];
}

function viewWords(state: Inspector): readonly string[] {
  const { view, at, book, place } = state;
  switch (view) {
    case 'meetings':
      return meetingWords(state);
    case 'timeline': {
      const participant = participantOf(state);
      const lanes = visibleLanes(state);
      const index = lanes.findIndex((lane) => laneKey(lane.participant) === state.lane);
      if (isComing(state)) return [`Timeline: ${comingWords(state)}.`];
      if (participant === null) return [`Timeline, ${lanes.length} participants. Down selects the first.`];
      return [
        `Timeline, participant ${index + 1} of ${lanes.length}: ${laneLabel(participant)}, ${roleWords[participant.role]}.`,
        ...(at === null ? [] : [`At ${stateAtWords(participant, at, book.face)}.`]),
      ];
    }
    case 'details': {
      const facts = factsOf(state);
      const fact = facts[selectedFact(facts, state.fact)];
      const proof = fact?.evidence == null ? '' : `, log line ${fact.evidence.line}`;
      return [`Details: ${fact?.text ?? 'nothing'}${proof}.`];
    }
    case 'evidence':
      return place === null
        ? ['No log line is looked at.']
        : [`Log line ${place.line}: ${safe(lineAt(state, place.line) ?? 'not at hand')}`];
  }
}

function meetingWords(state: Inspector): readonly string[] {
  const list = listOf(state);
  const entry = entryOf(state);
  if (entry === null) return [`${list.length} meetings.`];
  const when =
    entry.extent === null
      ? 'at an unknown time'
      : `${state.book.face.date(entry.extent.from)} ${state.book.face.seconds(entry.extent.from)}`;
  const waits = entry.waiting === 0 ? 'nobody waited' : `${entry.waiting} waited, the longest ${duration(entry.longest)}`;
  return [
    `Meeting ${list.indexOf(entry) + 1} of ${list.length}: ${entry.title}, ${when}.`,
    `${entry.people} people, ${entry.hosts} of them hosts; ${waits}; ${entry.findings.numbers.length} findings.`,
  ];
}

function overlayWords({ overlay, book }: Inspector): readonly string[] {
  switch (overlay?.kind) {
    case 'help':
      return keyTable.map(({ keys, meaning }) => `${keys.map((key) => keyLabel(key, false)).join(' or ')}: ${meaning}.`);
    case 'findings': {
      const finding = book.findings.at(overlay.index)?.finding;
      return [`Finding ${overlay.index + 1} of ${book.findings.length}: ${finding === undefined ? 'none' : safe(finding.message)}`];
    }
    case 'filter': {
      const row = filterRows[overlay.row] ?? 'role';
      return [
        `Filter, ${row}: ${overlay.draft[row] === null || overlay.draft[row] === '' ? 'any' : overlay.draft[row]}.`,
        overlay.wrong ?? '',
      ];
    }
    case 'save':
      return ['Save the diagram: 1 SVG, 2 PNG, 3 HTML.'];
    case 'search':
      return [`Search: ${overlay.text}`];
    case 'record':
    case undefined:
      return [];
  }
}
