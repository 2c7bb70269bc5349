/**
 * Takes off what copying put in front of whole lines: quote marks, the numbers and names of editors and grep, indentation, fences.
 * A line is judged with the line before and the one behind it, because a wrapped record may rightly begin a line with `> ` or `38: `.
 */
import type { RepairName } from '#model/index.ts';
import {
  cutAngle,
  dateAhead,
  fence,
  fileAndNumber,
  fileOnly,
  leadingNumber,
  lineWord,
  marks,
  numberSeparator,
  numbered,
  octets,
  rubbish,
  timeOfDay,
} from './dress.ts';
import { closes, withoutClosing, withoutEnd } from './emphasis.ts';
import { headAhead, type Indentation, indentationBehind, indented, noIndentation, outdent } from './indentation.ts';
import type { Count } from './mend.ts';

/** What follows a line. */
export interface Behind {
  /** The next line, or its beginning, with its characters mended; empty at the end. */
  readonly next: string;
  /** Some of what stands behind that, as it is. */
  readonly later: string;
  /** Where several lines were parted that came as one: the line that came next, and whether this is another than the first of them. */
  readonly parted?: { readonly next: string; readonly isInner: boolean };
}

export interface Undressed {
  readonly text: string;
  /** Blanks of a hanging indentation that were taken off: a hard wrap counted them, when they were none. */
  readonly hanging: number;
}

export interface Undresser {
  /**
   * The line without its dress, or null when it was nothing but dress.
   * @param behind - what follows it
   */
  undress(line: string, behind: Behind): Undressed | null;
  /** The lines before had no dress, and the last of them was this one: taken without being looked at. */
  plain(line: string): void;
}

/** What was taken off the line before. */
interface Worn {
  readonly depth: number;
  /** The quote marks had no blank behind them. */
  readonly tight: boolean;
  readonly file: string | null;
  readonly number: number | null;
  /** What stood behind the number: exactly so much is taken off the next line. */
  readonly separator: string;
  readonly indentation: Indentation;
  readonly text: string;
  /** Emphasis in front of a record that is closed on a line to come. */
  readonly emphasis: string;
  /** A blank line or a fence stands behind it. */
  readonly isOver: boolean;
}

const naked: Worn = {
  depth: 0,
  tight: false,
  file: null,
  number: null,
  separator: '',
  indentation: noIndentation,
  text: '',
  emphasis: '',
  isOver: false,
};

export function createUndresser(count: Count): Undresser {
  let worn = naked;
  /** Lines since the last blank one, and whether it was one only before. Where every other line is blank, a blank one ends nothing. */
  let run = 0;
  let isSpaced = false;
  const blank = (): Worn => {
    if (run === 0) return worn;
    isSpaced = run === 1 && (isSpaced || headAhead.test(worn.text));
    run = 0;
    return { ...worn, isOver: !isSpaced };
  };
  return {
    undress(line, behind) {
      const { text, hanging, coat, repairs } = strip(line, behind, worn);
      for (const repair of repairs) count(repair);
      if (text === null) worn = { ...worn, isOver: true };
      else if (text.trim() === '') worn = blank();
      else {
        worn = coat;
        run += 1;
      }
      return text === null ? null : { text, hanging };
    },
    plain(line) {
      worn = plainlyWorn(line);
      run += 1;
    },
  };
}

/** Whether a line behind one without dress is left as it is. */
export function isLeft(line: string, behind: Behind, before: string): boolean {
  return strip(line, behind, plainlyWorn(before)).text === line;
}

function plainlyWorn(line: string): Worn {
  return { ...naked, indentation: { ...noIndentation, last: indented(line), isOpen: true }, text: line };
}

interface Stripped {
  readonly text: string | null;
  readonly hanging: number;
  readonly coat: Worn;
  readonly repairs: readonly RepairName[];
}

function strip(line: string, behind: Behind, worn: Worn): Stripped {
  const { next } = behind;
  let rest = line;
  let coat: Worn = { ...naked, indentation: worn.indentation, text: worn.text };
  for (let layer = 0; layer < 4; layer += 1) {
    const quoted = takeMarks(rest, worn, coat, behind);
    const prefixed = takePrefix(quoted.rest, worn, quoted.coat, behind);
    coat = prefixed.coat;
    if (prefixed.rest === rest) break;
    rest = prefixed.rest;
  }
  if (worn.emphasis !== '' && coat.emphasis === '' && !headAhead.test(rest)) {
    const { rest: closed, open } = withoutClosing(rest, worn.emphasis, next);
    [rest, coat] = [closed, { ...coat, emphasis: open }];
  }
  if (fence.test(rest)) return { text: null, hanging: 0, coat, repairs: ['prose'] };
  const { text, hanging, changed } = outdent(
    rest,
    worn.indentation,
    fence.test(next) ? '' : (coat.depth > 0 ? next.replace(marks, '') : next).replace(lineWord, ''),
  );
  const repairs: RepairName[] = [];
  // Quote marks stand in front of lines as they came.
  const depth = behind.parted?.isInner === true && coat.depth === 0 ? worn.depth : coat.depth;
  const tight = depth === coat.depth ? coat.tight : worn.tight;
  if (coat.depth > 0) repairs.push('quoting');
  if (coat.number !== null || coat.file !== null) repairs.push('prefix');
  if (changed) repairs.push('indentation');
  const indentation = indentationBehind(rest, worn.indentation, worn.isOver);
  return { text, hanging, coat: { ...coat, depth, tight, indentation, text }, repairs };
}

interface Step {
  readonly rest: string;
  readonly coat: Worn;
}

function takeMarks(rest: string, worn: Worn, coat: Worn, { next: nextPart, parted }: Behind): Step {
  const next = parted !== undefined && !marks.test(nextPart) ? parted.next : nextPart;
  const found = marks.exec(rest)?.[0];
  if (found === undefined) return { rest, coat };
  const behind = rest.slice(found.length);
  const depth = coat.depth + (found.match(/[>|]/g)?.length ?? 0);
  // `<--` at the end of a line, `> Internal GUID` on the next: the arrow of a message, not a quotation; as is the end of a PRI or a tag.
  if (cutAngle.test(worn.text) && depth > worn.depth) {
    const missing = worn.depth - coat.depth;
    if (missing <= 0) return { rest, coat };
    const inner = rest.replace(new RegExp(`^ {0,60}[>|](?: {0,3}[>|]){0,${Math.min(missing, 16) - 1}} ?`), '');
    return { rest: inner, coat: { ...coat, depth: worn.depth } };
  }
  const trusted = worn.depth > 0 || marks.test(next) || headAhead.test(behind) || lineWord.test(behind) || behind.trim() === '';
  if (!trusted) return { rest, coat };
  const tight = (worn.depth > 0 && worn.tight) || isTight(rest) || (depthOf(next) === depthOf(rest) && isTight(next));
  const kept = tight && found.endsWith(' ') ? ` ${behind}` : behind;
  return { rest: kept, coat: { ...coat, depth, tight } };
}

function depthOf(line: string): number {
  return marks.exec(line)?.[0].match(/[>|]/g)?.length ?? 0;
}

/** Quote marks with text right behind them: then a blank belongs to the text. */
function isTight(line: string): boolean {
  const found = marks.exec(line)?.[0];
  return found !== undefined && !found.endsWith(' ') && line.length > found.length;
}

function takePrefix(rest: string, worn: Worn, coat: Worn, following: Behind): Step {
  const { next } = following;
  const word = lineWord.exec(rest);
  if (word !== null) {
    // A number in front of it is the one that goes on in order.
    return taken(rest, word[0], coat.number === null ? { ...coat, number: Number(word[1]), separator: 'line' } : coat);
  }
  const counted = takeNextNumber(rest, worn, coat);
  if (counted !== null) return counted;
  if (headAhead.test(rest)) return { rest, coat };

  const file = fileOnly.exec(rest);
  // `bridge1.log:2023-05-04`: the year is no number of a line.
  if (file !== null && headAhead.test(rest.slice(file[0].length))) return taken(rest, file[0], { ...coat, file: file[1] ?? null });
  const named = timeOfDay.test(rest) ? null : fileAndNumber.exec(rest);
  if (named !== null && (named[1] === worn.file || ahead(rest, named[0], next) || isFileOf(named, next))) {
    // grep puts no blank behind its colon: one that stands there belongs to the line, unless a head follows.
    const prefix = headAhead.test(rest.slice(named[0].length)) ? named[0] : named[0].trimEnd();
    return taken(rest, prefix, { ...coat, file: named[1] ?? null });
  }
  if (file !== null && (file[1] === worn.file || ahead(rest, file[0], next))) {
    return taken(rest, file[0], { ...coat, file: file[1] ?? null });
  }
  return takeNumber(rest, worn, coat, following) ?? takeRubbish(rest, worn, coat);
}

/** The number of a line, when it is in order with its neighbours, or a head follows. */
function takeNumber(rest: string, worn: Worn, coat: Worn, { next, later }: Behind): Step | null {
  const digits = leadingNumber.exec(rest);
  if (digits === null) return null;
  const value = Number(digits[1]);
  const behind = rest.slice(digits[0].length);
  const separator = numberSeparator.exec(behind)?.[0];
  if (separator === undefined) return null;
  // `11:32:36` or `4 11:32:36` at the beginning of a line is what a wrap has left of a stamp.
  const isTime = /^(?::[0-5]\d(?!\d)| {1,2}[0-2]\d:[0-5]\d)/.test(behind);
  // Numbers begin with the text, with a paragraph, or with a record; in the middle of one, `59: ` and `60: ` are calls.
  const mayBegin = worn.text === '' || worn.isOver || dateAhead.test(behind.slice(separator.length));
  const goesOn =
    mayBegin && !isTime && isNumbered(bare(next), value + 1, separator) && !isNumberedOtherwise(bare(later), value + 2, separator);
  // Without neighbours in order, only `12:` before a head is a number of a line, and what begins the text or a paragraph: `0 ` may be the
  // end of a message.
  const isFirst = (worn.text === '' || worn.isOver) && headAhead.test(behind.slice(separator.length));
  const stands = isFirst || (separator.includes(':') && !isTime && ahead(rest, digits[0] + separator, next, [lineWord, fileAndNumber]));
  if (!goesOn && !stands) return null;
  return taken(rest, digits[0] + separator, coat.number === null ? { ...coat, number: value, separator } : coat);
}

/** Whether a line has a number, written as another one was. */
function isNumbered(raw: string, value: number, separator: string): boolean {
  const line = raw.slice(0, 60).replaceAll('\t', ' ');
  const digits = leadingNumber.exec(line);
  return digits !== null && Number(digits[1]) === value && line.slice(digits[0].length).startsWith(separator.trimEnd() || ' ');
}

/** Whether a line has another number than it should, written the same way. */
function isNumberedOtherwise(line: string, value: number, separator: string): boolean {
  const digits = leadingNumber.exec(line.slice(0, 60).replaceAll('\t', ' '));
  return digits !== null && isNumbered(line, Number(digits[1]), separator) && Number(digits[1]) !== value;
}

/** The number that follows that of the line before, written the same way. */
function takeNextNumber(rest: string, worn: Worn, coat: Worn): Step | null {
  if (worn.number === null || worn.separator === '') return null;
  const digits = leadingNumber.exec(rest);
  if (digits === null || Number(digits[1]) !== worn.number + 1) return null;
  const prefix = digits[0] + worn.separator;
  return rest.startsWith(prefix) ? taken(rest, prefix, { ...coat, number: worn.number + 1, separator: worn.separator }) : null;
}

function takeRubbish(rest: string, worn: Worn, coat: Worn): Step {
  const counted = octets.exec(rest);
  // A line end counts or does not; any other number is the end of a message.
  if (counted !== null && Math.abs(Number(counted[1]) - (rest.length - counted[0].length)) <= 2) return taken(rest, counted[0], coat);
  const found = rubbish.exec(rest)?.[0];
  const isRubbish = found !== undefined && found.trim() !== '' && !closes(found, worn.text) && headAhead.test(rest.slice(found.length));
  if (!isRubbish) return { rest, coat };
  const step = taken(rest, found, { ...coat, file: '' });
  const closed = withoutEnd(step.rest, found);
  return { rest: closed.rest, coat: { ...step.coat, emphasis: closed.open } };
}

/** The next line is of the same file, by a name that only files have. */
function isFileOf([, name = '', separator = '']: RegExpExecArray, next: string): boolean {
  return separator === ':' && /[a-z]\.[a-z0-9]{1,8}$/i.test(name) && next.trimStart().startsWith(`${name}:`);
}

function taken(rest: string, prefix: string, coat: Worn): Step {
  return { rest: rest.slice(prefix.length), coat };
}

/** Whether a head stands behind a prefix, or behind another one; or on the next line, when the prefix is all of this one. */
function ahead(rest: string, prefix: string, next: string, others = [lineWord, fileAndNumber, numbered]): boolean {
  const behind = rest.slice(prefix.length).replace(marks, '');
  if (behind.trim() === '') return prefix.includes(':') && headAhead.test(next);
  if (headAhead.test(behind)) return true;
  return others.some((inner) => inner.test(behind) && headAhead.test(behind.replace(inner, '')));
}

/** A line to come without the dress that it probably has: only its indentation or number is wanted. */
function bare(line: string): string {
  return line.slice(0, 400).replace(marks, '').replace(lineWord, '').replace(fileAndNumber, '');
}
