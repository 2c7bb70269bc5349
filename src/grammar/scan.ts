/**
 * Holes of one token, found by character, in messages without broken lines: what the lexicon's patterns find, or undefined where only
 * they can tell.
 */
import { isDigit, isHex, isWordSign } from './signs.ts';
import type { TokenHole } from './tree.ts';

/** Behind a hole that begins at a character; -1 = none does; undefined = the lexicon must decide. */
export function scanHole(type: TokenHole, text: string, at: number): number | undefined {
  switch (type) {
    case 'guid':
      return isGuidAt(text, at) ? at + 36 : -1;
    case 'int':
      return scanNumber(text, at);
    case 'duration':
      return scanDuration(text, at);
    case 'ip':
      return scanAddress(text, at);
  }
}

export function isGuidAt(text: string, from: number): boolean {
  return (
    areHex(text, from, 8) &&
    isHyphen(text, from + 8) &&
    areHex(text, from + 9, 4) &&
    isHyphen(text, from + 13) &&
    areHex(text, from + 14, 4) &&
    isHyphen(text, from + 18) &&
    areHex(text, from + 19, 4) &&
    isHyphen(text, from + 23) &&
    areHex(text, from + 24, 12)
  );
}

function isHyphen(text: string, at: number): boolean {
  return text.charCodeAt(at) === 45;
}

function areHex(text: string, from: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (!isHex(text.charCodeAt(at))) return false;
  return true;
}

function scanNumber(text: string, from: number): number | undefined {
  const end = endOfDigits(text, from, 15);
  return end === from ? -1 : whole(text, end);
}

/** `M:SS`; with hours, the lexicon reads it. */
function scanDuration(text: string, from: number): number | undefined {
  const colon = endOfDigits(text, from, 6);
  if (colon === from) return -1;
  const end = endOfDigits(text, colon + 1, 2);
  return text.charCodeAt(colon) === 58 && end === colon + 3 ? whole(text, end) : undefined;
}

/** IPv4; other addresses are rare, and the lexicon's. */
function scanAddress(text: string, from: number): number | undefined {
  let end = endOfDigits(text, from, 3);
  for (let group = 1; group < 4; group++) {
    const start = end + 1;
    if (end === from || text.charCodeAt(end) !== 46) return canBeLongAddress(text, from) ? undefined : -1;
    end = endOfDigits(text, start, 3);
    if (end === start) return undefined;
  }
  return whole(text, end);
}

/** IPv6 begins with up to four hexadecimal digits and a colon. */
function canBeLongAddress(text: string, from: number): boolean {
  let at = from;
  while (at < from + 4 && isHex(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === 58;
}

function endOfDigits(text: string, from: number, most: number): number {
  let at = from;
  while (at < from + most && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** An end, unless what follows could make the digits before it part of a longer token: a GUID, an address, a duration, a number. */
function whole(text: string, end: number): number | undefined {
  const next = text.charCodeAt(end);
  if (isWordSign(next) || next === 45 || next === 46) return undefined;
  const after = text.charCodeAt(end + 1);
  return next === 58 && (isHex(after) || after === 58) ? undefined : end;
}
