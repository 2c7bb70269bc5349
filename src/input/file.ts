/** A file that lies on a disk, open: every thread of the process can read it, each from its own place. */
import { readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { plainText } from './encoding.ts';

/** What the process knows an open file by. */
export type FileNumber = number;

/** So many bytes are read at once: enough that threads seldom wake each other. */
const portion = 1 << 19;

/** Opens a file; the stream closes it when it ends. */
export async function openFile(path: string): Promise<{ readonly file: FileNumber; readonly stream: AsyncIterable<Uint8Array> }> {
  const handle = await open(path);
  return { file: handle.fd, stream: handle.createReadStream({ highWaterMark: portion }) };
}

/**
 * The text of an open file from its beginning, for a thread that has nothing else to do than to wait for it.
 * Bytes hold until the next are asked for.
 */
export function textOfFile(file: FileNumber): AsyncGenerator<Uint8Array> {
  return plainText(bytesOf(file), 'bytes');
}

async function* bytesOf(file: FileNumber): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.alloc(portion);
  for (let at = 0; ; ) {
    const count = readSync(file, bytes, 0, portion, at);
    if (count === 0) return;
    at += count;
    yield bytes.subarray(0, count);
  }
}
