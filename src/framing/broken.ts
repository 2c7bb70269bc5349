/** A plain record over several lines: its text, and the lines that were broken. */
import { cutsWord } from './guid.ts';
import { maySplitGuid } from './matter.ts';
import type { PlainBreak, PlainEnd } from './plain-record.ts';
import { isProse, mayBeginProse, proseLooked } from './prose.ts';
import { type BrokenLine, endingOf, type Widths } from './wrap.ts';

/** The text of a record from one place to another; at its breaks stands `joint`. Breaks before `from` are none. */
export function joinLines(
  text: string,
  found: PlainEnd,
  { from, to }: { readonly from: number; readonly to: number },
  joint: string,
): string {
  let whole = '';
  let at = from;
  for (let index = 0; index < found.breakCount; index += 1) {
    const broken = found.breaks[index];
    if (broken === undefined) break;
    whole += text.slice(at, broken.at) + joint;
    at = broken.next;
  }
  return whole + text.slice(at, to);
}

export interface WholeRecord {
  /** Where the record begins. */
  readonly from: number;
  /** Its text without breaks. */
  readonly whole: string;
}

/** Whether one of the breaks may have gone through a GUID and cost its hyphen. */
export function splitsGuid(found: PlainEnd, lines: readonly BrokenLine[], { from, whole }: WholeRecord): boolean {
  let taken = from;
  for (let index = 0; index < found.breakCount; index += 1) {
    const broken = found.breaks[index];
    if (broken === undefined) break;
    if (lines[index]?.inside === false && maySplitGuid(whole, broken.at - taken)) return true;
    taken += broken.next - broken.at;
  }
  return false;
}

/** Whether somebody may have written one of the lines behind the first. */
export function holdsProse(text: string, found: PlainEnd): boolean {
  for (let index = 0; index < found.breakCount; index += 1) {
    const at = found.breaks[index]?.next ?? text.length;
    if (mayBeginProse(text.charCodeAt(at)) && isProse(text.slice(at, Math.min(found.end, at + proseLooked)).split('\n', 1)[0] ?? '', false))
      return true;
  }
  return false;
}

export interface RecordLines extends WholeRecord {
  /** The line on which the record begins, and where that line begins. */
  readonly line: number;
  readonly start: number;
}

/** The lines that were broken inside the record, in the order of the breaks. */
export function brokenLines(bytes: Uint8Array, found: PlainEnd, { line, start, from, whole }: RecordLines): readonly BrokenLine[] {
  const broken: BrokenLine[] = [];
  let lineStart = start;
  let taken = from;
  for (let index = 0; index < found.breakCount; index += 1) {
    const place = found.breaks[index];
    if (place === undefined) break;
    const at = place.at - taken;
    const widths = widthsOf(bytes, lineStart, place);
    broken.push({ line: line + index + 1, gap: false, inside: cutsWord(whole, at), ending: endingOf(whole, at), widths });
    lineStart = place.next;
    taken += place.next - place.at;
  }
  return broken;
}

function widthsOf(bytes: Uint8Array, from: number, { at: to, isAscii }: PlainBreak): Widths {
  if (isAscii) return [to - from, to - from, to - from, to - from];
  let points = 0;
  for (let at = from; at < to; at += 1) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) points += 1;
  return [to - from, points, points, points];
}
