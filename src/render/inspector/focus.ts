/** What is looked at: the meeting, the participant, the moment and the log line go together. */
import { type Evidence, type Instant, instant, type Participant } from '#model/index.ts';
import type { Lane } from '#view/picture.ts';
import type { Entry, Scene } from './book.ts';
import { clipOf, lanesOf } from './filter.ts';
import { laneKey } from './identity.ts';
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

export function participantOf(state: Inspector): Participant | null {
  return state.lane === null ? null : (sceneOf(state)?.byLane.get(state.lane) ?? null);
}

/** The lanes that pass the filter. */
export function visibleLanes(state: Inspector): readonly Lane[] {
  const picture = sceneOf(state)?.picture ?? null;
  return picture === null ? [] : lanesOf(picture, state.filter, state.book);
}

/** From when to when the timeline shows; null where the log gives the meeting no time. */
export function shownOf(state: Inspector): { readonly from: Instant; readonly to: Instant } | null {
  if (state.window !== null) return state.window;
  const picture = sceneOf(state)?.picture ?? null;
  return picture === null ? null : clipOf(state.filter, state.book, picture.from, picture.to);
}

/** Looks at a meeting from its beginning. */
export function withMeeting(state: Inspector, entry: Entry | null): Inspector {
  if (entry === null) return { ...state, meeting: null, lane: null, at: null, window: null, place: null, fact: 0 };
  const { moments } = state.book.scene(entry);
  const first = moments[0] ?? null;
  const next: Inspector = {
    ...state,
    meeting: entry.key,
    lane: null,
    window: null,
    fact: 0,
    shift: 0,
    at: first?.at ?? entry.extent?.from ?? null,
  };
  return { ...next, place: placeOf(first?.evidence ?? null) };
}

/** Looks at another moment; the log follows to the record that was the last by then. */
export function withTime(state: Inspector, at: Instant): Inspector {
  const { moments } = sceneOf(state) ?? { moments: [] };
  let place = null;
  for (let index = lastAt(moments, at); index >= 0 && place === null; index -= 1) place = placeOf(moments[index]?.evidence ?? null);
  return inSight({ ...state, at, place: place ?? state.place, shift: 0 });
}

/** Looks at a record, and at the moment that it tells of where there is one. */
export function withRecord(state: Inspector, evidence: Evidence, at: Instant | null): Inspector {
  return inSight({ ...state, place: placeOf(evidence), at: at ?? state.at, shift: 0 });
}

export function withLane(state: Inspector, participant: Participant | null): Inspector {
  return { ...state, lane: participant === null ? null : laneKey(participant), fact: 0 };
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

function placeOf(evidence: Evidence | null): Inspector['place'] {
  return evidence === null ? null : { input: evidence.input, line: evidence.line };
}
