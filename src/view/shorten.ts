/** Text in columns: as wide as terminals show it, cut between characters as people see them. */
import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a text takes in a terminal; an ideograph takes two. */
export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemesOf(text)) width += clusterWidth(segment);
  return width;
}

/** A cluster is as wide as its first character; a pictograph shown as one takes two, marks and joiners alone none. */
function clusterWidth(cluster: string): number {
  const code = cluster.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || /^[\p{Mark}\p{Cf}]/u.test(cluster)) return 0;
  return /^\p{RGI_Emoji}$/v.test(cluster) ? 2 : eastAsianWidth(code);
}

/** ASCII, the letters of Europe, dashes, arrows, comparisons, blocks and circles: nearly everything is of these, and needs no table. */
const narrow = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2139\u2190-\u2193\u2264\u2265\u2500-\u25fc\u2713-\u2718]*$/u;

/** Cuts to at most so many columns, with an ellipsis where something is missing. */
export function shorten(text: string, columns: number, ellipsis = '…'): string {
  if (text.length <= columns * longestCluster && widthOf(text) <= columns) return text;
  const room = columns - widthOf(ellipsis);
  if (room <= 0) return ellipsis.slice(0, Math.max(0, columns));
  return `${head(text, room)}${ellipsis}`;
}

/** As {@link shorten}, but what is missing is missing in the middle: of a path or an address both ends tell something. */
export function shortenMiddle(text: string, columns: number, ellipsis = '…'): string {
  if (text.length <= columns * longestCluster && widthOf(text) <= columns) return text;
  const room = columns - widthOf(ellipsis);
  if (room < 8) return shorten(text, columns, ellipsis);
  const end = tail(text, Math.floor(room / 3));
  return `${head(text, room - widthOf(end))}${ellipsis}${end}`;
}

/** Cuts or fills to exactly so many columns. */
export function fill(text: string, columns: number, ellipsis = '…'): string {
  const cut = shorten(text, columns, ellipsis);
  return cut + ' '.repeat(Math.max(0, columns - widthOf(cut)));
}

/** As {@link fill}, filled on the left: for numbers. */
export function fillLeft(text: string, columns: number, ellipsis = '…'): string {
  const cut = shorten(text, columns, ellipsis);
  return ' '.repeat(Math.max(0, columns - widthOf(cut))) + cut;
}

/**
 * Breaks a sentence into lines of at most so many columns, at blanks, but not between a number and its unit or its line;
 * a longer word is shortened in its middle.
 */
export function wrap(text: string, columns: number, ellipsis = '…'): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const long of glued(text).split(' ')) {
    const word = shortenMiddle(long, columns, ellipsis);
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => each.replaceAll(noBreak, ' '));
}

const noBreak = '\u00a0';

function glued(text: string): string {
  const lengths = text.replace(/(\d (?:d|h|min)) (?=\d+ (?:h|min|s)(?![\p{L}\d]))/gu, `$1${noBreak}`);
  return lengths.replace(/(\d) (?=(?:ms|s|min|h|d)(?![\p{L}\d]))|(\bline) (?=\d)/gu, `$1$2${noBreak}`);
}

/** Facts on as few lines as they need, with a sign between; none is broken unless it is longer than a line. */
export function wrapParts(parts: readonly string[], columns: number, between: string, ellipsis = '…'): readonly string[] {
  const lines: string[] = [];
  for (const part of parts.filter((each) => each !== '')) {
    const last = lines.at(-1);
    const joined = last === undefined ? null : `${last}${between}${part}`;
    if (joined !== null && widthOf(joined) <= columns) lines[lines.length - 1] = joined;
    else lines.push(...wrap(part, columns, ellipsis));
  }
  return lines;
}

/** Code units that one column may take: an emoji of a family, or a letter with its marks. Longer texts are cut before they are measured. */
const longestCluster = 24;

function head(text: string, room: number): string {
  let cut = '';
  let used = 0;
  for (const { segment } of graphemesOf(text.slice(0, (room + 1) * longestCluster))) {
    used += widthOf(segment);
    if (used > room) break;
    cut += segment;
  }
  return cut;
}

function tail(text: string, room: number): string {
  const clusters = [...graphemesOf(text.slice(-(room + 1) * longestCluster))].map(({ segment }) => segment).reverse();
  let cut = '';
  let used = 0;
  for (const cluster of clusters) {
    used += widthOf(cluster);
    if (used > room) break;
    cut = cluster + cut;
  }
  return cut;
}

let segmenter: Intl.Segmenter | null = null;

/** Made for the first text that needs it: its tables take longer to load than most logs to read. */
/** What a reader takes for one character. */
export function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}
