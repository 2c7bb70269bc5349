/**
 * The fast way: records without damage, byte by byte. They may be wrapped over several lines or stand on one line with others, as long as
 * every head is whole; everything else is left to the careful way, which must give the same for what is taken here.
 */
import type { Mutable } from '#model/index.ts';
import { brokenLines, joinLines, splitsGuid } from './broken.ts';
import { cutHeadHint } from './cut.ts';
import { endBefore } from './dress-before.ts';
import type { Outlet, PlainPlace } from './draft.ts';
import type { Head, HeadFinder } from './heads.ts';
import type { KnownDate, Tail } from './learn.ts';
import { longestLine } from './limits.ts';
import { type MayMatter, mayMatterBroken, type Understands } from './matter.ts';
import { createPlainHeads, type PlainHeads } from './plain-head.ts';
import { createPlainRecords, headRoom } from './plain-record.ts';
import { withoutPri } from './records.ts';
import { isSameRecord } from './same.ts';
import type { Scanner } from './scanner.ts';
import { noStamp } from './stamp.ts';
import { createSuspicion } from './suspicion.ts';
import type { Behind } from './undress.ts';
import type { Wraps } from './wrap.ts';

/** A place in the bytes: where a record may begin. */
export interface Place {
  readonly at: number;
  /** The physical line that it stands on. */
  readonly line: number;
  /** The line began before it. */
  readonly inside: boolean;
  /** Where the line begins; -1 = before the bytes. */
  readonly lineStart: number;
  /** Everything that stands on the line before it went the fast way. */
  readonly clean: boolean;
}

/** What the last run gave last. */
export interface Last {
  /** The last physical line that a record began on. */
  readonly line: string;
  /** The last record, without its breaks. */
  readonly record: string;
  /** It was broken over lines. */
  readonly broken: boolean;
}

export interface Fast {
  /** So many bytes of the scanner's are filled; this is the same as text. */
  over(text: string): void;
  /** Whether a plain head stands at a line's beginning. */
  isPlain(at: number): boolean;
  /** Hands out records from a place on; gives the place of the first one that needs care, or more bytes. */
  run(from: Place, final: boolean): Place;
  /** The first plain head from `from` on and before `to`, anywhere on a line; -1 = none. */
  nextPlain(from: number, to: number): number;
  /** null = the last run gave nothing. */
  last(): Last | null;
  /** The heads that were met, each with the number of its records. */
  tails(): readonly Tail[];
}

export interface FastOptions {
  readonly scanner: Scanner;
  readonly finder: HeadFinder;
  readonly outlet: Outlet;
  readonly wraps: Wraps;
  readonly mayMatter: MayMatter;
  readonly understands: Understands;
  readonly doubling: boolean;
  /** The outlet wants the moment of every record, not only one in each minute. */
  readonly everyMoment: boolean;
  /** Whether a record repeats the one that came before the run. */
  isRepeated(record: string, broken: boolean): boolean;
  /** Whether the careful way would take a line that goes on with a record as it is. */
  leaves(line: string, behind: Behind, before: string): boolean;
  count(repair: 'doubled' | 'split' | 'rejoined' | 'guid'): void;
}

/** The head of the record at hand. */
interface Found {
  readonly tail: Tail;
  readonly date: KnownDate;
  readonly minute: number;
}

/** Where a record begins: its line, the beginning of it (-1 = not known), and whether something stands before the record. */
interface LinePlace {
  readonly line: number;
  readonly start: number;
  readonly inside: boolean;
}

export function createFast(options: FastOptions): Fast {
  const { scanner, finder, outlet, wraps, mayMatter, understands, count } = options;
  const { bytes } = scanner;
  const heads = createPlainHeads(bytes, finder);
  const records = createPlainRecords({ scanner, heads, finder, suspicion: createSuspicion(), leaves: options.leaves });
  const { found } = records;
  let text = '';
  let given = 0;
  /** The last record: where it stands, or without its breaks when it had some. */
  let lastFrom = 0;
  let lastTo = 0;
  let lastBroken: string | null = null;
  let lastLineStart = 0;
  let lastLineEnd = 0;
  let lastMinute = -1;
  /** The outlet's last moment is of that minute. */
  let isSameMinute = false;
  const plain = newPlace(bytes, heads);

  const isDoubled = (from: number, to: number): boolean => {
    if (given === 0) return options.isRepeated(text.slice(from, to), false);
    return lastBroken === null ? isExactly(from, to) : isSameRecord(text.slice(from, to), lastBroken, true);
  };

  /** Whether a record is the last one, byte by byte: two differ early, as stamps go on. */
  const isExactly = (from: number, to: number): boolean => {
    if (to - from !== lastTo - lastFrom) return false;
    for (let offset = 0; offset < to - from; offset += 1) if (bytes[from + offset] !== bytes[lastFrom + offset]) return false;
    return true;
  };

  const isCopy = (whole: string): boolean =>
    given === 0 ? options.isRepeated(whole, true) : isSameRecord(whole, lastBroken ?? text.slice(lastFrom, lastTo), true);

  const remember = (from: number, to: number, broken: string | null): void => {
    given += 1;
    lastFrom = from;
    lastTo = to;
    lastBroken = broken;
  };

  const isTrailing = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0d;

  /** Behind the last byte of a record that ends at `to` at the latest. */
  const trimmed = (message: number, to: number): number => {
    let end = to;
    while (end > message && isTrailing(bytes[end - 1])) end -= 1;
    return bytes[end - 1] === 0x3e ? withoutPri(text, end) : end;
  };

  /** Lets the time go on to a record, where that is to be known. */
  const comeTo = (from: number, { tail, date, minute }: Found, matters: boolean): void => {
    tail.count += 1;
    const isKnown = minute === lastMinute;
    if (isKnown && !matters && !options.everyMoment) return;
    if (isKnown && isSameMinute && !options.everyMoment) outlet.within(heads.millisecond(from, date));
    else outlet.moment(heads.stamp(from, date, tail));
    lastMinute = minute;
    isSameMinute = true;
  };

  const give = (from: number, message: number, end: number, line: number, head: Found): void => {
    const { tail, date } = head;
    const understood = understands(tail.head.process, bytes, message, end);
    const matters = understood || mayMatter(text, message, end);
    if ((options.doubling || (matters && tail.hasFraction)) && isDoubled(from, end)) {
      count('doubled');
      return;
    }
    remember(from, end, null);
    comeTo(from, head, matters);
    if (!matters) return;
    plain.tail = tail;
    plain.date = date;
    plain.head = tail.head;
    plain.from = from;
    plain.message = message;
    plain.to = end;
    plain.line = line;
    plain.understood = understood;
    outlet.plain(plain);
  };

  /** false = to be left to the careful way. */
  const giveBroken = (
    from: number,
    message: number,
    end: number,
    at: { readonly line: number; readonly start: number },
    head: Found,
  ): boolean => {
    const whole = joinLines(text, found, { from, to: end }, '');
    if (cutHeadHint.test(whole.slice(message - from))) return false;
    const broken = brokenLines(bytes, found, { ...at, from, whole });
    const withBreaks = (): string => joinLines(text, found, { from: message, to: end }, '\n');
    const middle = message - from;
    const asWritten = mayMatter(whole, middle, whole.length);
    const matters = asWritten || (splitsGuid(found, broken, { from, whole }) && mayMatterBroken(withBreaks(), mayMatter));
    if ((options.doubling || (matters && head.tail.hasFraction)) && isCopy(whole)) {
      count('doubled');
      return true;
    }
    remember(from, end, whole);
    count('rejoined');
    for (const line of broken) wraps.add(line);
    comeTo(from, head, matters);
    if (matters) {
      outlet.record({
        head: { ...head.tail.head, stamp: heads.stamp(from, head.date, head.tail) },
        headText: whole.slice(0, middle),
        message: { text: withBreaks(), broken },
        line: at.line,
      });
    }
    return true;
  };

  /** The head that was read last, where a record may begin with it: in the middle of a line only a strong one. */
  const headRead = (inside: boolean): Found | null => {
    const tail = heads.tail();
    const date = heads.date();
    return tail === null || date === null || (inside && !tail.head.strong) ? null : { tail, date, minute: heads.minute() };
  };

  /** Hands out the record that was scanned; false = it needs care. */
  const handOut = (start: number, message: number, at: LinePlace, head: Found): boolean => {
    if (found.end - start > longestLine) return false;
    const end = trimmed(message, found.joined ? endBefore(text, message, found.end) : found.end);
    const before = given;
    if (found.breakCount === 0) give(start, message, end, at.line, head);
    else if (!giveBroken(start, message, end, at, head)) return false;
    if (at.inside && given > before) count('split');
    return true;
  };

  /** Where the record behind the one that was scanned begins. */
  const placeBehind = ({ line, lineStart, clean }: Place): Place => {
    const last = line + found.breakCount;
    lastLineStart = found.lineStart;
    lastLineEnd = found.end;
    outlet.reached(last);
    const at = found.next;
    if (!found.joined) return { at, line: last + 1, inside: false, lineStart: at, clean: true };
    const sameLine = found.breakCount === 0;
    return { at, line: last, inside: true, lineStart: sameLine ? lineStart : found.lineStart, clean: clean || !sameLine };
  };

  const run: Fast['run'] = (from, final) => {
    given = 0;
    isSameMinute = false;
    let place = from;
    let message = final || text.length - from.at >= headRoom ? heads.read(from.at) : -1;
    while (message >= 0) {
      const { at, line, inside } = place;
      const start = place.clean ? place.lineStart : -1;
      const head = headRead(inside);
      if (head === null || !records.scan(message, { start, inside }, final)) break;
      if (!handOut(at, message, { line, start, inside }, head)) break;
      message = found.message;
      place = placeBehind(place);
    }
    return place;
  };

  const nextPlain: Fast['nextPlain'] = (from, to) => {
    for (let at = scanner.next(from); at < to; at = scanner.next(at + 1)) {
      if (bytes[at] !== 0x3a) continue;
      const start = heads.startBefore(at);
      if (start >= from && heads.read(start) >= 0 && heads.tail()?.head.strong === true) return start;
    }
    return -1;
  };

  return {
    over(newText) {
      text = newText;
      bytes[newText.length] = 0x0a;
      heads.over(newText);
      records.over(newText);
    },
    isPlain: (at) => heads.read(at) >= 0,
    run,
    nextPlain,
    last() {
      if (given === 0) return null;
      return {
        line: text.slice(Math.max(0, lastLineStart), lastLineEnd),
        record: lastBroken ?? text.slice(lastFrom, lastTo),
        broken: lastBroken !== null,
      };
    },
    tails: heads.tails,
  };
}

/** The place of the record at hand: one object for all, as there are millions. */
type PlaceDraft = Mutable<PlainPlace> & { tail: Tail | null; date: KnownDate | null };

const noHead: Head = { start: 0, end: 0, framing: 'headless', stamp: noStamp, host: null, process: '', strong: false };

function newPlace(bytes: Buffer, heads: PlainHeads): PlaceDraft {
  const place: PlaceDraft = {
    tail: null,
    date: null,
    head: noHead,
    bytes,
    from: 0,
    message: 0,
    to: 0,
    line: 0,
    understood: false,
    stamp: () => (place.date === null || place.tail === null ? noStamp : heads.stamp(place.from, place.date, place.tail)),
  };
  return place;
}
