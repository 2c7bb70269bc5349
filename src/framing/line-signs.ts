/** Signs that end a line in some programs, and how they are written where a program escapes them. */
/** Vertical tab, form feed, next line, line separator, paragraph separator. */
const signs = /[\x0b\x0c]|\xc2\x85|\xe2\x80[\xa8\xa9]/;
/** `\n` and `\r\n` as source code has them, `#012` and `#015#012` as syslogd. */
const escapeSource = '(?:\\\\r)?\\\\n|\\\\r|(?:#015)?#012|#015';
const escaped = new RegExp(escapeSource);
/** What shows that they end lines here: a head behind one, or that the line ends with one. */
const head =
  '(?:<\\d{1,3}>|&lt;\\d{1,3}&gt;)?(?:20\\d\\d[^\\d\\s]{1,3}\\d\\d[^\\d\\s]{1,3}\\d\\d|[A-Z][a-z]{2}[^A-Za-z0-9]{1,6}\\d{1,2}[^A-Za-z0-9]{1,6}\\d\\d:)';
const cutDay = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[^A-Za-z0-9]{0,6}(?:\\d{1,2}[^A-Za-z0-9]{0,6}\\d{0,2})?';
/** The beginning of a head, where a wrap has cut it. */
const cutHead = `(?:<\\d{0,3}>?|(?:<\\d{1,3}>|&lt;\\d{1,3}&gt;)?(?:20\\d\\d(?:-\\d{0,2}){0,2}[ T]{0,2}|${cutDay}))$`;
/** Blanks and signs, and colours whose escape is lost. */
const between = '(?:\\[\\d{1,2}m|[^\\w\\\\#]){0,8}';
const endsLines = new RegExp(`(?:${escapeSource})${between}(?:${head}|${cutHead}|$)`);
/** One of them in the middle of a text that was put together: before a head, or at its end. */
const joined = new RegExp(`(?:${escapeSource})(?=${between}${head}|${between}$)`, 'g');

/** A pattern for such signs, at a place. */
export const lineSignSource = `(?:${escapeSource})(?: {0,8}(?:<\\d|20\\d\\d-|[A-Z][a-z]{2} {1,2}\\d)|\\r?\\n)`;

/** A text that was put together from lines, with the signs that end some of them as blanks. */
export function withoutLineSigns(text: string): string {
  return escaped.test(text) ? text.replace(joined, ' ') : text;
}

/** A record in a string of JSON or of source code: its escapes are those of the string. */
const inString = /[{[:,=(] {0,4}"(?:<\d{1,3}>)?(?:20\d\d-|[A-Z][a-z]{2} {1,2}\d)/;

/** The lines of a physical line; nearly always it is one. */
export function linesIn(raw: string): readonly string[] {
  const lines = signs.test(raw) ? raw.split(signs) : [raw];
  return lines.some((line) => isEscaped(line))
    ? lines.flatMap((line) => (isEscaped(line) ? withoutLast(line.split(escaped)) : [line]))
    : lines;
}

function isEscaped(line: string): boolean {
  return escaped.test(line) && !inString.test(line) && endsLines.test(line);
}

/** What ends a line begins none. */
function withoutLast(lines: readonly string[]): readonly string[] {
  return lines.length > 1 && lines.at(-1)?.trim() === '' ? lines.slice(0, -1) : lines;
}
