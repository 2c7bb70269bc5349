/** Mends what a line break has cut: tags, links, references, codes, characters and GUIDs that begin on one line and end on another. */
import { withoutLineSigns } from './line-signs.ts';
import { isSuspect, type Mender } from './mend.ts';

/** What follows from the lines before a break and the one behind it, put together. */
export interface Across {
  /** So many characters are taken off the end of the lines before, */
  readonly taken: number;
  /** this is put there, before the break, */
  readonly before: string;
  /** and this is the line behind it. */
  readonly line: string;
}

/** So far a thing that is mended as a whole may reach over a break, on either side. */
export const acrossReach = 640;

/**
 * null = the lines are right as they are. What the break itself stands in goes behind it.
 * @param before - the end of the lines before, up to `acrossReach`; both were mended alone
 */
export function mendAcross(before: string, line: string, mender: Mender): Across | null {
  const left = before.replace(/^[\x80-\xbf]{1,3}/, '');
  const right = line.slice(0, acrossReach);
  if (!isSuspect(left + right)) return null;
  const joined = edit(left, '', right, mender) ?? (isTagOpen(left) || isDashAt(left, right) ? edit(left, ' ', right, mender) : null);
  return joined === null ? null : { ...joined, line: joined.line + line.slice(acrossReach) };
}

function edit(left: string, joint: string, right: string, mender: Mender): Across | null {
  const joined = left + joint + right;
  const mended = withoutLineSigns(mender.again(joined).replaceAll('\n', ' '));
  if (mended === joined) return null;
  const from = sharedStart(joined, mended);
  const rest = sharedEnd(joined, mended, from);
  const to = joined.length - rest;
  const middle = mended.slice(from, mended.length - rest);
  if (to <= left.length) return { taken: left.length - from, before: middle + left.slice(to), line: right };
  const behind = left.length + joint.length;
  if (from >= behind) return { taken: 0, before: '', line: right.slice(0, from - behind) + middle + right.slice(to - behind) };
  return { taken: left.length - Math.min(from, left.length), before: '', line: middle + joined.slice(Math.max(to, behind)) };
}

/** A blank was lost beside a dash between words. */
function isDashAt(left: string, right: string): boolean {
  return /\xe2\x80[\x90-\x95]$/.test(left) || /^\xe2\x80[\x90-\x95] /.test(right);
}

/** A word wrap takes the blank inside of a tag. */
function isTagOpen(text: string): boolean {
  return text.lastIndexOf('<') > text.lastIndexOf('>');
}

function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

/** @param from - what is before is shared already */
function sharedEnd(one: string, other: string, from: number): number {
  const most = Math.min(one.length, other.length) - from;
  let count = 0;
  while (count < most && one.charCodeAt(one.length - 1 - count) === other.charCodeAt(other.length - 1 - count)) count += 1;
  return count;
}
