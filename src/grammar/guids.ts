/**
 * The GUIDs of a log, most of which it has told before: each becomes a text once, and is found by its bytes from then on. That takes less time
 * than to cut it out of its record again, and so does comparing a text with itself.
 */
import type { RawBytes } from '#model/index.ts';
import { valueIn } from './value.ts';

export const guidLength = 36;

const wordCount = guidLength / 4;
/** So many are kept, each at the place that some of its digits tell; another one with the same place takes it. */
const placeBits = 13;
/** Multiplied with this, numbers that differ a little differ in their upper bits. */
const factor = 0x9e3779b1;

/** The value of the GUID that begins at a byte. */
export type GuidAt = (bytes: RawBytes, from: number) => string;

export function createGuids(): GuidAt {
  const known = new Int32Array(wordCount << placeBits);
  const texts: string[] = [];
  let of: RawBytes | null = null;
  let view: DataView = new DataView(new ArrayBuffer(0));

  const isAt = (start: number, from: number): boolean => {
    for (let word = 0; word < wordCount; word++) if (known[start + word] !== view.getInt32(from + 4 * word)) return false;
    return true;
  };

  return (bytes, from) => {
    if (of !== bytes) {
      of = bytes;
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    const digits = view.getInt32(from) ^ Math.imul(view.getInt32(from + 9), factor) ^ view.getInt32(from + guidLength - 4);
    const place = Math.imul(digits, factor) >>> (32 - placeBits);
    const start = place * wordCount;
    const text = texts[place];
    if (text !== undefined && isAt(start, from)) return text;
    for (let word = 0; word < wordCount; word++) known[start + word] = view.getInt32(from + 4 * word);
    const made = String(valueIn('guid', bytes.toString('utf8', from, from + guidLength)));
    texts[place] = made;
    return made;
  };
}
