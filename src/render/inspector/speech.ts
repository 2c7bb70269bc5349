/** The screen for those who hear it: sentences about what is selected, no pictures. */
import { duration } from '#view/duration.ts';
import { laneLabel, roleWords, severityWords, stateWords } from '#view/labels.ts';
import { safe } from '#view/safe.ts';
import { type Filter, inputWords, placeKey } from './book.ts';
import { stateAtWords } from './facts.ts';
import { factsOf, selectedFact } from './facts-of.ts';
import { filterWords, isFiltering } from './filter.ts';
import { comingWords, entryOf, isComing, listOf, participantOf, sceneOf, visibleLanes } from './focus.ts';
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
    ...(isFiltering(state.filter) && state.overlay === null ? [`Filter: ${filterWords(state.filter, 'and')}.`] : []),
    ...(state.overlay === null ? viewWords(state) : overlayWords(state)),
    'Question mark: help.',
  ];
}

function viewWords(state: Inspector): readonly string[] {
  const { view, at, book, place, window } = state;
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
        ...(window === null ? [] : [`Closer in time: ${book.face.time(window.from)} to ${book.face.time(window.to)}.`]),
      ];
    }
    case 'details': {
      const facts = factsOf(state);
      const fact = facts[selectedFact(facts, state.fact)];
      const proof = fact?.evidence == null ? '' : `, log line ${fact.evidence.line}`;
      return [`Details: ${(fact?.text ?? 'nothing').replace(/\.$/u, '')}${proof}.`];
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
  if (entry === null) return [`${counted(list.length, 'meeting')}.`];
  const when =
    entry.extent === null
      ? 'at an unknown time'
      : !entry.startKnown
        ? 'since before the log'
        : `${state.book.face.date(entry.extent.from)} ${state.book.face.seconds(entry.extent.from)}`;
  const waits = entry.waiting === 0 ? 'nobody waited' : `${entry.waiting} waited, the longest ${duration(entry.longest)}`;
  return [
    `Meeting ${list.indexOf(entry) + 1} of ${list.length}: ${entry.title}, ${when}.`,
    `${counted(entry.hosts, 'host')}, ${counted(entry.people - entry.hosts, 'other participant')}; ${waits}; ${counted(entry.findings.numbers.length, 'finding')}.`,
  ];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function overlayWords(state: Inspector): readonly string[] {
  const { overlay, book } = state;
  switch (overlay?.kind) {
    case 'help':
      return keyTable.map(({ keys, meaning }) => `${keys.map((key) => keyLabel(key, false)).join(' or ')}: ${meaning}.`);
    case 'findings': {
      const finding = book.findings.at(overlay.index)?.finding;
      if (finding === undefined) return [book.whole ? 'There are no findings.' : 'Findings are known when the log is read to its end.'];
      return [`Finding ${overlay.index + 1} of ${book.findings.length}, ${severityWords[finding.severity]}: ${safe(finding.message)}`];
    }
    case 'filter': {
      const row = filterRows[overlay.row] ?? 'role';
      return [
        `Filter, ${row}: ${filterValue(overlay.draft, row)}. Enter applies, Escape leaves.`,
        ...(overlay.wrong === null ? [] : [overlay.wrong]),
      ];
    }
    case 'save':
      return ['Save the diagram: 1 SVG, 2 PNG, 3 HTML. Escape leaves.'];
    case 'search':
      return [`Search: ${overlay.text}`];
    case 'record':
      return recordWords(state);
    case undefined:
      return [];
  }
}

/** What the rows of the filter say, and how each is changed. */
function filterValue(draft: Filter, row: (typeof filterRows)[number]): string {
  switch (row) {
    case 'role':
      return `${draft.role === null ? 'any' : roleWords[draft.role]}; left and right change it`;
    case 'state':
      return `${draft.state === null ? 'any' : `was ever ${stateWords[draft.state]}`}; left and right change it`;
    case 'participant':
    case 'from':
    case 'to':
      return `${draft[row] === '' ? 'any' : draft[row]}; type to change it`;
  }
}

/** The record that is open, and what it says of the meeting. */
function recordWords(state: Inspector): readonly string[] {
  const { place, book } = state;
  if (place === null) return [];
  const moments = sceneOf(state)?.marks.get(placeKey(place)) ?? [];
  return [
    `Line ${place.line} of ${inputWords(place.input)}: ${safe(lineAt(state, place.line) ?? 'not at hand')}`,
    ...moments.map(({ at, words }) => `It tells: ${book.face.time(at)} ${safe(words)}.`),
    ...(moments.length === 0 ? ['It tells nothing of this meeting.'] : []),
  ];
}
