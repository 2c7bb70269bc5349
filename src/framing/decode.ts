/** From one character per byte to what a person reads. */
import { utf8 } from './entities.ts';

const beyondAscii = /[\x80-\xff]/;
/** A character of UTF-8, well-formed (RFC 3629), or any single byte beyond ASCII. */
const units =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;
/** What Windows-1252 has at 0x80 to 0x9f; the five it leaves open stay control characters. */
const windows =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';
/** The beginning of a character whose rest is on the next line: a wrap that counts bytes cuts there. */
const openEnd = /[\xc2-\xdf]$|[\xe0-\xef][\x80-\xbf]{0,1}$|[\xf0-\xf4][\x80-\xbf]{0,2}$/;
const openStart = /^[\x80-\xbf]{1,3}/;

/** Reads bytes (one character each) as UTF-8; a byte that is none as Windows-1252: one bad byte must not spoil the names beside it. */
export function decode(latin1: string): string {
  if (!beyondAscii.test(latin1)) return latin1;
  return latin1.replace(units, (unit) => (unit.length > 1 ? character(unit) : windowsCharacter(unit)));
}

function character(unit: string): string {
  let code = unit.charCodeAt(0) & (0xff >> (unit.length + 1));
  for (let index = 1; index < unit.length; index += 1) code = (code << 6) | (unit.charCodeAt(index) & 63);
  return String.fromCodePoint(code);
}

function windowsCharacter(byte: string): string {
  const code = byte.charCodeAt(0);
  return code < 0xa0 ? windows.charAt(code - 0x80) : byte;
}

/** Whether a line ends inside a character. */
export function endsInsideCharacter(latin1: string): boolean {
  return openEnd.test(latin1);
}

/**
 * Turns bytes that are no UTF-8 into the UTF-8 of what they are in Windows-1252, so that everything behind knows one encoding only.
 * Gives the same text where there are none. Bytes of a character that the line's ends cut (`startsInside` = the line before ended
 * in one) are left for the joining.
 */
export function toUtf8(latin1: string, startsInside: boolean): string {
  if (!beyondAscii.test(latin1)) return latin1;
  const head = startsInside ? (openStart.exec(latin1)?.[0] ?? '') : '';
  const tail = openEnd.exec(latin1)?.[0] ?? '';
  const middle = latin1.slice(head.length, latin1.length - tail.length);
  const fixed = middle.replace(units, (unit) => (unit.length > 1 ? unit : utf8(windowsCharacter(unit).charCodeAt(0))));
  return head + fixed + tail;
}
