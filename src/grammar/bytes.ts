/**
 * A message as bytes of UTF-8, and questions that the matcher asks of it. Behind its last byte stands a zero, which is part of nothing, so
 * that few questions have to ask for the end.
 */
import { isBlank, isHex, isWordSign } from './signs.ts';

export type Bytes = Uint8Array;

/** What is read: bytes, the same as a view, and where the message ends. */
export interface Page {
  readonly bytes: Bytes;
  readonly view: DataView;
  readonly end: number;
}

export function byteAt(bytes: Bytes, at: number): number {
  return bytes[at] ?? 0;
}

/** The first byte from a place on that is no blank. */
export function behindBlanks(bytes: Bytes, from: number): number {
  let at = from;
  while (isBlank(byteAt(bytes, at))) at++;
  return at;
}

/** Whether the signs before and behind a place belong to one word. `from`: where the message begins. */
export function areOneWord(bytes: Bytes, at: number, from: number): boolean {
  return at > from && isWordSign(byteAt(bytes, at - 1)) && isWordSign(byteAt(bytes, at));
}

/** Whether a place may lie inside of one token: of a word, or of an IPv6 address, which can begin with a colon. */
export function isInsideToken(bytes: Bytes, at: number, from: number): boolean {
  if (areOneWord(bytes, at, from)) return true;
  const before = at > from ? byteAt(bytes, at - 1) : 0;
  return byteAt(bytes, at) === 58 && (before === 58 || isHex(before));
}
