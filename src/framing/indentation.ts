/** Takes off the indentation of lines: what all around have, and that of lines that go on with a record. */
import { dateSource } from './headers.ts';

/** How the lines before were indented. */
export interface Indentation {
  readonly last: number;
  /** The least of those that go on with a record; null = there was none. */
  readonly least: number | null;
  /** That of the last line with a head. */
  readonly ofHead: number;
  /** A record is open: before the first, and behind a paragraph's end, lines are prose, which has an indentation of its own. */
  readonly isOpen: boolean;
}

export const noIndentation: Indentation = { last: 0, least: null, ofHead: 0, isOpen: false };

/** The beginning of a head with its date, or one whose stamp is lost. */
export const headAhead = new RegExp(`^ *(?:<\\d{1,3}>(?:1 )?)?(?:${dateSource}|[\\w.\\-]{1,80} {1,3}host:server ?:)`);

const blanks = /^ */;

export function indented(line: string): number {
  return blanks.exec(line)?.[0].length ?? 0;
}

/**
 * What a line adds to that of the lines before.
 * @param isOver - a paragraph has ended before the line
 */
export function indentationBehind(line: string, { least, ofHead, isOpen }: Indentation, isOver: boolean): Indentation {
  const last = indented(line);
  if (headAhead.test(line)) return { last, least, ofHead: last, isOpen: true };
  const goesOn = isOpen && !isOver;
  return { last, least: line.trim() === '' || !goesOn ? least : Math.min(last, least ?? last), ofHead, isOpen: goesOn };
}

export interface Outdented {
  readonly text: string;
  /** Blanks of a hanging indentation that were taken off. */
  readonly hanging: number;
  readonly changed: boolean;
}

/**
 * Takes off the indentation that the lines around share; beyond it, one blank belongs to the text (a wrap may begin a line with it),
 * more are a hanging indentation.
 */
export function outdent(line: string, { last, least, ofHead }: Indentation, next: string): Outdented {
  const own = indented(line);
  if (own === 0) return { text: line, hanging: 0, changed: false };
  if (headAhead.test(line)) return { text: line.slice(own), hanging: 0, changed: true };
  const shared = Math.min(last, next.trim() === '' ? own : indented(next), least ?? own);
  // Less than the lines around, which begin with blanks of their own, or it is none of theirs.
  const taken = own >= shared ? shared : own >= ofHead ? ofHead : 0;
  const hanging = own - taken > 1 ? own - taken : 0;
  return { text: line.slice(taken + hanging), hanging, changed: taken > 0 || own > 1 };
}
