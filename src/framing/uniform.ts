/**
 * What stands in front of all lines alike was put there, whatever it is: bullets, comment signs, numbers with gaps, times of a terminal,
 * names of containers. It is recognised where it begins: in front of a head, and again in front of the heads that follow.
 */
import { type Head, type HeadFinder, oneLine } from './heads.ts';
import type { Count } from './mend.ts';
import { lengthOf } from './shape.ts';
import type { Behind } from './undress.ts';

/** A line and what follows it, without what stands in front of all of them. */
export interface Bared {
  readonly line: string;
  readonly behind: Behind;
  /** Its end was taken off, too: with that, the width to which it may have been padded. */
  readonly isRow: boolean;
}

export interface UniformDress {
  takeOff(line: string, behind: Behind): Bared;
  /** Every line has it: then one that looks like a record is none, but what goes on behind it. */
  isOnEveryLine(): boolean;
  /** Lines before were taken without being looked at. */
  plain(): void;
}

/** A text in front of lines. Numbers and blanks in it may differ from line to line, but for the blanks at its end. */
interface Uniform {
  readonly shape: string;
  /** It stands in front of every line, also of those that go on with a record. */
  readonly everyLine: boolean;
  /** What closes what it opens; null = it opens nothing. */
  readonly closing: string | null;
  /** What it opens is closed at the end of each record: the record was wrapped later. Else at the end of each line. */
  readonly closesRecords: boolean;
}

/** A head that stands farther behind is none of a dressed line. */
const longest = 160;
/** What lies ahead has to show it so many times before it is taken from lines without a head. */
const provingLines = 2;
/** So much is shown of the next line at most: it may be longer. */
const cutLength = 400;
/** Quote marks and indentation change from line to line: they are a matter of `undress.ts`. */
const onlyQuoting = /^[>|\s]*$/;

/** @param mend - mends the characters of lines to come */
export function createUniformDress(finder: HeadFinder, mend: (line: string) => string, count: Count): UniformDress {
  let worn: Uniform | null = null;
  /** A record is open: what stands in front of the next head may be its end. */
  let isOpen = false;
  /** Lines since the last blank one; where blank lines stand between all lines, they end no record. */
  let sinceBlank = 2;

  /** The first head of a line, from a place on. */
  const headIn = (line: string, from = 0): Head | null => finder.find(line.slice(0, 2 * longest), from, longest, oneLine);

  /** What stands in front of a head, also when the head of a relay begins with it. */
  const shapeIn = (line: string, head: Head): string => {
    const before = line.slice(0, head.start);
    if (!onlyQuoting.test(before) || !isRelay(head)) return before;
    return line.slice(0, headIn(line, line.indexOf(' ', head.start) + 1)?.start ?? head.start);
  };

  /** What begins with a line, judged by the lines ahead. */
  const begin = (line: string, head: Head, behind: Behind): Uniform | null => {
    const shape = shapeIn(line, head);
    if (onlyQuoting.test(shape) && shape.trim() !== '|') return null;
    const ahead = linesAhead(behind, mend);
    const heads = ahead.map((other) => headIn(other));
    const everyLine = ahead.length >= provingLines && ahead.every((other) => lengthOf(shape, other) > 0);
    // Times of a relay belong to the head, unless lines that go on with a record have them, too.
    const isGoingOn = (other: string): boolean => finder.at(other, lengthOf(shape, other)) === null;
    if (shape.length > head.start)
      return everyLine && ahead.some(isGoingOn) ? { shape, everyLine, closing: null, closesRecords: false } : null;
    const places = ahead.flatMap((other, index) => {
      const start = heads[index]?.start;
      return start === undefined ? [] : start > 0 && lengthOf(shape, other) === start;
    });
    if (!everyLine && (places.length === 0 || !places.every(Boolean))) return null;
    const closing = closingOf(shape);
    const closes = closing !== null && ahead.every((other) => other.length >= cutLength || endOf(other, closing) < other.length);
    // A bar that only stands in front is a quotation; with one at the end, too, a row of a table.
    if (onlyQuoting.test(shape) && !(everyLine && closes)) return null;
    const closesRecords = !closes && closing !== null && doCloseRecords(closing, [line, ...ahead], [head, ...heads]);
    return { shape, everyLine, closing: closes || closesRecords ? closing : null, closesRecords };
  };

  const lengthIn = (line: string, { shape, everyLine }: Uniform): number => {
    const length = lengthOf(shape, line);
    return everyLine || length === 0 || finder.at(line, length) !== null ? length : 0;
  };

  const bared = (line: string, behind: Behind, worn: Uniform): Bared => {
    const length = lengthIn(line, worn);
    const nextLength = lengthIn(behind.next, worn);
    const next = behind.next.trim();
    // A wrap may go through the signs of emphasis.
    const isLast = isOpen && (next === '' || (next === '*' && worn.closing === '*') || (nextLength > 0 && headIn(behind.next) !== null));
    const mayClose = isLast || !worn.closesRecords;
    const end = worn.closing === null || !mayClose ? line.length : endOf(line, worn.closing);
    if (length === 0 && (end === line.length || !worn.closesRecords)) return { line, behind, isRow: false };
    count('prefix');
    if (length === 0) return { line: line.slice(0, end), behind, isRow: false };
    const isRow = worn.closing === '|' && end < line.length;
    const text = line.slice(length, Math.max(length, end));
    return { line: isRow ? withoutPadding(text) : text, behind: { ...behind, next: behind.next.slice(nextLength), later: '' }, isRow };
  };

  const takeOff: UniformDress['takeOff'] = (line, behind) => {
    if (line.trim() === '') {
      isOpen &&= sinceBlank <= 1;
      sinceBlank = 0;
      return { line, behind, isRow: false };
    }
    sinceBlank += 1;
    const head = headIn(line);
    const goesOn = worn !== null && lengthIn(line, worn) > 0;
    if (worn !== null && !goesOn) worn = { ...worn, everyLine: false };
    if (head !== null && (goesOn ? worn?.everyLine === false : !isOpen)) worn = begin(line, head, behind) ?? worn;
    isOpen ||= head !== null;
    return worn === null ? { line, behind, isRow: false } : bared(line, behind, worn);
  };

  return {
    takeOff,
    isOnEveryLine: () => worn?.everyLine === true,
    plain() {
      worn = null;
      isOpen = true;
      sinceBlank += 1;
    },
  };
}

/** A time in front of a head may be that of a relay. */
function isRelay({ framing }: Head): boolean {
  return framing === 'relayed' || framing === 'collector';
}

/** What is opened right in front of a record, and by what it is closed. */
const pairs: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '|': '|',
  '(': ')',
  '[': ']',
  '{': '}',
  '*': '*',
  '\x82': '\xe2\x94\x82',
};

function closingOf(shape: string): string | null {
  const tag = /<([A-Za-z][\w:.-]{0,40})>$/.exec(shape)?.[1];
  return tag === undefined ? (pairs[shape.trimEnd().slice(-1)] ?? null) : `</${tag}>`;
}

/** A cell without the blank before its bar, and without those that fill it up. */
function withoutPadding(cell: string): string {
  const text = cell.trimEnd();
  return cell.length - text.length > 2 ? text : cell.replace(/ $/, '');
}

/** Whether all records of which the end is in sight, before the head of the next one, are closed there. */
function doCloseRecords(closing: string, lines: readonly string[], heads: readonly (Head | null)[]): boolean {
  const ends = lines.filter((_, index) => heads[index + 1] != null);
  return ends.length > 0 && ends.every((line) => line.length >= cutLength || endOf(line, closing) < line.length);
}

/** Where a line ends without what closes it; behind a tag anything may follow, else a comma or another sign of lists. */
function endOf(line: string, closing: string): number {
  if (closing.startsWith('<')) {
    const tag = line.lastIndexOf(closing);
    return tag === -1 ? line.length : tag;
  }
  let at = line.length;
  while (at > 0 && ' ,;'.includes(line.charAt(at - 1))) at -= 1;
  if (!line.endsWith(closing, at)) return line.length;
  // Emphasis is up to three signs; of quotes, the one before may be of the message.
  do at -= closing.length;
  while (closing === '*' && line.endsWith(closing, at));
  return at;
}

/** The lines that are known whole of what follows, blank ones aside. */
function linesAhead({ next, later }: Behind, mend: (line: string) => string): readonly string[] {
  const lines = later.split(/\r\n|[\r\n]/).slice(0, -1);
  return [next, ...lines.map(mend)].filter((line) => line.trim() !== '');
}
