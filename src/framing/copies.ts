/** A log that stands in an input twice, far behind where anybody has looked ahead: what was told once is not told again. */
import type { Instant } from '#model/index.ts';

export interface Copies {
  /**
   * Whether an event was met before the time of the input went back last.
   * @param mark - what tells it from others of its time
   */
  isAgain(at: Instant | null, mark: number): boolean;
}

/** Clocks of two processes of a box differ by less (seen: 4 s). */
const stepBack = 5000;
/** So many events are remembered, in 8 bytes each. */
const most = 1 << 21;
/** An input whose time goes back more often is in no order that could be gone through again. */
const mostPasses = 32;

export function createCopies(): Copies {
  let met = new Float64Array(1024);
  let count = 0;
  /** So many of them are of passes before, in order. */
  let before = 0;
  let passes = 0;
  let first: Instant | null = null;
  let highest = Number.NEGATIVE_INFINITY;

  const remember = (key: number): void => {
    if (count === most) return;
    if (count === met.length) {
      const larger = new Float64Array(2 * met.length);
      larger.set(met);
      met = larger;
    }
    met[count] = key;
    count += 1;
  };

  const isKnown = (key: number): boolean => {
    let low = 0;
    let high = before;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((met[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low < before && met[low] === key;
  };

  return {
    isAgain(at, mark) {
      if (at === null || passes > mostPasses) return false;
      if (at < highest - stepBack) {
        passes += 1;
        met.subarray(0, count).sort();
        before = count;
        highest = at;
      } else if (at > highest) highest = at;
      // The milliseconds of years, and 16 bits of the mark, are exact in a double.
      first ??= at;
      const key = (at - first) * 0x1_00_00 + (mark & 0xff_ff);
      if (before > 0 && isKnown(key)) return true;
      remember(key);
      return false;
    },
  };
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

/** The same of a message that was mended. */
export function markOfText(text: string): number {
  const step = Math.max(1, Math.floor(text.length / looked));
  let mark = text.length;
  for (let at = 0; at < text.length; at += step) mark = (Math.imul(mark, 31) + text.charCodeAt(at)) | 0;
  return mark ^ (mark >>> 15);
}
