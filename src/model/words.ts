/** Words to be found in bytes: four of them are compared at once. */

export interface Words {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** The bytes, four in each number; the last ones one by one. */
  readonly fours: Int32Array;
  readonly rest: Uint8Array;
}

export function wordsOf(bytes: Uint8Array): Words {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length >> 2;
  const fours = Int32Array.from({ length: count }, (_, index) => view.getInt32(4 * index, true));
  return { bytes, length: bytes.length, fours, rest: bytes.slice(4 * count) };
}

/** Whether words stand at a place of a view, which goes on at least as far as they do. */
export function stand({ fours, rest }: Words, view: DataView, from: number): boolean {
  let at = from;
  for (let index = 0; index < fours.length; index++, at += 4) if (view.getInt32(at, true) !== fours[index]) return false;
  for (let index = 0; index < rest.length; index++, at++) if (view.getUint8(at) !== rest[index]) return false;
  return true;
}
