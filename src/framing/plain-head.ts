/**
 * Recognises heads in bytes, at the speed of comparing them: most lines of a log begin with the date of the line before, and go on after the
 * time like one of a few lines before. What is seen for the first time is asked of the table of heads, and learned.
 */

import { stand, wordsOf } from '#model/index.ts';
import type { HeadFinder } from './heads.ts';
import { isSameTail, type KnownDate, lessonOf, sameBytes, type Tail } from './learn.ts';
import type { Stamp } from './stamp.ts';

export interface PlainHeads {
  /** As much of the bytes is filled, and this is the same as text. */
  over(text: string): void;
  /** Where the message begins when a plain head stands at `at`; else -1. */
  read(at: number): number;
  /** What the last `read` found. */
  tail(): Tail | null;
  date(): KnownDate | null;
  /** Hour and minute, and the date: two heads with the same number are of one minute. */
  minute(): number;
  /** Where a head would begin whose time has its first colon at `colon`, if its date is the one last met. */
  startBefore(colon: number): number;
  /** Where the date of the head at `at` begins, which `read` has accepted. */
  dateAt(at: number): number;
  /** Milliseconds of the minute of the head at `at`, which `read` has accepted with this date. */
  millisecond(at: number, date: KnownDate): number;
  /** The stamp of the head at `at`, which `read` has accepted with this date and tail. */
  stamp(at: number, date: KnownDate, tail: Tail): Stamp;
  /** All tails that were learned. */
  tails(): readonly Tail[];
}

/** Behind the colon of a process other than the Call Bridge: `201211.634 : INFO : `. */
const openRest =
  ' {0,16}(?:\\d{1,12}\\.\\d{1,6} ?: {0,16})?(?:(?:INFO|WARNING|WARN|ERROR|ERR|DEBUG|TRACE|VERBOSE|NOTICE|FATAL|CRITICAL)? {0,16}: {0,16})?';
const headLength = 640;
/** So many are kept; a log has a handful. */
const mostTails = 24;
const blank = 0x20;
const colonSign = 0x3a;
const dot = 0x2e;
/** Digits of a fraction, as bits: 1, 2, 3, 6, 7 or 9, as in `headers.ts`. */
const fractionLengths = 0x2ce;

export function createPlainHeads(bytes: Uint8Array, finder: HeadFinder): PlainHeads {
  const rest = new RegExp(openRest, 'y');
  let text = '';
  let date: KnownDate | null = null;
  let dates = 0;
  const tails: Tail[] = [];
  let found: Tail | null = null;
  let minute = 0;

  const isDigit = (at: number): boolean => {
    const code = bytes[at] ?? 0;
    return code >= 0x30 && code <= 0x39;
  };
  const twoDigits = (at: number): number => ((bytes[at] ?? 0) - 0x30) * 10 + ((bytes[at + 1] ?? 0) - 0x30);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

  /** Behind a PRI, when there is one, and behind the version of RFC 5424. */
  const dateAt = (at: number): number => {
    if (bytes[at] !== 0x3c) return at;
    let end = at + 1;
    while (end < at + 4 && isDigit(end)) end += 1;
    if (bytes[end] !== 0x3e) return at;
    const hasVersion = bytes[end + 1] === 0x31 && bytes[end + 2] === blank;
    return hasVersion ? end + 3 : end + 1;
  };

  const afterFraction = (at: number): number => {
    if (bytes[at] !== dot) return at;
    let end = at + 1;
    while (end < at + 10 && isDigit(end)) end += 1;
    return end;
  };

  /** Minutes of the day, -1 when no time stands there. */
  const minutesAt = (at: number): number => {
    if (bytes[at + 2] !== colonSign || bytes[at + 5] !== colonSign || !isDigit(at + 6) || !isDigit(at + 7)) return -1;
    const hour = twoDigits(at);
    const minutes = twoDigits(at + 3);
    // More than 60 seconds would be of the next minute.
    if (twoDigits(at + 6) >= 60) return -1;
    return hour >= 0 && hour < 24 && minutes >= 0 && minutes < 60 ? hour * 60 + minutes : -1;
  };

  /** Milliseconds of the minute, of the time that stands at `time`. */
  const millisecondAt = (time: number): number => {
    const end = afterFraction(time + 8);
    let ms = twoDigits(time + 6) * 1000;
    for (let digit = time + 9, unit = 100; digit < end && unit >= 1; digit += 1, unit /= 10) ms += ((bytes[digit] ?? 0x30) - 0x30) * unit;
    return ms;
  };

  const known = (at: number): number => {
    const start = dateAt(at);
    if (date === null || !stand(date.words, view, start)) return -1;
    const time = start + date.bytes.length;
    const minutes = minutesAt(time);
    if (minutes < 0) return -1;
    const end = afterFraction(time + 8);
    if (end > time + 8 && ((fractionLengths >> (end - time - 9)) & 1) === 0) return -1;
    const tail = tailAt(end, start > at, start > at && bytes[start - 1] === blank, end > time + 8);
    if (tail === null) return -1;
    const message = tail.isOpen ? afterRest(end + tail.bytes.length) : end + tail.bytes.length;
    if ((bytes[message] ?? 0) <= blank || (tail.isOpen && endsSoon(message))) return -1;
    found = tail;
    minute = date.serial * 1440 + minutes;
    return message;
  };

  const tailAt = (at: number, hasPri: boolean, hasVersion: boolean, hasFraction: boolean): Tail | null => {
    for (let index = 0; index < tails.length; index += 1) {
      const tail = tails[index];
      if (tail === undefined || tail.hasPri !== hasPri || tail.hasVersion !== hasVersion || tail.hasFraction !== hasFraction) continue;
      if (!stand(tail.words, view, at)) continue;
      const before = tails[index - 1];
      if (before !== undefined) {
        // The same tails come again: those met often move to the front.
        tails[index - 1] = tail;
        tails[index] = before;
      }
      return tail;
    }
    return null;
  };

  /** A line break near the end of an open head may have cut its level off. */
  const endsSoon = (at: number): boolean => {
    for (let near = at; near < at + 12; near += 1) if (bytes[near] === 0x0a) return true;
    return false;
  };

  const afterRest = (at: number): number => {
    rest.lastIndex = at;
    rest.test(text);
    return rest.lastIndex;
  };

  /** What a plain head can begin with: a PRI, a year, a month. */
  const mayBegin = (at: number): boolean => {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    if (first === 0x32 || first === 0x31) return second === (first === 0x32 ? 0x30 : 0x39);
    if (first === 0x3c) return isDigit(at + 1);
    return first >= 0x41 && first <= 0x53 && second >= 0x61 && second <= 0x75 && bytes[at + 3] === blank;
  };

  const learn = (at: number): boolean => {
    if (!mayBegin(at)) return false;
    const newline = text.indexOf('\n', at);
    const line = text.slice(at, Math.min(newline === -1 ? text.length : newline, at + headLength));
    const head = finder.at(line, 0);
    // A head that a line break ends may lack its blanks.
    const lesson = head === null || head.end === line.length ? null : lessonOf(head, line.slice(0, head.end));
    if (head === null || lesson === null) return false;
    const dateBytes = Buffer.from(lesson.dateText, 'latin1');
    if (date === null || !sameBytes(date.bytes, dateBytes)) {
      dates += 1;
      date = { bytes: dateBytes, words: wordsOf(dateBytes), stamp: head.stamp, serial: dates };
    }
    if (tails.some((tail) => isSameTail(tail, lesson.tail))) return true;
    if (tails.length >= mostTails) return false;
    tails.unshift(lesson.tail);
    return true;
  };

  return {
    over(newText) {
      text = newText;
    },
    read(at) {
      const message = known(at);
      if (message !== -1) return message;
      return learn(at) ? known(at) : -1;
    },
    tail: () => found,
    date: () => date,
    minute: () => minute,
    startBefore(colon) {
      const start = colon - 2 - (date?.bytes.length ?? 0);
      if (bytes[start - 1] !== 0x3e) return start;
      let pri = start - 2;
      while (pri > start - 5 && isDigit(pri)) pri -= 1;
      return bytes[pri] === 0x3c ? pri : start;
    },
    dateAt,
    millisecond: (at, { bytes: dateBytes }) => millisecondAt(dateAt(at) + dateBytes.length),
    stamp(at, { bytes: dateBytes, stamp: { year, month, day } }, { head, hasFraction }) {
      const time = dateAt(at) + dateBytes.length;
      const ms = (twoDigits(time) * 60 + twoDigits(time + 3)) * 60_000 + millisecondAt(time);
      return { year, month, day, time: ms, precision: hasFraction ? 1 : 1000, offset: head.stamp.offset };
    },
    tails: () => tails,
  };
}
