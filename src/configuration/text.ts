/** A text that may hold answers of the API: a saved file, a document, an answer just received. */
export interface AnswerText {
  /** As given; members of archives as `archive!member`. */
  readonly input: string;
  readonly text: string;
  /** The path that was asked (`/coSpaces/…`), where it is known: it tells to which space an access method belongs. */
  readonly path: string | null;
  /** The physical line of the text's first character, from 1. */
  readonly line: number;
}

/** A stretch of text that holds one object or one list. */
export interface Slice {
  readonly input: string;
  readonly path: string | null;
  /** Physical line on which it begins. */
  readonly line: number;
  readonly text: string;
  /** The element that it begins with. */
  readonly element: string;
  /** true = it ends before its element does. */
  readonly cut: boolean;
}

/** Counts what was mended, by kind of damage. */
export type Tally = Map<string, number>;

/** Adds to a tally. */
export function count(tally: Tally, what: string, times = 1): void {
  if (times > 0) tally.set(what, (tally.get(what) ?? 0) + times);
}
