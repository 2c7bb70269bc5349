/**
 * Holes of one token, found by byte, in messages without broken lines: what the lexicon's patterns find, or undefined where only they can
 * tell.
 */
import { type Bytes, byteAt, type Page } from './bytes.ts';
import { isDigit, isHex, isWordSign } from './signs.ts';
import type { TokenHole } from './tree.ts';

/** Behind a hole that begins at a byte; -1 = none does; undefined = the lexicon must decide. */
export function scanHole(type: TokenHole, page: Page, at: number): number | undefined {
  switch (type) {
    case 'guid':
      return isGuidAt(page, at) ? at + 36 : -1;
    case 'int':
      return scanNumber(page.bytes, at);
    case 'duration':
      return scanDuration(page.bytes, at);
    case 'ip':
      return scanAddress(page.bytes, at);
  }
}

/** Of every two bytes in a row: whether both are hexadecimal digits. Half of what a log says are GUIDs. */
const hexPairs = new Uint8Array(65_536);
const hexDigits = Buffer.from('0123456789abcdefABCDEF');
for (const first of hexDigits) for (const second of hexDigits) hexPairs[(first << 8) | second] = 1;

function isGuidAt({ view, end }: Page, at: number): boolean {
  return (
    at + 36 <= end &&
    areHex(view, at, 8) &&
    view.getUint8(at + 8) === hyphen &&
    areHex(view, at + 9, 4) &&
    view.getUint8(at + 13) === hyphen &&
    areHex(view, at + 14, 4) &&
    view.getUint8(at + 18) === hyphen &&
    areHex(view, at + 19, 4) &&
    view.getUint8(at + 23) === hyphen &&
    areHex(view, at + 24, 12)
  );
}

const hyphen = 0x2d;

function areHex(view: DataView, from: number, count: number): boolean {
  for (let at = from; at < from + count; at += 2) if (hexPairs[view.getUint16(at)] !== 1) return false;
  return true;
}

function scanNumber(bytes: Bytes, from: number): number | undefined {
  const end = endOfDigits(bytes, from, 15);
  return end === from ? -1 : whole(bytes, end);
}

/** `M:SS`; with hours, the lexicon reads it. */
function scanDuration(bytes: Bytes, from: number): number | undefined {
  const colon = endOfDigits(bytes, from, 6);
  if (colon === from) return -1;
  const end = endOfDigits(bytes, colon + 1, 2);
  return byteAt(bytes, colon) === 58 && end === colon + 3 ? whole(bytes, end) : undefined;
}

/** IPv4; other addresses are rare, and the lexicon's. */
function scanAddress(bytes: Bytes, from: number): number | undefined {
  let end = endOfDigits(bytes, from, 3);
  for (let group = 1; group < 4; group++) {
    const start = end + 1;
    if (end === from || byteAt(bytes, end) !== 46) return canBeLongAddress(bytes, from) ? undefined : -1;
    end = endOfDigits(bytes, start, 3);
    if (end === start) return undefined;
  }
  return whole(bytes, end);
}

/** IPv6 begins with up to four hexadecimal digits and a colon. */
function canBeLongAddress(bytes: Bytes, from: number): boolean {
  let at = from;
  while (at < from + 4 && isHex(byteAt(bytes, at))) at++;
  return byteAt(bytes, at) === 58;
}

function endOfDigits(bytes: Bytes, from: number, most: number): number {
  let at = from;
  while (at < from + most && isDigit(byteAt(bytes, at))) at++;
  return at;
}

/** An end, unless what follows could make the digits before it part of a longer token: a GUID, an address, a duration, a number. */
function whole(bytes: Bytes, end: number): number | undefined {
  const next = byteAt(bytes, end);
  if (isWordSign(next) || next === 45 || next === 46) return undefined;
  const after = byteAt(bytes, end + 1);
  return next === 58 && (isHex(after) || after === 58) ? undefined : end;
}
