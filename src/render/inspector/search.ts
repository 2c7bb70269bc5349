/** Searching: names over all meetings; in the evidence, the log itself. */
import type { Participant } from '#model/index.ts';
import { type Entry, namesOf } from './book.ts';
import { entryOf, listOf, withLane, withMeeting, withTime } from './focus.ts';
import { laneKey } from './identity.ts';
import type { Inspector } from './state.ts';

interface Hit {
  readonly entry: Entry;
  /** null = the meeting itself. */
  readonly participant: Participant | null;
}

/** To the next place found, or the one before. */
export function hit(state: Inspector, direction: 1 | -1): Inspector {
  if (state.search === '') return { ...state, message: { text: 'nothing is searched: / begins', tone: 'plain' } };
  if (state.view === 'evidence' && state.place !== null) {
    const { input, line } = state.place;
    return { ...state, wish: { kind: 'find', input, text: state.search, line: line + direction, direction } };
  }
  return toHit(state, direction, false);
}

/** Where a search begins: at what is selected, itself included. */
export function firstHit(state: Inspector): Inspector {
  if (state.view === 'evidence' && state.place !== null) {
    const { input, line } = state.place;
    return { ...state, wish: { kind: 'find', input, text: state.search, line, direction: 1 } };
  }
  return toHit(state, 1, true);
}

function toHit(state: Inspector, direction: 1 | -1, itself: boolean): Inspector {
  const list = listOf(state);
  const here = entryOf(state);
  const start = Math.max(0, here === null ? 0 : list.indexOf(here));
  const count = list.length;
  const what = state.search.toLowerCase();
  // Around the whole list and back to where it began: what stands before the selected one there comes last.
  for (let turn = 0; turn <= count; turn += 1) {
    const entry = list[(start + direction * turn + count * 2) % Math.max(1, count)];
    if (entry === undefined) break;
    const hits = hitsIn(entry, what);
    const found = turn === 0 ? beyond(hits, state, direction, itself) : direction === 1 ? hits[0] : hits.at(-1);
    if (found !== undefined) return shown(state, found);
  }
  return {
    ...state,
    message: {
      text: `"${state.search}" is found nowhere${count < state.book.entries.length ? ' within the filter' : ''}`,
      tone: 'warning',
    },
  };
}

function hitsIn(entry: Entry, what: string): readonly Hit[] {
  const itself = entry.title.toLowerCase().includes(what) || (entry.space.id ?? '').includes(what);
  const people = entry.meeting.participants.filter((participant) => namesOf(participant).some((name) => name.toLowerCase().includes(what)));
  return [...(itself ? [{ entry, participant: null }] : []), ...people.map((participant) => ({ entry, participant }))];
}

/** The first hit in the selected meeting that is behind what is selected. */
function beyond(hits: readonly Hit[], state: Inspector, direction: 1 | -1, itself: boolean): Hit | undefined {
  const index = hits.findIndex(({ participant }) => (participant === null ? null : laneKey(participant)) === state.lane);
  if (itself) return hits[Math.max(0, index)];
  if (index < 0) return direction === 1 && state.lane === null ? hits[0] : undefined;
  return hits[index + direction];
}

function shown(state: Inspector, { entry, participant }: Hit): Inspector {
  const there = entry.key === state.meeting ? state : withMeeting(state, entry);
  const selected = withLane(there, participant);
  if (participant === null) return selected;
  const at = participant.connectedAt ?? participant.joinedAt;
  const focused = at === null ? selected : withTime(selected, at);
  return { ...focused, view: state.view === 'meetings' ? 'timeline' : state.view };
}
