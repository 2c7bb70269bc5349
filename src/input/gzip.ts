/** gzip (RFC 1952): one member after the other, each with its check sum. */
import { crc32, createInflateRaw } from 'node:zlib';
import { type Cursor, createCursor } from './cursor.ts';
import { frame } from './frame.ts';

const flags = { checkSum: 2, extra: 4, name: 8, comment: 16 } as const;

/** @throws Error where the data are damaged or cut off, after all that came before */
export async function* gunzip(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const cursor = createCursor(stream);
  try {
    for (let first = true; await begins(cursor, first); first = false) {
      let sum = 0;
      let length = 0;
      for await (const chunk of frame(cursor, createInflateRaw({ chunkSize: 1 << 16 }))) {
        sum = crc32(chunk, sum);
        length += chunk.length;
        yield chunk;
      }
      const trailer = await cursor.exactly(8);
      if (trailer === null) throw new Error('the check sum is missing');
      const view = new DataView(trailer.buffer, trailer.byteOffset, 8);
      if (view.getUint32(0, true) !== sum || view.getUint32(4, true) !== length % 2 ** 32) throw new Error('the check sum is another');
    }
  } finally {
    await cursor.close();
  }
}

/** Reads the header of the next member; false = there is none. Zeros behind the last one fill up blocks of a tape. */
async function begins(cursor: Cursor, first: boolean): Promise<boolean> {
  if (!first) while ((await cursor.ahead(1))[0] === 0) await cursor.skip(1);
  const header = await cursor.exactly(10);
  if (header === null && !first && (await cursor.ahead(1)).length === 0) return false;
  if (header?.[0] !== 0x1f || header[1] !== 0x8b || header[2] !== 8) throw new Error('a member begins in another way');
  const set = header[3] ?? 0;
  if ((set & flags.extra) !== 0) {
    const [low = 0, high = 0] = (await cursor.exactly(2)) ?? [];
    await cursor.skip(low + (high << 8));
  }
  if ((set & flags.name) !== 0) await skipText(cursor);
  if ((set & flags.comment) !== 0) await skipText(cursor);
  if ((set & flags.checkSum) !== 0) await cursor.skip(2);
  return true;
}

async function skipText(cursor: Cursor): Promise<void> {
  for (let byte = await cursor.exactly(1); byte !== null && byte[0] !== 0; ) byte = await cursor.exactly(1);
}
