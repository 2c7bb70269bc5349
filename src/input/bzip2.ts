/** bzip2: one block after the other, so that a stream of any length, and one that grows without end, takes the memory of one block. */
import { createBits } from './bits.ts';
import { readBlock, unwoundBlock } from './bzip2-block.ts';
import { createCursor } from './cursor.ts';

const blockMark = 0x314159265359;
const endMark = 0x177245385090;
/** Bytes that a block may take for each 100,000 of its size, at most: 20 bits for a sign, and the tables. */
const mostCompressed = 260_000;

/** @throws Error where the data are damaged or cut off, after all whole blocks before */
export async function* bunzip2(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const cursor = createCursor(stream);
  try {
    while ((await cursor.ahead(1)).length > 0) {
      const header = await cursor.exactly(4);
      const level = (header?.[3] ?? 0) - 0x30;
      if (header?.[0] !== 0x42 || header[1] !== 0x5a || header[2] !== 0x68 || level < 1 || level > 9) throw new Error('no header');
      const window = level * mostCompressed;
      /** Bits of the byte at hand that belong to what came before. */
      let begun = 0;
      for (;;) {
        const bits = createBits(await cursor.ahead(window), begun);
        const mark = bits.read(24) * 2 ** 24 + bits.read(24);
        if (mark === endMark) {
          bits.read(32);
          await cursor.skip(Math.ceil(bits.at() / 8));
          break;
        }
        if (mark !== blockMark) throw new Error('no block');
        const block = readBlock(bits, level * 100_000);
        await cursor.skip(Math.floor(bits.at() / 8));
        begun = bits.at() % 8;
        yield* unwoundBlock(block);
      }
    }
  } finally {
    await cursor.close();
  }
}
