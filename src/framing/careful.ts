/** The careful way: physical lines, however damaged, are mended, undressed, joined to one open text, and cut into records there. */
import type { RepairName } from '#model/index.ts';
import { acrossReach, mendAcross } from './across.ts';
import type { Outlet } from './draft.ts';
import { createGaps } from './gaps.ts';
import { type HeadFinder, oneLine as oneLineOnly } from './heads.ts';
import { type FramingLimits, openTextStep } from './limits.ts';
import { linesIn } from './line-signs.ts';
import { createMender } from './mend.ts';
import { createOpenText } from './open-text.ts';
import { createPads } from './pads.ts';
import { createRecordCutter } from './records.ts';
import { createSoftBreaks } from './soft-breaks.ts';
import type { QuoteStyle } from './typography.ts';
import { withoutQuoting } from './dress.ts';
import { type Behind, createUndresser, isLeft } from './undress.ts';
import { type Bared, createUniformDress } from './uniform.ts';
import { createUnwrapper } from './unwrap.ts';
import type { Widths, Wraps } from './wrap.ts';

export interface Careful {
  /**
   * One physical line.
   * @param behind - what follows it; empty at the end of the input
   */
  line(text: string, number: number, behind: Behind): void;
  /**
   * More of the line before.
   * @param whole - the whole line, when this is its end and it is not too long
   */
  more(text: string, whole: string | null): void;
  /** The text that follows by `more` is the rest of a line that was read elsewhere. */
  resume(number: number): void;
  /** A plain head follows, on the same line (`joined`) or on the next, or nothing does: what is open is complete. */
  close(joined: boolean): void;
  /** Nothing follows at all. */
  finish(): void;
  /** Whether plain lines must not go the fast way. */
  wantsAll(): boolean;
  /** The quotes of the text so far. */
  quotes(): QuoteStyle;
  /** Whether lines are open. */
  isOpen(): boolean;
  /** A plain line went the fast way: the next line has it as its neighbour. */
  passed(line: string, record: string, broken: boolean): void;
  /** Whether a physical line is the one before again. */
  isSameLine(line: string): boolean;
  /** Whether a record is the one before again. */
  isRepeated(record: string, broken: boolean): boolean;
  /** Whether a line that goes on with a plain record would be taken as it is. */
  leaves(line: string, behind: Behind, before: string): boolean;
}

export interface CarefulOptions {
  readonly finder: HeadFinder;
  readonly wraps: Wraps;
  readonly limits: FramingLimits;
  readonly outlet: Outlet;
  readonly quotes: QuoteStyle;
  readonly softBreaks: boolean;
  readonly doubling: boolean;
  mayMatter(text: string, from: number, to: number): boolean;
  count(repair: RepairName): void;
  tooLong(): void;
}

export function createCareful(options: CarefulOptions): Careful {
  const { finder, count } = options;
  const mender = createMender(options.quotes, count);
  const peek = createMender(null, () => undefined);
  const uniform = createUniformDress(finder, peek.mend, count);
  const undresser = createUndresser(count);
  const open = createOpenText();
  const cutter = createRecordCutter(options);
  const heads = (text: string): number => {
    let count = 0;
    for (let head = finder.find(text, 0, text.length, oneLineOnly); head !== null; count += 1)
      head = finder.find(text, head.end, text.length, oneLineOnly);
    return count;
  };
  const unwrapper = createUnwrapper({ isRecord: (text) => finder.at(text, 0) !== null, heads });
  let isOpen = false;
  let sinceCut = 0;
  let gap = false;
  let lastRaw = '';
  /** Of the line before. */
  let widths: Widths | null = null;
  const pads = createPads();
  const gaps = createGaps();
  const softBreaks = createSoftBreaks(options.softBreaks, count);
  let isPadded = false;
  /** The line before ended with a soft break: nothing stood there. */
  let isSoft = false;

  const close = (joined = false): void => {
    if (isOpen) cutter.cut(open, true, joined);
    isOpen = false;
    sinceCut = 0;
    gap = false;
    widths = null;
  };

  const append = (part: string, number: number, envelope: 'json' | 'csv' | null): void => {
    if (finder.at(part, 0) !== null) close();
    // It may have been one of the text: `settle.ts` puts it back where no wrap is proven.
    if (isPadded && isOpen && open.end(1) === ' ') open.replaceEnd(1, '');
    const across = isOpen && envelope === null ? mendAcross(open.end(acrossReach), part, mender) : null;
    if (across !== null) open.replaceEnd(across.taken, across.before);
    const text = across?.line ?? part;
    open.append(text, { line: number, gap, widths, isPadded, isSoft, envelope });
    isSoft = false;
    isOpen = true;
    gap = false;
    sinceCut += text.length;
    if (sinceCut < openTextStep) return;
    cutter.cut(open, false, false);
    sinceCut = 0;
  };

  const line: Careful['line'] = (raw, number, behind) => {
    for (const part of softBreaks.wantsAll() ? linesIn(raw) : [raw]) {
      const whole = softBreaks.take(part, number);
      if (whole !== null) wholeLine(whole.text, whole.line, behind);
    }
  };

  const wholeLine: Careful['line'] = (raw, number, behind) => {
    const parts = linesIn(raw);
    if (parts.length > 1) count('control');
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1];
      const later = parts.slice(index + 2, index + 2 + linesShown).join('\n');
      const following = next === undefined ? behind : { next: next.slice(0, 400), later: `${later}\n${behind.next}\n` };
      oneLine(part, number, parts.length === 1 ? behind : { ...following, parted: { next: behind.next, isInner: index > 0 } });
    }
  };

  const oneLine: Careful['line'] = (raw, number, behind) => {
    // Two records may be alike; the records tell. The rest of a wrapped one is never, nor are several on one line.
    if (raw === lastRaw && raw.trim() !== '' && (options.doubling || !holdsTime.test(raw) || heads(peek.mend(raw)) > 1)) {
      count('doubled');
      return;
    }
    lastRaw = raw;
    const bare = withoutQuoting(raw);
    const unwrapped = unwrapper.unwrap(bare, number);
    if (unwrapped !== null && bare !== raw) count('quoting');
    if (unwrapped === 'nothing') return;
    if (unwrapped === null) plain(raw, number, behind);
    else if (unwrapped.envelope === null) for (const held of unwrapped.lines) plain(held.text, held.line, behind);
    else wrapped(unwrapped.envelope, unwrapped.text, unwrapped.line);
  };

  /** A record out of an export: it has its own end. */
  const wrapped = (envelope: 'json' | 'csv', record: string, number: number): void => {
    close();
    for (const part of record.split(/\r?\n/)) {
      const text = mender.mend(part).replaceAll('\n', ' ');
      if (text.trim() !== '') append(text, number, envelope);
    }
    close();
  };

  const plain = (raw: string, number: number, following: Behind): void => {
    isPadded = pads.isPadded(raw, following);
    const mended = mender.mend(raw);
    const parts = mended.split('\n');
    const next = peek.mend(following.next);
    for (const [index, part] of parts.entries()) {
      const own = { next: parts[index + 1] ?? next, later: following.later };
      const isInner = index > 0 || following.parted?.isInner === true;
      const isParted = parts.length > 1 || following.parted !== undefined;
      const bared = uniform.takeOff(part, isParted ? { ...own, parted: { next: following.parted?.next ?? next, isInner } } : own);
      // The last of them ends where the physical line does.
      const came = index === parts.length - 1 ? raw : part;
      piece(bared, number, bared.isRow ? [bared.line, bared.line] : [came, parts.length === 1 ? mended : part]);
    }
  };

  /**
   * A line of a page, which is nearly always the physical one.
   * @param measured - what of it a wrap may have measured: as it came, and with its characters mended
   */
  const piece = ({ line: bared, behind }: Bared, number: number, measured: readonly [string, string]): void => {
    const undressed = undresser.undress(bared, behind);
    const text = undressed?.text ?? null;
    if (undressed === null || text === null || text.trim() === '') {
      gap = true;
      gaps.blank();
      // Text goes on over a blank line, where every other line is blank; over a fence it never does.
      if (text === null) widths = null;
      return;
    }
    // Prose behind a paragraph's end was not wrapped as the record was.
    if (gaps.isOver(finder.at(text, 0) !== null)) widths = null;
    const soft = softBreaks.left(text);
    append(soft === -1 ? text : text.slice(0, soft), number, null);
    isSoft = soft !== -1;
    widths = widthsOf(...measured, ' '.repeat(undressed.hanging) + text);
  };

  const resume: Careful['resume'] = (number) => {
    open.resume({ line: number, gap: false, widths: null, isPadded: false, isSoft: false, envelope: null });
    isOpen = true;
    gap = false;
    gaps.text();
  };

  const more: Careful['more'] = (raw, whole) => {
    const text = mender.mend(linesIn(raw).join(' ')).replaceAll('\n', ' ');
    open.append(text, null);
    widths = null;
    lastRaw = '';
    if (whole !== null) {
      const mended = peek.mend(whole);
      widths = widthsOf(whole, mended, mended);
      lastRaw = whole;
      uniform.plain();
      undresser.plain(mended);
    }
    sinceCut += text.length;
    if (sinceCut < openTextStep) return;
    cutter.cut(open, false, false);
    sinceCut = 0;
  };

  const finish = (): void => {
    const held = softBreaks.rest();
    if (held !== null) wholeLine(held.text, held.line, nothingBehind);
    const rest = unwrapper.rest();
    if (rest !== null && rest !== 'nothing' && rest.envelope === null)
      for (const held of rest.lines) plain(held.text, held.line, nothingBehind);
    close();
  };

  const passed: Careful['passed'] = (text, record, broken) => {
    lastRaw = text;
    gap = false;
    gaps.text();
    uniform.plain();
    undresser.plain(text);
    cutter.passed(record, broken);
  };

  const leaves: Careful['leaves'] = (text, behind, before) => !unwrapper.isSuspect(text) && isLeft(text, behind, before);

  return {
    line,
    more,
    resume,
    close,
    finish,
    isOpen: () => isOpen,
    quotes: mender.quotes,
    wantsAll: () => softBreaks.wantsAll() || unwrapper.wantsAll() || uniform.isOnEveryLine(),
    passed,
    isSameLine: (text) => text === lastRaw,
    isRepeated: cutter.isRepeated,
    leaves,
  };
}

/** So many lines behind the next are shown with a line. */
const linesShown = 4;
/** A line with a head has it. */
const holdsTime = /\d:[0-5]\d:[0-5]\d/;
const nothingBehind: Behind = { next: '', later: '' };

function widthsOf(raw: string, mended: string, text: string): Widths {
  const dressed = points(raw);
  const plain = points(text);
  return [raw.length, dressed, dressed - (points(mended) - plain), plain];
}

/** Characters of a text that is UTF-8, one character per byte. */
function points(text: string): number {
  return text.replace(/[\x80-\xbf]/g, '').length;
}
