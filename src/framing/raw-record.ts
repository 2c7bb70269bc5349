/** Records that lie in the bytes of their input without damage: what may still be amiss with them, and what they are as records. */
import { callBridge, type LogRecord, type Mutable, type RawRecord } from '#model/index.ts';

/** Reads messages where they lie. */
export interface RawReader {
  /** From now on messages lie in this memory. */
  lieIn(memory: WebAssembly.Memory): void;
  /** Whether bytes [from, to) are a message that says something. The byte behind them may be written on, and is put back. */
  understands(process: string, bytes: Uint8Array, from: number, to: number): boolean;
  /** Whether a free text of that message holds a hyphen or a backtick. */
  isOdd(): boolean;
  /** Takes the record whose message was understood last; it is not emitted. */
  take(record: RawRecord): void;
}

export function newRawRecord(input: string): Mutable<RawRecord> {
  return {
    input,
    line: 0,
    at: null,
    stampBasis: 'stamp',
    precision: 1,
    host: null,
    process: callBridge,
    framing: 'headless',
    order: 0,
    bytes: Buffer.alloc(0),
    from: 0,
    message: 0,
    to: 0,
  };
}

/** The record, out of the bytes. */
export function recordOf(raw: RawRecord): LogRecord {
  const { bytes, from, message, to } = raw;
  const text = bytes.toString('utf8', from, to);
  // One byte for each character: the message is a part of the text.
  const isAscii = text.length === to - from;
  return withTexts(raw, text, isAscii ? text.slice(message - from) : bytes.toString('utf8', message, to));
}

/** The same of one that may go on behind a fence, which is no part of it. */
export function recordUpToFence(raw: RawRecord): LogRecord {
  const { bytes, from, message, to } = raw;
  return withTexts(raw, upToFence(bytes.toString('utf8', from, to)), upToFence(bytes.toString('utf8', message, to)));
}

function withTexts(raw: RawRecord, text: string, message: string): LogRecord {
  const { input, line, at, stampBasis, precision, host, process, framing, order } = raw;
  return { input, line, text, at, stampBasis, precision, host, process, message, framing, order };
}

const hyphen = 0x2d;
const blank = 0x20;
const backtick = 0x60;

/** A hyphen with a blank on one side and hexadecimal digits around may be the inside of a GUID that was put together with one too many. */
export function mayBeApart(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to - 1; at += 1) {
    if (bytes[at] !== hyphen) continue;
    const before = bytes[at - 1] === blank;
    if (before !== (bytes[at + 1] === blank) && isHex(bytes[before ? at - 2 : at - 1]) && isHex(bytes[before ? at + 1 : at + 2]))
      return true;
  }
  return false;
}

function isHex(byte = 0): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66) || (byte >= 0x41 && byte <= 0x46);
}

export function hasFence(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to - 2; at += 1) {
    if (bytes[at] === backtick && bytes[at + 1] === backtick && bytes[at + 2] === backtick) return true;
  }
  return false;
}

/** A fence of Markdown on the same line ends a record. */
export function upToFence(text: string): string {
  const fence = text.indexOf('```');
  return fence === -1 ? text : text.slice(0, fence).trimEnd();
}
