/** What comes from outside → the next state: more of the log, raw lines, a terminal of another size, what became of a wish. */
import type { Book, Scene } from './book.ts';
import { personsOf } from './crowd.ts';
import { entryOf, listOf, withMeeting, withTime } from './focus.ts';
import type { Inspector, LineBlock, Message, Place, Progress, Size } from './state.ts';
import { toLine } from './step-lists.ts';

/** More of the log is read. What is looked at stays as it is; before the first key that is the first meeting. */
export function withBook(state: Inspector, book: Book, progress: Progress): Inspector {
  const next: Inspector = { ...state, book, progress, place: placeIn(book, state) };
  const entry = entryOf(next);
  if (entry === null) return withMeeting(next, listOf(next)[0] ?? null);
  // Somebody may be known better now: who is not found again is not selected any more.
  return next.lane === null || [...personsOf(entry.crowd)].some(({ lane }) => lane === next.lane) ? next : { ...next, lane: null };
}

/** The line looked at; in a log that was begun anew, its last one. A few lines beyond the end have come after it was read. */
function placeIn({ inputs }: Book, { place, size }: Inspector): Place | null {
  const lines = inputs.find(({ name }) => name === place?.input)?.lines ?? null;
  return place === null || lines === null || place.line <= lines + size.rows ? place : { ...place, line: Math.max(1, lines) };
}

/** A meeting that was asked for has come. */
export function withScene(state: Inspector, { entry, moments }: Scene): Inspector {
  if (entry.key !== state.meeting) return state;
  if (state.place !== null || state.at === null || moments.length === 0) return { ...state };
  return withTime(state, state.at);
}

export function withProgress(state: Inspector, progress: Progress): Inspector {
  return { ...state, progress };
}

/** The files have more lines than before: those at hand are looked up again. */
export function withGrowth(state: Inspector, progress: Progress): Inspector {
  return { ...state, progress, lines: null };
}

export function withLines(state: Inspector, lines: LineBlock): Inspector {
  return { ...state, lines };
}

export function withSize(state: Inspector, size: Size): Inspector {
  return { ...state, size };
}

export function withMessage(state: Inspector, message: Message | null): Inspector {
  return { ...state, message };
}

/** A search in the log has come to its end; null = found nowhere. */
export function withFound(state: Inspector, line: number | null): Inspector {
  if (line === null) return { ...state, message: { text: `"${state.search}" is found nowhere else in the log`, tone: 'warning' } };
  return { ...toLine(state, line), message: null };
}
