/** One block of bzip2: Huffman codes, the list of those used last, the sorted rotations, and runs of equal bytes. */
import type { Bits } from './bits.ts';
import { type Codes, createCodes } from './huffman.ts';

export interface Block {
  /** Each entry: the place of the next in its upper bits, a byte in its lower eight. */
  readonly chain: Uint32Array;
  readonly length: number;
  readonly first: number;
  readonly checkSum: number;
}

/** Symbols that one table serves before the next is chosen. */
const groupSize = 50;
const none: Codes = { read: () => 0 };

/** @throws Error where the block is damaged or cut off */
export function readBlock(bits: Bits, size: number): Block {
  const checkSum = bits.read(32);
  if (bits.read(1) === 1) throw new Error('randomised');
  const first = bits.read(24);
  const used = usedBytes(bits);
  const tables = bits.read(3);
  const selectors = selectorsOf(bits, bits.read(15), tables);
  const codes = Array.from({ length: tables }, () => createCodes(codeLengths(bits, used.length + 2)));
  const end = used.length + 1;
  const chain = new Uint32Array(size);
  const counts = new Uint32Array(256);
  let length = 0;
  let run = 0;
  let weight = 1;
  let left = 0;
  let group = 0;
  let table = none;
  for (;;) {
    if (left === 0) {
      table = codes[selectors[group] ?? -1] ?? fail();
      left = groupSize;
      group += 1;
    }
    left -= 1;
    const symbol = table.read(bits);
    if (symbol <= 1) {
      // The length of a run, in digits of one and two.
      run += weight << symbol;
      weight <<= 1;
      if (run > size) fail();
      continue;
    }
    if (run > 0) {
      const byte = used[0] ?? 0;
      if (length + run > size) fail();
      counts[byte] = (counts[byte] ?? 0) + run;
      chain.fill(byte, length, length + run);
      length += run;
      run = 0;
      weight = 1;
    }
    if (symbol === end) break;
    const place = symbol - 1;
    const byte = used[place] ?? 0;
    used.copyWithin(1, 0, place);
    used[0] = byte;
    if (length === size) fail();
    counts[byte] = (counts[byte] ?? 0) + 1;
    chain[length] = byte;
    length += 1;
  }
  if (first >= length) fail();
  link(chain, length, counts);
  return { chain, length, first, checkSum };
}

function fail(): never {
  throw new Error('damaged');
}

/** Which bytes stand in the block, the one used last in front. */
function usedBytes(bits: Bits): Uint8Array {
  const ranges = bits.read(16);
  const used: number[] = [];
  for (let range = 0; range < 16; range += 1) {
    if (((ranges << range) & 0x8000) === 0) continue;
    const map = bits.read(16);
    for (let byte = 0; byte < 16; byte += 1) if (((map << byte) & 0x8000) !== 0) used.push(range * 16 + byte);
  }
  return used.length === 0 ? fail() : Uint8Array.from(used);
}

function selectorsOf(bits: Bits, count: number, tables: number): Uint8Array {
  const order = [0, 1, 2, 3, 4, 5];
  const selectors = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    let place = 0;
    while (bits.read(1) === 1) place += 1;
    if (place >= tables) fail();
    const [table = 0] = order.splice(place, 1);
    order.unshift(table);
    selectors[index] = table;
  }
  return selectors;
}

function codeLengths(bits: Bits, count: number): Uint8Array {
  const lengths = new Uint8Array(count);
  let length = bits.read(5);
  for (let symbol = 0; symbol < count; symbol += 1) {
    while (bits.read(1) === 1) length += bits.read(1) === 1 ? -1 : 1;
    if (length < 1 || length > 20) fail();
    lengths[symbol] = length;
  }
  return lengths;
}

/** From the last column of the sorted rotations to the way through the text. */
function link(chain: Uint32Array, length: number, counts: Uint32Array): void {
  let sum = 0;
  for (let byte = 0; byte < 256; byte += 1) {
    const count = counts[byte] ?? 0;
    counts[byte] = sum;
    sum += count;
  }
  for (let index = 0; index < length; index += 1) {
    const byte = (chain[index] ?? 0) & 0xff;
    const place = counts[byte] ?? 0;
    counts[byte] = place + 1;
    chain[place] = (chain[place] ?? 0) | (index << 8);
  }
}

/** So much is given at once. */
const portion = 1 << 16;

/**
 * The text of a block: after four equal bytes stands how many more follow.
 * @throws Error after the text, where its check sum is another
 */
export function* unwoundBlock({ chain, length, first, checkSum }: Block): Generator<Uint8Array> {
  let out = new Uint8Array(portion);
  let filled = 0;
  let sum = 0xffffffff;
  let place = (chain[first] ?? 0) >>> 8;
  let last = -1;
  let equal = 0;
  for (let index = 0; index < length; index += 1) {
    const entry = chain[place] ?? 0;
    const byte = entry & 0xff;
    place = entry >>> 8;
    let times = 1;
    if (equal === 4) {
      times = byte;
      equal = 0;
    } else {
      equal = byte === last ? equal + 1 : 1;
      last = byte;
    }
    for (; times > 0; times -= 1) {
      out[filled] = last;
      filled += 1;
      sum = (sum << 8) ^ (sums[(sum >>> 24) ^ last] ?? 0);
      if (filled < portion) continue;
      yield out;
      out = new Uint8Array(portion);
      filled = 0;
    }
  }
  if (filled > 0) yield out.subarray(0, filled);
  if (~sum >>> 0 !== checkSum) fail();
}

/** CRC-32 with the highest bit first. */
const sums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum >>> 0;
});
