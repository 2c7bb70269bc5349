/** Searching: names over all meetings; in the evidence, the log itself. */
import { type Entry, searchable } from './book.ts';
import { type Person, personsNamed } from './crowd.ts';
import { entryOf, listOf, withLane, withMeeting, withTime } from './focus.ts';
import type { Inspector } from './state.ts';

interface Hit {
  readonly entry: Entry;
  /** null = the meeting itself. */
  readonly person: Person | null;
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
  const what = searchable(state.search);
  // Around the whole list and back to where it began: what stands before the selected one there comes last.
  for (let turn = 0; turn <= count; turn += 1) {
    const entry = list[(start + direction * turn + count * 2) % Math.max(1, count)];
    if (entry === undefined) break;
    const hits = hitsIn(entry, what);
    const found = turn === 0 ? beyond(hits, state, direction, itself) : direction === 1 ? hits[0] : hits.at(-1);
    if (found !== undefined) return shown(state, found);
  }
  const filtered = count < state.book.entries.length ? ' within the filter' : '';
  const early = state.book.whole ? '' : ' so far';
  return { ...state, message: { text: `"${state.search}" is found nowhere${filtered}${early}`, tone: 'warning' } };
}

function hitsIn(entry: Entry, what: string): readonly Hit[] {
  const itself = searchable(entry.title).includes(what) || (entry.space.id ?? '').includes(what);
  const persons = personsNamed(entry.crowd, what);
  return [...(itself ? [{ entry, person: null }] : []), ...persons.map((person) => ({ entry, person }))];
}

/** The first hit in the selected meeting that is behind what is selected. */
function beyond(hits: readonly Hit[], state: Inspector, direction: 1 | -1, itself: boolean): Hit | undefined {
  const index = hits.findIndex(({ person }) => (person?.lane ?? null) === state.lane);
  if (itself) return hits[Math.max(0, index)];
  if (index < 0) return direction === 1 && state.lane === null ? hits[0] : undefined;
  return hits[index + direction];
}

function shown(state: Inspector, { entry, person }: Hit): Inspector {
  const there = entry.key === state.meeting ? state : withMeeting(state, entry);
  const selected = withLane(there, person?.lane ?? null);
  if (person === null) return selected;
  const focused = person.at === null ? selected : withTime(selected, person.at);
  return { ...focused, view: state.view === 'meetings' ? 'timeline' : state.view };
}
