/** Compressed streams → their bytes, piece by piece, within bounds. What unpacks them is loaded when there is something to unpack. */
import { type InputLimits, ratioCountsFrom } from './limits.ts';
import { InputError } from './source.ts';

export type Compression = 'gzip' | 'bzip2' | 'xz' | 'zstd';

/**
 * The bytes of a compressed stream.
 * @throws InputError while it is read: damaged or cut off, or grown beyond the limits
 */
export async function* decompress(
  stream: AsyncIterable<Uint8Array>,
  compression: Compression,
  name: string,
  limits: InputLimits,
): AsyncGenerator<Uint8Array> {
  let taken = 0;
  let given = 0;
  const head: number[] = [];
  const counted = counting(stream, (chunk) => {
    taken += chunk.length;
    if (head.length < 8) head.push(...chunk.subarray(0, 8 - head.length));
  });
  try {
    for await (const chunk of bounded(await open(counted, compression), () => taken, name, limits)) {
      given += chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (isWindowTooLarge(error)) {
      throw new InputError(name, 'takes more than 128 MiB of memory to unpack, as zstd --long makes it; unpack it, and give what is in it');
    }
    if (compression === 'xz' && head[7] === xzSha256) {
      throw new InputError(name, 'is checked by SHA-256, which is not known here; unpack it with xz -d, and give what is in it');
    }
    throw new InputError(name, `its ${compression} data are damaged or cut off after ${size(given)}; what came before was read`);
  }
}

/** The check that a stream of xz names in its eighth byte: the unpacker knows CRC only. */
const xzSha256 = 0x0a;

function isWindowTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ZSTD_error_frameParameter_windowTooLarge';
}

/**
 * Bytes that came out of a compression, as long as they are within the limits.
 * @param taken bytes that went in so far
 * @throws InputError when they grow beyond
 */
export async function* bounded(
  stream: AsyncIterable<Uint8Array>,
  taken: () => number,
  name: string,
  limits: InputLimits,
): AsyncGenerator<Uint8Array> {
  let given = 0;
  for await (const chunk of stream) {
    given += chunk.length;
    if (given > limits.bytes) throw new InputError(name, `grows beyond ${size(limits.bytes)}; --max-bytes raises the limit`);
    if (given > ratioCountsFrom && given > taken() * limits.ratio) {
      throw new InputError(
        name,
        `grows to more than ${limits.ratio} times its size, as archives made to do harm do; --max-ratio raises the limit`,
      );
    }
    yield chunk;
  }
}

export function size(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Math.round(value * 10) / 10} ${units[unit]}`;
}

async function* counting(stream: AsyncIterable<Uint8Array>, count: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    count(chunk);
    yield chunk;
  }
}

async function open(stream: AsyncIterable<Uint8Array>, compression: Compression): Promise<AsyncIterable<Uint8Array>> {
  switch (compression) {
    case 'gzip':
      return (await import('./gzip.ts')).gunzip(stream);
    case 'zstd':
      return (await import('./zstd.ts')).unzstd(stream);
    case 'bzip2':
      return (await import('./bzip2.ts')).bunzip2(stream);
    case 'xz': {
      const { default: xz } = await import('xz-decompress');
      return fromWeb(new xz.XzReadableStream(toWeb(stream)));
    }
  }
}

function toWeb(stream: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = stream[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

async function* fromWeb(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
