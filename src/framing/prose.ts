/**
 * What somebody wrote behind a record of which no wording says where it ends. Such records may rightly have several lines (traces with their
 * XML, SQL), and a wrap may have broken them: only what reads like a sentence is prose, and what stands behind it.
 */

/** Three words of letters, one behind the other. */
const words = /(?:^|[ ("'])[A-Za-z\x80-\xff'\u00c0-\uffff]{1,30}(?:[,;]? [A-Za-z\x80-\xff'\u00c0-\uffff]{1,30}){2}(?=[ .,;:!?)"']|$)/;
/** What begins no line of markup, SQL or a header. */
const opening = /^["'(]?[A-Za-z\x80-\uffff][A-Za-z\x80-\uffff']{0,30}[,!]?(?: |$)/;
/** A sentence begins so; the rest of a record that was wrapped hardly does. */
const capital = /^["'(]?[A-Z\x80-\uffff][^A-Z]/;
/** Whether a line that begins with such a sign may be a sentence: most are not, and need no look. */
export function mayBeginProse(code: number): boolean {
  return (code > 0x40 && code < 0x5b) || code >= 0x80 || code === 0x22 || code === 0x27 || code === 0x28;
}

/** So much of a line is looked at. */
export const proseLooked = 200;

/**
 * @param line - a line behind the first of a record, one character per byte or decoded
 * @param isParagraph - whether a blank line or a fence stands between it and the record
 */
export function isProse(line: string, isParagraph: boolean): boolean {
  const start = line.slice(0, proseLooked).trimEnd();
  return (isParagraph || capital.test(start)) && opening.test(start) && words.test(start);
}

/**
 * How many lines at the end of a message are prose: from the paragraph on in which a sentence stands.
 * @param message - with `\n` where the input broke a line, `\n\n` over a blank line, a blank before it where a wrap may have broken it
 */
export function proseLines(message: string): number {
  const lines = message.split(/(\n{1,2})/);
  let start: number | null = null;
  for (let index = 2; index < lines.length; index += 2) {
    const gap = lines[index - 1] === '\n\n';
    if (gap) start = index;
    const isApart = gap || !(lines[index - 2] ?? '').endsWith(' ');
    if (isApart && isProse(lines[index] ?? '', start !== null)) return (lines.length - (start ?? index) + 1) / 2;
  }
  return 0;
}
