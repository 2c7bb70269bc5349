/** Whether a record that was broken over lines may matter. */
import { findBrokenGuids } from './guid.ts';

export type MayMatter = (text: string, from: number, to: number) => boolean;

/** Whether the message at bytes [from, to), which have no damage, was read and says something. The byte behind them may be written on. */
export type Understands = (process: string, bytes: Uint8Array, from: number, to: number) => boolean;

/**
 * Asks once more where a line break may have cost a GUID its hyphen, so that it looked like none with the breaks taken out.
 * @param message - with `\n` at its breaks
 */
export function mayMatterBroken(message: string, mayMatter: MayMatter): boolean {
  const guids = findBrokenGuids(message);
  if (guids.length === 0) return false;
  let joined = '';
  let from = 0;
  for (const { from: start, to, guid } of guids) {
    joined += message.slice(from, start) + guid;
    from = to;
  }
  joined += message.slice(from);
  return mayMatter(joined, 0, joined.length);
}

/**
 * Whether a line break at `at` may have gone through a GUID and taken its hyphen, or left a blank in it: hexadecimal digits in groups as
 * GUIDs have them stand on both sides. Cheap, as it is asked of every break.
 * @param text - without its breaks
 */
export function maySplitGuid(text: string, at: number): boolean {
  let left = at;
  while (left > 0 && left > at - 2 && isSeparator(text.charCodeAt(left - 1))) left -= 1;
  let right = at;
  while (right < at + 2 && isSeparator(text.charCodeAt(right))) right += 1;
  // A hyphen alone is where it has to be.
  if (right - left === 1 && text.charCodeAt(left) === 0x2d) return false;
  const before = hexDigits(text, left - 1, -1);
  const behind = hexDigits(text, right, 1);
  if (left === right) return (before === 4 || before === 8) && (behind === 4 || behind === 12);
  return before > 0 && behind > 0 && before <= 12 && behind <= 12;
}

function isSeparator(code: number): boolean {
  return code === 0x20 || code === 0x2d;
}

/** So many hexadecimal digits stand in a row. */
function hexDigits(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (isHex(text.charCodeAt(at)) && Math.abs(at - from) < 13) at += step;
  return Math.abs(at - from);
}

function isHex(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
}
