/** Zstandard: one frame after the other, as writers with several threads make them. */
import { createZstdDecompress } from 'node:zlib';
import { createCursor } from './cursor.ts';
import { frame } from './frame.ts';

/** @throws Error where the data are damaged or cut off, after all that came before */
export async function* unzstd(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const cursor = createCursor(stream);
  try {
    while ((await cursor.ahead(1)).length > 0) yield* frame(cursor, createZstdDecompress({ chunkSize: 1 << 17 }));
  } finally {
    await cursor.close();
  }
}
