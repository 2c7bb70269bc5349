/** A file that lies on a disk, open: every thread of the process can read it, each from its own place. */
import { readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { plainText } from './encoding.ts';

/** What the process knows an open file by. */
export type FileNumber = number;

export interface OpenFile {
  readonly number: FileNumber;
  /** From here on it stays open when its stream ends, until it is closed. false = the stream has ended already. */
  keep(): boolean;
  close(): Promise<void>;
}

/** So many bytes are read at once. */
const portion = 1 << 18;

/** Opens a file; it is closed when the stream ends. */
export async function openFile(path: string): Promise<{ readonly file: OpenFile; readonly stream: AsyncIterable<Uint8Array> }> {
  const handle = await open(path);
  let isKept = false;
  let isClosed = false;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      yield* handle.createReadStream({ highWaterMark: portion, autoClose: false });
    } finally {
      isClosed = !isKept;
      if (isClosed) await handle.close();
    }
  }
  const keep = (): boolean => {
    isKept = !isClosed;
    return isKept;
  };
  return { file: { number: handle.fd, keep, close: () => handle.close() }, stream: bytes() };
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
