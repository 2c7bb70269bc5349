/** Finds where a record without damage ends: at the next plain head, wherever it stands. */
import { type HeadFinder, oneLine } from './heads.ts';
import { isRelayed } from './learn.ts';
import type { PlainHeads } from './plain-head.ts';
import type { Scanner } from './scanner.ts';
import type { Suspicion } from './suspicion.ts';
import type { Behind } from './undress.ts';

/** A line break inside a record. */
export interface PlainBreak {
  /** The end of the line, and the beginning of the next. */
  at: number;
  next: number;
  /** The line that it ends has no character beyond ASCII. */
  isAscii: boolean;
}

/** Where the scan has got to. One object for all records, as there are millions. */
export interface PlainEnd {
  /** Behind the record. */
  end: number;
  /** Where the next record begins, and its message; -1 when nothing follows. */
  next: number;
  message: number;
  /** The next record begins on the line on which this one ends. */
  joined: boolean;
  /** Breaks inside the record; of the list, so many are valid. */
  breakCount: number;
  readonly breaks: PlainBreak[];
  /** The beginning of the line on which it ends; -1 = before these bytes. */
  lineStart: number;
}

export interface PlainRecordOptions {
  readonly scanner: Scanner;
  readonly heads: PlainHeads;
  readonly finder: HeadFinder;
  readonly suspicion: Suspicion;
  leaves(line: string, behind: Behind, before: string): boolean;
}

interface ScanPlace {
  readonly start: number;
  readonly inside: boolean;
  readonly mayBeRelay: boolean;
}

export interface PlainRecords {
  over(text: string): void;
  readonly found: PlainEnd;
  /**
   * Finds the end of the record whose message begins at `message`; false when it needs care, or more bytes.
   * @param place - the beginning of the line on which the record begins (-1 = before these bytes), whether anything stands before it, and
   * whether its head may be one that a relay put in front of another
   */
  scan(message: number, place: ScanPlace, final: boolean): boolean;
}

/** A head may reach so far: near the end of the bytes it is not judged yet. */
export const headRoom = 700;
const mostBreaks = 256;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** It ends a line of quoted-printable that goes on. */
const equalsSign = 0x3d;
const colon = 0x3a;
const blank = 0x20;
/** A time of day, where a line break is taken out. */
const timeAcross = /\d:[0-5]\d:[0-5]\d/;
/** What a line break leaves of a time, and of the host and the process behind it. */
const cutTime = '^\\d\\d:[0-5]\\d:[0-5]\\d(?:[.,]\\d{0,9})?';
const cutNames = (host: string, process: string): string => `(?: {1,4}${host}{0,60}(?: {1,4}${process}{0,60}(?:\\[\\d{0,7}\\]?)?)?)?`;
/** A time, and as much of a head behind it as stands before the end of a line. */
const cutHead = new RegExp(`${cutTime}(?: {1,4}(?:[a-z0-9]{0,9}|[a-z0-9]{1,9}\\.[a-z]{0,8}${cutNames('[\\w.-]', '[\\w./+-]')})?)?\\r?$`);
/** The same of a head without facility. */
const cutRelayedHead = new RegExp(`${cutTime}(?:Z|[+-]\\d\\d:?\\d\\d)?${cutNames('[\\w.:-]', '[\\w./+:-]')}\\r?$`);
/** A relay puts at most six words in front of a record, two of which are host and process here: behind more, a date is of the message. */
const nearWords = 8;
/** These words have 80 signs at most, and the structured data behind them 512 between brackets, eight times. */
const farBehind = 5000;
/** The beginning of something that is mended as a whole. */
const openSign = /[&#^\\[][^ ]{0,19}$/;
/** A tag or an address in angle brackets may go on over so much of a line. */
const openReach = 320;

export function createPlainRecords(options: PlainRecordOptions): PlainRecords {
  const { scanner, heads, finder, suspicion, leaves } = options;
  const { bytes } = scanner;
  let text = '';
  /** Where the scan last met what may begin something that is mended as a whole, and a character beyond ASCII. */
  let lastSign = -1;
  let lastAngle = -1;
  let lastHigh = -1;
  /** The record begins in the middle of a line. */
  let isInside = false;
  let mayBeRelay = false;
  const found: PlainEnd = { end: 0, next: 0, message: -1, joined: false, breakCount: 0, breaks: [], lineStart: 0 };

  const isDigit = (at: number): boolean => {
    const code = bytes[at] ?? 0;
    return code >= 0x30 && code <= 0x39;
  };

  const endsAt = (end: number, next: number, message: number, joined: boolean): true => {
    found.end = end;
    found.next = next;
    found.message = message;
    found.joined = joined;
    return true;
  };

  /** Whether two physical lines are the same: doubled lines are sorted out the careful way. */
  const isSameLine = (one: number, end: number, other: number): boolean => {
    if (one < 0) return false;
    const length = end - one;
    if (bytes[other + length] !== lineFeed && bytes[other + length] !== carriageReturn && other + length !== text.length) return false;
    for (let offset = 0; offset < length; offset += 1) if (bytes[one + offset] !== bytes[other + offset]) return false;
    return true;
  };

  /** Whether a record of one line that stands there twice ends with its copy: then it is not the first line of a wrapped one, doubled. */
  const endsTwice = (end: number, next: number): boolean => {
    if (found.breakCount > 0) return false;
    const behind = lineEndAt(next + end - found.lineStart) + 1;
    return behind < text.length - headRoom && heads.read(behind) >= 0;
  };

  /** Whether the line at `next` goes on with a record, and the careful way would take it as it is. */
  const goesOn = (end: number, next: number): boolean => {
    if (found.breakCount >= mostBreaks || found.lineStart < 0) return false;
    if (mayHideTime(end, next) || isUnfinished(end)) return false;
    if (isSurelyText(next)) return true;
    return (bytes[next] ?? 0) >= blank && isTakenAsItIs(next, text.slice(found.lineStart, end));
  };

  /** No dress of a line begins so: with a letter other than `L` (of `Line 12:`), behind one blank at most; with digits inside a word. */
  const isSurelyText = (next: number): boolean => {
    const first = bytes[next] ?? 0;
    // Signs in a row may be a rule.
    if (isPlainStart(first)) return first > 0x40 || bytes[next + 1] !== first;
    if (first === blank) return isPlainStart(bytes[next + 1] ?? 0) && bytes[found.lineStart] !== blank;
    if (!isDigit(next)) return false;
    let end = next + 1;
    while (isDigit(end)) end += 1;
    return isWordSign(bytes[end] ?? 0);
  };

  const isUnfinished = (end: number): boolean => {
    if (lastSign >= end - 20 && openSign.test(text.slice(Math.max(0, end - 20), end))) return true;
    if (lastAngle < Math.max(found.lineStart, end - openReach)) return false;
    return !text.slice(lastAngle, end).includes('>');
  };

  /** The whole line at `start`, behind a line. */
  const isTakenAsItIs = (start: number, before: string): boolean => {
    const to = lineEndAt(start);
    if (text.length - to < headRoom) return false;
    const nextEnd = Math.min(lineEndAt(to + 1), to + 400);
    return leaves(text.slice(start, to), { next: text.slice(to + 1, nextEnd), later: text.slice(nextEnd + 1, to + 700) }, before);
  };

  /** The line that the last break ended. */
  const lineBeforeLast = (): string => {
    const last = found.breaks[found.breakCount - 1];
    if (last === undefined) return '';
    const start = text.lastIndexOf('\n', last.at - 1) + 1;
    return text.slice(start, last.at);
  };

  const mayHideTime = (end: number, next: number): boolean => {
    const isPart = (at: number): boolean => isDigit(at) || bytes[at] === colon || bytes[at] === blank;
    return isPart(end - 1) && isPart(next) && timeAcross.test(text.slice(end - 8, end) + text.slice(next, next + 8));
  };

  const lineEndAt = (at: number): number => {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end;
  };

  /** A time of day in a message: the head of a record that was joined to this one, or nothing. null = to be sorted out carefully. */
  const atTime = (colonAt: number, message: number, final: boolean): boolean | null => {
    if (!isDigit(colonAt - 1) || !isDigit(colonAt + 1) || !isDigit(colonAt + 2) || !isDigit(colonAt + 4)) return false;
    if (!final && text.length - colonAt < headRoom) return null;
    if (mayBeRelay && isNear(message, colonAt)) return null;
    const start = heads.startBefore(colonAt);
    if (start >= message) {
      if (found.breakCount > 0 && !isTakenAsItIs(found.lineStart, lineBeforeLast())) return null;
      const next = heads.read(start);
      if (next >= 0 && heads.tail()?.head.strong === true) return endsAt(start, start, next, true);
    }
    if (found.breakCount > 0) return null;
    const around = text.slice(Math.max(message, colonAt - 40), Math.min(lineEndAt(colonAt), colonAt + headRoom));
    if (finder.find(around, 0, around.length, oneLine) !== null) return null;
    return isCutHead(colonAt) ? null : false;
  };

  /** Whether a time is near enough to the head before it to be of the record that a relay put that head in front of. */
  const isNear = (message: number, colonAt: number): boolean => {
    if (colonAt - message > farBehind) return false;
    const between = text.slice(message, colonAt);
    return between.includes('[') || between.split(' ').length <= nearWords;
  };

  /** Whether a line break may have cut the head whose time has a colon here. */
  const isCutHead = (colonAt: number): boolean => {
    const lineEnd = lineEndAt(colonAt);
    const rest = text.slice(colonAt - 2, Math.min(lineEnd, colonAt + headRoom));
    if (cutHead.test(rest)) return true;
    if (!heads.tails().some(isRelayed) || !cutRelayedHead.test(rest)) return false;
    const behind = lineEnd + 1;
    return behind >= text.length - headRoom || heads.read(behind) < 0;
  };

  const atLineEnd = (at: number, final: boolean): boolean | null => {
    const next = at + 1;
    if (next >= text.length) return final ? endsAt(at, text.length, -1, false) : null;
    if (!final && text.length - next < headRoom) return null;
    const end = bytes[at - 1] === carriageReturn ? at - 1 : at;
    if (isSameLine(found.lineStart, end, next) && !endsTwice(end, next)) return null;
    if (bytes[end - 1] === equalsSign) return null;
    const message = heads.read(next);
    if (message >= 0) return endsAt(end, next, message, false);
    if (!goesOn(end, next)) return null;
    const slot = found.breaks[found.breakCount];
    // What stands before the record on its first line was not looked at.
    const isAscii = lastHigh < found.lineStart && (found.breakCount > 0 || !isInside);
    if (slot === undefined) found.breaks.push({ at: end, next, isAscii });
    else {
      slot.at = end;
      slot.next = next;
      slot.isAscii = isAscii;
    }
    found.breakCount += 1;
    found.lineStart = next;
    return false;
  };

  /** What the byte that the scanner stopped at means for the record. */
  const meaning = (at: number, message: number, final: boolean): boolean | null => {
    if (at >= text.length) return final ? endsAt(text.length, text.length, -1, false) : null;
    if (bytes[at] === lineFeed) return atLineEnd(at, final);
    return bytes[at] === colon ? atTime(at, message, final) : false;
  };

  const scan: PlainRecords['scan'] = (message, place, final) => {
    found.breakCount = 0;
    found.lineStart = place.start;
    isInside = place.inside;
    ({ mayBeRelay } = place);
    lastSign = -1;
    lastAngle = -1;
    lastHigh = -1;
    for (let at = message; at >= 0; ) {
      at = scanner.next(at);
      const ends = meaning(at, message, final);
      if (ends !== false) return ends === true;
      const byte = bytes[at] ?? 0;
      if (byte >= 0x80) lastHigh = at;
      else if (byte === 0x3c) lastAngle = at;
      else lastSign = at;
      at = byte === lineFeed || byte === colon ? at + 1 : suspicion.judge(bytes, text, at);
    }
    return false;
  };

  return {
    over(newText) {
      text = newText;
    },
    found,
    scan,
  };
}

/** A letter other than `L`, or a sign that no dress of a line begins with. */
function isPlainStart(code: number): boolean {
  if (code >= 0x61 && code <= 0x7a) return code !== 0x6c;
  if (code >= 0x41 && code <= 0x5a) return code !== 0x4c;
  return code === 0x2d || code === 0x2e || code === 0x2f || code === 0x40 || code === 0x3d || code === 0x3a || code === 0x29;
}

/** What stands behind digits that are no number of a line: a letter, a hyphen, an `@`. */
function isWordSign(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x40 && code <= 0x5a) || code === 0x2d || code === 0x2f || code === 0x22;
}
