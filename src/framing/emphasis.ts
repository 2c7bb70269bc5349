/** Emphasis of Markdown around whole records: what is opened in front of a head is closed at the end of the record, on whatever line that is. */

const opening = /[*`]{1,3}$/;
const ending = /[*`]{1,3} {0,3}$/;

export interface Closed {
  readonly rest: string;
  /** What is still to be closed on lines to come. */
  readonly open: string;
}

/**
 * A line with a head without the emphasis at its end.
 * @param found - what was taken off in front of the head
 */
export function withoutEnd(rest: string, found: string): Closed {
  const emphasis = opening.exec(found)?.[0] ?? '';
  const closed = emphasis === '' ? rest : rest.replace(ending, '');
  return { rest: closed, open: closed === rest ? emphasis : '' };
}

/** A line without the end of an emphasis, and what of that stands on the next line: a wrap may go through it. */
export function withoutClosing(rest: string, emphasis: string, next: string): Closed {
  const text = rest.trimEnd();
  if (text.endsWith(emphasis)) return { rest: text.slice(0, -emphasis.length), open: '' };
  for (let cut = 1; cut < emphasis.length; cut += 1) {
    const isCut = text.endsWith(emphasis.slice(0, cut)) && next.trim() === emphasis.slice(cut);
    if (isCut) return { rest: text.slice(0, -cut), open: emphasis.slice(cut) };
  }
  return { rest, open: emphasis };
}

/** Whether what was found closes a quote that the line before has opened. */
export function closes(found: string, before: string): boolean {
  const quote = /["'`]$/.exec(found)?.[0];
  return quote !== undefined && before.split(quote).length % 2 === 0;
}
