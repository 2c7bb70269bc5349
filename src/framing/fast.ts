/**
 * The fast way: records without damage, byte by byte. They may be wrapped over several lines or stand on one line with others, as long as
 * every head is whole; everything else is left to the careful way, which must give the same for what is taken here.
 */
import { createAim } from './aim.ts';
import { brokenLines, holdsProse, joinLines, splitsGuid } from './broken.ts';
import { cutHeadHint } from './cut.ts';
import type { Outlet } from './draft.ts';
import { endBefore } from './dress-before.ts';
import { createGiven, type Last } from './given.ts';
import type { HeadFinder } from './heads.ts';
import type { Lane } from './lane.ts';
import { isRelayed, type KnownDate, type Tail } from './learn.ts';
import { longestLine } from './limits.ts';
import { type MayMatter, mayMatterBroken, type Understands } from './matter.ts';
import { createPlainHeads } from './plain-head.ts';
import { newPlace } from './plain-place.ts';
import { createPlainRecords, headRoom } from './plain-record.ts';
import { withoutPri } from './records.ts';
import type { Scanner } from './scanner.ts';
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
  /** How all messages begin that may matter, blanks left out: four signs, or the first alone; null = that may be any. */
  readonly beginnings: () => readonly string[] | null;
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
  const given = createGiven(bytes, options.isRepeated);
  let text = '';
  let lastMinute = -1;
  /** The outlet's last moment is of that minute. */
  let isSameMinute = false;
  const plain = newPlace(bytes, heads);
  const aim = options.doubling || options.everyMoment ? null : createAim(scanner, heads, options.beginnings);

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
    if ((options.doubling || (matters && tail.hasFraction)) && given.isDoubled(from, end)) {
      count('doubled');
      return;
    }
    given.add(1, from, end, null);
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
    if (!matters && holdsProse(text, found)) return false;
    if ((options.doubling || (matters && head.tail.hasFraction)) && given.isCopy(whole)) {
      count('doubled');
      return true;
    }
    given.add(1, from, end, whole);
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
    const before = given.count;
    if (found.breakCount === 0) give(start, message, end, at.line, head);
    else if (!giveBroken(start, message, end, at, head)) return false;
    if (at.inside && given.count > before) count('split');
    return true;
  };

  /** Where the record behind the one that was scanned begins. */
  const placeBehind = ({ line, lineStart, clean }: Place): Place => {
    const last = line + found.breakCount;
    behindLine(found.lineStart, found.end, last);
    const at = found.next;
    if (!found.joined) return { at, line: last + 1, inside: false, lineStart: at, clean: true };
    const sameLine = found.breakCount === 0;
    return { at, line: last, inside: true, lineStart: sameLine ? lineStart : found.lineStart, clean: clean || !sameLine };
  };

  /** Goes the lane as far as it leads: to the place of the first record that it does not take. */
  const runLane = (from: Place): Place => {
    let { at, line } = from;
    const limit = text.length - headRoom;
    const open = (): Lane | null => aim?.lane(lastMinute, given.isWhole() ? given.from : -1) ?? null;
    for (let lane = open(); lane !== null; lane = open()) {
      const answer = lane.pass(at, limit);
      const { stop } = lane;
      const { start, passed } = stop;
      if (passed > 0) {
        given.add(passed, stop.lastStart, trimmed(stop.lastMessage, stop.lastEnd), null);
        behindLine(stop.lastStart, stop.lastEnd, line + passed - 1);
      }
      at = start;
      line += passed;
      const tail = lane.tail();
      const date = aim?.date() ?? null;
      if (answer === 'none' || tail === undefined || date === null) break;
      const { message, end, next } = stop;
      if (answer === 'unconfirmed' && heads.read(next) < 0) break;
      give(start, message, trimmed(message, end), line, { tail, date, minute: lastMinute });
      behindLine(start, end, line);
      at = next;
      line += 1;
    }
    return at === from.at ? from : { at, line, inside: false, lineStart: at, clean: true };
  };

  /** The last record ends with a line. */
  const behindLine = (start: number, end: number, line: number): void => {
    given.line(start, end);
    outlet.reached(line);
  };

  const run: Fast['run'] = (from, final) => {
    given.begin();
    isSameMinute = false;
    let place = from;
    let message = final || text.length - from.at >= headRoom ? heads.read(from.at) : -1;
    while (message >= 0) {
      if (!place.inside && place.clean) {
        place = runLane(place);
        message = heads.read(place.at);
        if (message < 0) break;
      }
      const { at, line, inside } = place;
      const start = place.clean ? place.lineStart : -1;
      const head = headRead(inside);
      if (head === null || !records.scan(message, { start, inside, mayBeRelay: isRelayed(head.tail) && head.tail.isOpen }, final)) break;
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
      given.over(newText);
      heads.over(newText);
      records.over(newText);
    },
    isPlain: (at) => heads.read(at) >= 0,
    run,
    nextPlain,
    last: given.last,
    tails() {
      aim?.settle();
      return heads.tails();
    },
  };
}
