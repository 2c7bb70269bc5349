/** What is looked at: the meeting, the participant, the moment and the log line go together. */
import { type Evidence, type Instant, instant, type Participant } from '#model/index.ts';
import type { Lane } from '#view/picture.ts';
import type { Entry, Scene } from './book.ts';
import { clipOf } from './filter.ts';
import { lastAt } from './moments.ts';
import type { Inspector } from './state.ts';

export function listOf({ book, order, filter }: Inspector): readonly Entry[] {
  return book.list(order, filter);
}

export function entryOf({ book, meeting }: Inspector): Entry | null {
  return meeting === null ? null : (book.byKey.get(meeting) ?? null);
}

export function sceneOf(state: Inspector): Scene | null {
  const entry = entryOf(state);
  return entry === null ? null : state.book.scene(entry);
}

/** The meetings above and below the selected one. */
export function nextTo(state: Inspector): readonly Entry[] {
  const list = listOf(state);
  const entry = entryOf(state);
  const index = entry === null ? -1 : list.indexOf(entry);
  return index < 0 ? [] : [list[index + 1], list[index - 1], list[index + 2]].filter((each) => each !== undefined);
}

/** A meeting is selected, and what is known of it is on its way. */
export function isComing(state: Inspector): boolean {
  return entryOf(state) !== null && sceneOf(state) === null;
}

export function participantOf(state: Inspector): Participant | null {
  return state.lane === null ? null : (sceneOf(state)?.byLane.get(state.lane) ?? null);
}

/** What stands in the place of a meeting until it has come. */
export function comingWords(state: Inspector): string {
  const people = entryOf(state)?.people ?? 0;
  return `laying out ${people === 1 ? 'one participant' : `${people} participants`}`;
}

/** The lanes that pass the filter. */
export function visibleLanes(state: Inspector): readonly Lane[] {
  const scene = sceneOf(state);
  return scene === null ? [] : state.book.lanes(scene, state.filter);
}

/** From when to when the timeline shows; null where the log gives the meeting no time. */
export function shownOf(state: Inspector): { readonly from: Instant; readonly to: Instant } | null {
  if (state.window !== null) return state.window;
  const picture = sceneOf(state)?.picture ?? null;
  return picture === null ? null : clipOf(state.filter, state.book.face, picture.from, picture.to);
}

/** Looks at a meeting from its beginning. */
export function withMeeting(state: Inspector, entry: Entry | null): Inspector {
  if (entry === null) return { ...state, meeting: null, lane: null, at: null, window: null, place: null, fact: 0 };
  const { key, begins, extent } = entry;
  return {
    ...state,
    ...{ meeting: key, lane: null, window: null, fact: 0, shift: 0 },
    at: begins?.at ?? extent?.from ?? null,
    place: placeOf(begins?.evidence ?? null),
  };
}

/** Looks at another moment; the log follows to the record that was the last by then. */
export function withTime(state: Inspector, at: Instant): Inspector {
  const scene = sceneOf(state);
  // Its place in the log is looked up when the meeting has come.
  if (scene === null) return inSight({ ...state, at, place: null, shift: 0 });
  const { moments } = scene;
  let place = null;
  for (let index = lastAt(moments, at); index >= 0 && place === null; index -= 1) place = placeOf(moments[index]?.evidence ?? null);
  return inSight({ ...state, at, place: place ?? state.place, shift: 0 });
}

/** Looks at a record, and at the moment that it tells of where there is one. */
export function withRecord(state: Inspector, evidence: Evidence, at: Instant | null): Inspector {
  return inSight({ ...state, place: placeOf(evidence), at: at ?? state.at, shift: 0 });
}

export function withLane(state: Inspector, lane: string | null): Inspector {
  return { ...state, lane, fact: 0 };
}

/** Moves what the timeline shows so far that the moment looked at is seen. */
function inSight(state: Inspector): Inspector {
  const { window, at } = state;
  if (window === null || at === null || (at >= window.from && at <= window.to)) return state;
  const length = window.to - window.from;
  return { ...state, window: within(state, at - length / 2, length) };
}

/** A window of a length, moved into what there is of the meeting; null = all of it. */
export function within(state: Inspector, from: number, length: number): Inspector['window'] {
  const picture = sceneOf(state)?.picture ?? null;
  if (picture === null || length >= picture.to - picture.from) return null;
  const first = Math.round(Math.max(picture.from, Math.min(from, picture.to - length)));
  return { from: instant(first), to: instant(Math.round(first + length)) };
}

function placeOf(evidence: Pick<Evidence, 'input' | 'line'> | null): Inspector['place'] {
  return evidence === null ? null : { input: evidence.input, line: evidence.line };
}
