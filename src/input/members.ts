/** Members of archives, one after the other, as streams: nothing is ever written to disk, and names are labels. */
import { Readable } from 'node:stream';
import type { InputLimits } from './limits.ts';
import { InputError } from './source.ts';

export interface Member {
  /** As the archive says; only ever shown. */
  readonly name: string;
  /** Milliseconds UTC; null = not said. */
  readonly modified: number | null;
  /** Has to be read, or left, before the next member is asked for. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Files of a tar archive; links, devices and folders have no bytes and are passed over.
 * @throws InputError while it is read
 */
export async function* tarMembers(stream: AsyncIterable<Uint8Array>, name: string, limits: InputLimits): AsyncGenerator<Member> {
  const { default: tarStream } = await import('tar-stream');
  const tar = tarStream.extract();
  const source = Readable.from(stream, { objectMode: true });
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  let count = 0;
  try {
    for await (const entry of tar) {
      count += 1;
      if (count > limits.members) throw tooMany(name, limits);
      const { name: label, type, mtime } = entry.header;
      if (type === 'file' || type === 'contiguous-file') {
        yield { name: label, modified: mtime?.getTime() ?? null, bytes: bytesOf(entry, `${name}!${label}`) };
      }
      entry.resume();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(name, `the archive is damaged or cut off after ${count} members; what came before was read`);
  } finally {
    source.destroy();
    tar.destroy();
  }
}

async function* bytesOf(entry: AsyncIterable<unknown>, name: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(name, 'the archive is damaged or cut off here; what came before was read');
  }
}

interface Unzipped {
  readonly name: string;
  readonly chunks: Uint8Array[];
  over: boolean;
  error: Error | null;
}

/**
 * Files of a zip archive, read from its front: the directory at its end is not needed.
 * @throws InputError while it is read
 */
export async function* zipMembers(stream: AsyncIterable<Uint8Array>, name: string, limits: InputLimits): AsyncGenerator<Member> {
  const { Unzip, UnzipInflate } = await import('fflate');
  const waiting: Unzipped[] = [];
  let count = 0;
  const unzip = new Unzip((file) => {
    count += 1;
    const member: Unzipped = { name: file.name, chunks: [], over: false, error: null };
    waiting.push(member);
    file.ondata = (error, data, final) => {
      if (error !== null) member.error = error;
      else member.chunks.push(data);
      member.over ||= final || error !== null;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const iterator = stream[Symbol.asyncIterator]();
  let ended = false;
  const more = async (): Promise<void> => {
    const next = await iterator.next();
    try {
      if (next.done === true) {
        ended = true;
        unzip.push(new Uint8Array(0), true);
      } else for (let from = 0; from < next.value.length; from += portion) unzip.push(next.value.subarray(from, from + portion));
    } catch {
      ended = true;
      for (const member of waiting) member.over = true;
      if (next.done !== true) throw new InputError(name, `the archive is damaged after ${count} members; what came before was read`);
    }
  };
  try {
    while (!ended || waiting.length > 0) {
      if (count > limits.members) throw tooMany(name, limits);
      const member = waiting[0];
      if (member === undefined) {
        await more();
        continue;
      }
      if (!member.name.endsWith('/')) yield { name: member.name, modified: null, bytes: unzippedBytes(member, more, () => ended, name) };
      while (!member.over && !ended) {
        member.chunks.length = 0;
        await more();
      }
      waiting.shift();
    }
  } finally {
    await iterator.return?.();
  }
}

/** So few compressed bytes at a time that what they grow to fits into memory. */
const portion = 1 << 14;

async function* unzippedBytes(
  member: Unzipped,
  more: () => Promise<void>,
  ended: () => boolean,
  archive: string,
): AsyncGenerator<Uint8Array> {
  for (;;) {
    yield* member.chunks.splice(0);
    if (member.error !== null) throw new InputError(`${archive}!${member.name}`, 'its zip data are damaged; what came before was read');
    if (member.over) return;
    if (ended()) throw new InputError(`${archive}!${member.name}`, 'the archive is cut off; what came before was read');
    await more();
  }
}

function tooMany(name: string, limits: InputLimits): InputError {
  return new InputError(name, `has more than ${limits.members} members; --max-members raises the limit`);
}
