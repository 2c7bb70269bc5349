/**
 * Recognises heads in bytes, at the speed of comparing them: most lines of a log begin with the date of the line before, and go on after the
 * time like one of a few lines before. What is seen for the first time is asked of the table of heads, and learned.
 */
import { callBridge } from '#model/index.ts';
import type { Head, HeadFinder } from './heads.ts';
import type { Stamp } from './stamp.ts';

/** A date that heads have, and how many were met before it. */
export interface KnownDate {
  readonly bytes: Uint8Array;
  readonly stamp: Stamp;
  readonly serial: number;
}

/** How heads go on behind the time: facility, host, process, level. */
export interface Tail {
  readonly bytes: Uint8Array;
  readonly hasPri: boolean;
  readonly hasFraction: boolean;
  readonly head: Head;
  /** Behind the process there may stand more that is no message. */
  readonly isOpen: boolean;
  /** Records that had it, since they were counted last. */
  count: number;
}

export interface PlainHeads {
  /** The bytes that `read` looks at, and the same as text. */
  over(bytes: Uint8Array, text: string): void;
  /** Where the message begins when a plain head stands at `at`; else -1. */
  read(at: number): number;
  /** What the last `read` found. */
  tail(): Tail | null;
  date(): KnownDate | null;
  /** Hour and minute, and the date: two heads with the same number are of one minute. */
  minute(): number;
  /** The stamp of the head at `at`, which `read` has accepted with this date. */
  stamp(at: number, date: KnownDate): Stamp;
  /** All tails that were learned. */
  tails(): readonly Tail[];
}

/** Date, time, fraction, and what follows: the parts of a plain head. */
const plain = /^(<\d{1,3}>)?(\d{4}-\d\d-\d\d(?:T| {1,2})|[A-Z][a-z]{2} [ \d]\d )(\d\d:\d\d:\d\d)(\.\d{1,9})?([^\n]*)$/;
/** Behind the colon of a process other than the Call Bridge: `201211.634 : INFO : `. */
const openRest =
  / {0,16}(?:\d{1,12}\.\d{1,6} ?: {0,16})?(?:(?:INFO|WARNING|WARN|ERROR|ERR|DEBUG|TRACE|VERBOSE|NOTICE|FATAL|CRITICAL)? {0,16}: {0,16})?/y;
const hasLevel = /(?:[A-Z]{3,8} {0,16}: {0,16}|[a-z] {1,16})$/;
const headLength = 640;
/** So many are kept; a log has a handful. */
const mostTails = 24;
const blank = 0x20;
const colon = 0x3a;

export function createPlainHeads(finder: HeadFinder): PlainHeads {
  const rest = new RegExp(openRest.source, 'y');
  let bytes: Uint8Array = new Uint8Array(0);
  let text = '';
  let date: KnownDate | null = null;
  let dates = 0;
  let tails: Tail[] = [];
  let found: Tail | null = null;
  let minute = 0;

  const isDigit = (at: number): boolean => {
    const code = bytes[at] ?? 0;
    return code >= 0x30 && code <= 0x39;
  };
  const twoDigits = (at: number): number => ((bytes[at] ?? 0) - 0x30) * 10 + ((bytes[at + 1] ?? 0) - 0x30);
  const matches = (at: number, expected: Uint8Array): boolean => {
    for (let index = 0; index < expected.length; index += 1) if (bytes[at + index] !== expected[index]) return false;
    return true;
  };

  /** Behind a PRI, when there is one. */
  const dateAt = (at: number): number => {
    if (bytes[at] !== 0x3c) return at;
    let end = at + 1;
    while (end < at + 4 && isDigit(end)) end += 1;
    return bytes[end] === 0x3e ? end + 1 : at;
  };

  const afterFraction = (at: number): number => {
    if (bytes[at] !== 0x2e) return at;
    let end = at + 1;
    while (end < at + 10 && isDigit(end)) end += 1;
    return end;
  };

  const known = (at: number): number => {
    const start = dateAt(at);
    if (date === null || !matches(start, date.bytes)) return -1;
    const time = start + date.bytes.length;
    if (bytes[time + 2] !== colon || bytes[time + 5] !== colon) return -1;
    const hour = twoDigits(time);
    const minutes = twoDigits(time + 3);
    if (!(hour >= 0 && hour < 24 && minutes >= 0 && minutes < 60 && isDigit(time + 6) && isDigit(time + 7))) return -1;
    const end = afterFraction(time + 8);
    for (let index = 0; index < tails.length; index += 1) {
      const tail = tails[index];
      if (tail === undefined || tail.hasPri !== start > at || tail.hasFraction !== end > time + 8 || !matches(end, tail.bytes)) continue;
      const message = tail.isOpen ? afterRest(end + tail.bytes.length) : end + tail.bytes.length;
      if (bytes[message] === blank) return -1;
      if (index > 0) {
        // The same tails come again: those met last are asked first.
        const other = tails[index - 1];
        if (other !== undefined) {
          tails[index - 1] = tail;
          tails[index] = other;
        }
      }
      found = tail;
      minute = (date.serial * 24 + hour) * 60 + minutes;
      return message;
    }
    return -1;
  };

  const afterRest = (at: number): number => {
    rest.lastIndex = at;
    rest.test(text);
    return rest.lastIndex;
  };

  const learn = (at: number): boolean => {
    const first = bytes[at] ?? 0;
    if (first !== 0x3c && !(first >= 0x30 && first <= 0x39) && !(first >= 0x41 && first <= 0x5a)) return false;
    const newline = text.indexOf('\n', at);
    const line = text.slice(at, Math.min(newline === -1 ? text.length : newline, at + headLength));
    const head = finder.at(line, 0);
    const parts = head === null ? null : plain.exec(line.slice(0, head.end));
    if (head === null || parts === null) return false;
    const [, priText, dateText = '', , fraction, tailText = ''] = parts;
    if (head.framing === 'relayed' || head.framing === 'collector' || head.process === '') return false;
    const isOpen = head.process !== callBridge;
    if (!isOpen && !hasLevel.test(tailText)) return false;
    const closed = isOpen ? upToColon(tailText, head.process) : tailText;
    if (closed === null) return false;
    const expected = Buffer.from(dateText, 'latin1');
    if (date === null || !sameBytes(date.bytes, expected)) {
      dates += 1;
      date = { bytes: expected, stamp: { ...head.stamp, time: null }, serial: dates };
    }
    const tailBytes = Buffer.from(closed, 'latin1');
    const isKnown = tails.some(
      (tail) =>
        tail.hasPri === (priText !== undefined) && tail.hasFraction === (fraction !== undefined) && sameBytes(tail.bytes, tailBytes),
    );
    if (isKnown) return true;
    if (tails.length >= mostTails) return false;
    tails = [{ bytes: tailBytes, hasPri: priText !== undefined, hasFraction: fraction !== undefined, head, isOpen, count: 0 }, ...tails];
    return true;
  };

  return {
    over(newBytes, newText) {
      bytes = newBytes;
      text = newText;
    },
    read(at) {
      const message = known(at);
      if (message !== -1) return message;
      return learn(at) ? known(at) : -1;
    },
    tail: () => found,
    minute: () => minute,
    date: () => date,
    stamp(at, { bytes: dateBytes, stamp: { year, month, day } }) {
      const time = dateAt(at) + dateBytes.length;
      const seconds = (twoDigits(time) * 60 + twoDigits(time + 3)) * 60 + twoDigits(time + 6);
      const end = afterFraction(time + 8);
      let ms = 0;
      let unit = 100;
      for (let digit = time + 9; digit < end && unit >= 1; digit += 1) {
        ms += ((bytes[digit] ?? 0x30) - 0x30) * unit;
        unit /= 10;
      }
      const offset = found?.head.stamp.offset ?? null;
      return { year, month, day, time: seconds * 1000 + Math.floor(ms), precision: end > time + 8 ? 1 : 1000, offset };
    },
    tails: () => tails,
  };
}

/** What stands up to the colon behind a process: the rest may change with each record. */
function upToColon(tail: string, process: string): string | null {
  const start = tail.lastIndexOf(process);
  const end = tail.indexOf(':', start + process.length);
  return start === -1 || end === -1 ? null : tail.slice(0, end + 1);
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
