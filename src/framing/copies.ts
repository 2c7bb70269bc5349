/** A log that stands in an input twice, far behind where anybody has looked ahead: what was told once is not told again. */
import { firstWithout } from '#model/halving.ts';
import type { Instant } from '#model/index.ts';
import { stepBack } from './limits.ts';

export interface Copies {
  /**
   * Whether an event was met before the time of the input went back last.
   * @param mark - what tells it from others of its time
   */
  isAgain(at: Instant | null, mark: number): boolean;
}

/** So many events are remembered, in 8 bytes each; in blocks, as a list that grows would take three times as much while it does. */
const mostBlocks = 64;
const blockSize = 1 << 15;
/** An input whose time goes back more often is in no order that could be gone through again. */
const mostPasses = 32;

export function createCopies(): Copies {
  /** Events of passes before, each block in order: of a log that goes on, each has its own stretch of time. */
  const before: Float64Array[] = [];
  /** Those of this pass. */
  let full: Float64Array[] = [];
  let block = new Float64Array(0);
  let filled = 0;
  let passes = 0;
  let first: Instant | null = null;
  let highest = Number.NEGATIVE_INFINITY;

  const remember = (key: number): void => {
    if (filled === block.length) {
      if (before.length + full.length === mostBlocks) return;
      block = new Float64Array(blockSize);
      full.push(block);
      filled = 0;
    }
    block[filled] = key;
    filled += 1;
  };

  /** The time goes back: what was met so far is gone through again, perhaps. */
  const beginAgain = (): void => {
    const last = full.pop();
    if (last !== undefined) full.push(last.subarray(0, filled));
    for (const each of full) before.push(each.sort());
    full = [];
    block = new Float64Array(0);
    filled = 0;
  };

  return {
    isAgain(at, mark) {
      if (at === null || passes > mostPasses) return false;
      if (at < highest - stepBack) {
        passes += 1;
        beginAgain();
        highest = at;
      } else if (at > highest) highest = at;
      // The milliseconds of years, and 16 bits of the mark, are exact in a double.
      first ??= at;
      const key = (at - first) * 0x1_00_00 + (mark & 0xff_ff);
      if (before.some((each) => holds(each, key))) return true;
      remember(key);
      return false;
    },
  };
}

/** Whether a number is in a list that is in order. */
function holds(list: Float64Array, key: number): boolean {
  if (key < (list[0] ?? Number.POSITIVE_INFINITY) || key > (list.at(-1) ?? 0)) return false;
  const low = firstWithout(0, list.length, (place) => (list[place] ?? 0) < key);
  return list[low] === key;
}

/** So many signs of a message are looked at. */
const looked = 24;

/** Tells messages of one moment apart: by their length, and signs from all over them. */
export function markOf(bytes: Uint8Array, from: number, to: number): number {
  const step = Math.max(1, Math.floor((to - from) / looked));
  let mark = to - from;
  for (let at = from; at < to; at += step) mark = (Math.imul(mark, 31) + (bytes[at] ?? 0)) | 0;
  return mark ^ (mark >>> 15);
}
