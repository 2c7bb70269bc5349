/**
 * Text that is gathered until it is worth writing, as the bytes of UTF-8: of many small pieces put together as one text, V8 would make a tree
 * first, and walk it then.
 */
import { type Instant, iso } from '#model/index.ts';

export interface TextBytes {
  /** So many bytes are there. */
  readonly length: number;
  /** They, and room behind them; holds until more is added. */
  readonly bytes: Uint8Array;
  /** How often everything was taken: places are places of one such era. */
  readonly era: number;
  text(text: string): void;
  /** Of ASCII signs. */
  byte(sign: number): void;
  number(value: number): void;
  /** ISO 8601 in UTC with milliseconds. */
  time(at: Instant): void;
  /** Bytes [from, to) once more. */
  again(from: number, to: number): void;
  /** Puts what stands from a place on in quotes, and doubles those in it. */
  quote(from: number): void;
  /** Takes back what stands from a place on. */
  cut(from: number): void;
  /** All that was added since the last time; holds until the next. */
  take(): Uint8Array;
}

const zero = 0x30;
const quoteSign = 0x22;
const dayLength = 86_400_000;
/** `2026-11-28T`, and `08:15:00.000Z` behind it. */
const dateLength = 11;
const isoLength = 24;
/** Shorter texts are put down sign by sign: to ask the system costs more. */
const short = 16;

/** @param expected - so many bytes it will be about */
export function createTextBytes(expected: number): TextBytes {
  let bytes = Buffer.allocUnsafeSlow(2 * expected);
  /** What was taken last lies in it. */
  let taken: Buffer<ArrayBuffer> | null = null;
  let length = 0;
  let era = 0;
  let day = Number.NaN;
  let date = '';

  const makeRoom = (more: number): void => {
    if (length + more <= bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (length + more));
    bytes.copy(larger, 0, 0, length);
    bytes = larger;
  };

  const text = (added: string): void => {
    // UTF-8 takes three bytes for one unit of UTF-16 at most.
    makeRoom(3 * added.length);
    if (added.length < short && putAscii(added)) return;
    length += bytes.write(added, length, 'utf8');
  };

  const putAscii = (added: string): boolean => {
    for (let index = 0; index < added.length; index += 1) {
      const code = added.charCodeAt(index);
      if (code >= 0x80) return false;
      bytes[length + index] = code;
    }
    length += added.length;
    return true;
  };

  /** So many digits, with zeros in front. */
  const digits = (value: number, count: number): void => {
    let rest = value;
    for (let at = length + count - 1; at >= length; at -= 1) {
      const tenth = (rest / 10) | 0;
      bytes[at] = zero + rest - 10 * tenth;
      rest = tenth;
    }
    length += count;
  };

  const putByte = (sign: number): void => {
    bytes[length] = sign;
    length += 1;
  };

  return {
    get length() {
      return length;
    },
    get bytes() {
      return bytes;
    },
    get era() {
      return era;
    },
    text,
    byte(sign) {
      makeRoom(1);
      putByte(sign);
    },
    number(value) {
      if (!Number.isInteger(value) || value < 0 || value > 1e9) return text(String(value));
      makeRoom(10);
      let count = 1;
      for (let most = 10; most <= value; most *= 10) count += 1;
      digits(value, count);
    },
    time(at) {
      const of = Math.floor(at / dayLength);
      if (of !== day) {
        day = of;
        date = iso(at).slice(0, -(isoLength - dateLength));
      }
      text(date);
      makeRoom(isoLength);
      const ms = at - of * dayLength;
      const seconds = (ms / 1000) | 0;
      const minutes = (seconds / 60) | 0;
      digits((minutes / 60) | 0, 2);
      putByte(0x3a);
      digits(minutes % 60, 2);
      putByte(0x3a);
      digits(seconds % 60, 2);
      putByte(0x2e);
      digits(ms % 1000, 3);
      putByte(0x5a);
    },
    again(from, to) {
      makeRoom(to - from);
      bytes.copyWithin(length, from, to);
      length += to - from;
    },
    quote(from) {
      let quotes = 2;
      for (let at = from; at < length; at += 1) if (bytes[at] === quoteSign) quotes += 1;
      makeRoom(quotes);
      let to = length + quotes - 1;
      bytes[to] = quoteSign;
      for (let at = length - 1; at >= from; at -= 1) {
        const byte = bytes[at] ?? 0;
        to -= 1;
        bytes[to] = byte;
        if (byte !== quoteSign) continue;
        to -= 1;
        bytes[to] = quoteSign;
      }
      bytes[from] = quoteSign;
      length += quotes;
    },
    cut(from) {
      length = from;
    },
    take() {
      const all = bytes.subarray(0, length);
      const free = taken ?? Buffer.allocUnsafeSlow(2 * expected);
      taken = bytes;
      bytes = free;
      length = 0;
      era += 1;
      return all;
    },
  };
}
