/** Canonical Huffman codes of up to 20 bits. */
import type { Bits } from './bits.ts';

export interface Codes {
  /** The next symbol. @throws Error where the bits are none */
  read(bits: Bits): number;
}

const longest = 20;

export function createCodes(lengths: Uint8Array): Codes {
  const counts = new Uint32Array(longest + 2);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  /** Codes of a length are below its limit, both brought to 20 bits; places say where the symbols of a length begin. */
  const limits = new Uint32Array(longest + 1);
  const firsts = new Int32Array(longest + 1);
  const symbols: number[] = [];
  let code = 0;
  for (let length = 1; length <= longest; length += 1) {
    const count = counts[length] ?? 0;
    firsts[length] = symbols.length - code;
    code += count;
    limits[length] = code << (longest - length);
    code <<= 1;
    for (const [symbol, of] of lengths.entries()) if (of === length) symbols.push(symbol);
  }
  const shortest = Math.min(...lengths);
  const table = Uint16Array.from(symbols);
  return {
    read(bits) {
      const ahead = bits.ahead20();
      let length = shortest;
      while (length <= longest && ahead >= (limits[length] ?? 0)) length += 1;
      if (length > longest) throw new Error('damaged');
      bits.skip(length);
      return table[(ahead >>> (longest - length)) + (firsts[length] ?? 0)] ?? fail();
    },
  };
}

function fail(): never {
  throw new Error('damaged');
}
