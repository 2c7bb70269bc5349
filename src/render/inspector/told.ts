/** What comes from outside → the next state: more of the log, raw lines, a terminal of another size, what became of a wish. */
import type { Book, Scene } from './book.ts';
import { personsOf } from './crowd.ts';
import { entryOf, listOf, withMeeting, withTime } from './focus.ts';
import type { Inspector, LineBlock, Message, Progress, Size } from './state.ts';
import { toLine } from './step-lists.ts';

/** More of the log is read. What is looked at stays as it is; before the first key that is the first meeting. */
export function withBook(state: Inspector, book: Book, progress: Progress): Inspector {
  const next: Inspector = { ...state, book, progress };
  const entry = entryOf(next);
  if (entry === null) return withMeeting(next, listOf(next)[0] ?? null);
  // Somebody may be known better now: who is not found again is not selected any more.
  return next.lane === null || [...personsOf(entry.crowd)].some(({ lane }) => lane === next.lane) ? next : { ...next, lane: null };
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

/** What a growing log brought, in a few words; null = nothing that can be seen. */
export function newsOf(before: Book, after: Book): string | null {
  const old = new Map(before.entries.map((entry) => [entry.key, entry]));
  const fresh = after.entries.filter(({ key }) => !old.has(key));
  const changed = after.entries.filter((entry) => {
    const known = old.get(entry.key);
    return known !== undefined && (known.people !== entry.people || known.changes !== entry.changes);
  });
  const gone = before.entries.filter(({ key }) => !after.byKey.has(key)).length;
  const more = after.findings.length - before.findings.length;
  const parts = [
    fresh.length === 0 ? '' : `${fresh.length} new meeting${fresh.length === 1 ? '' : 's'}`,
    changed.length === 0 ? '' : `changes in ${changed.length === 1 ? (changed[0]?.title ?? '') : `${changed.length} meetings`}`,
    gone === 0 ? '' : `${gone} meeting${gone === 1 ? '' : 's'} no longer in the log`,
    more <= 0 ? '' : `${more} more finding${more === 1 ? '' : 's'}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}
