/** Compressed streams → their bytes, piece by piece, within bounds. */
import { PassThrough, Readable, type Transform } from 'node:stream';
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
  const counted = counting(stream, (bytes) => {
    taken += bytes;
  });
  try {
    for await (const chunk of await open(counted, compression)) {
      given += chunk.length;
      if (given > limits.bytes) throw new InputError(name, `grows beyond ${size(limits.bytes)}; --max-bytes raises the limit`);
      if (given > ratioCountsFrom && given > taken * limits.ratio) {
        throw new InputError(
          name,
          `grows to more than ${limits.ratio} times its size, as archives made to do harm do; --max-ratio raises the limit`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(name, `its ${compression} data are damaged or cut off after ${size(given)}; what came before was read`);
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

async function* counting(stream: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    count(chunk.length);
    yield chunk;
  }
}

async function open(stream: AsyncIterable<Uint8Array>, compression: Compression): Promise<AsyncIterable<Uint8Array>> {
  switch (compression) {
    case 'gzip':
      return transformed(stream, (await import('node:zlib')).createGunzip());
    case 'zstd':
      return transformed(stream, (await import('node:zlib')).createZstdDecompress());
    case 'bzip2': {
      const { default: unbzip2 } = await import('unbzip2-stream');
      // A stream of the oldest kind, which cannot be iterated.
      const bytes = unbzip2();
      return through(stream, bytes, bytes.pipe(new PassThrough()));
    }
    case 'xz': {
      const { default: xz } = await import('xz-decompress');
      return fromWeb(new xz.XzReadableStream(toWeb(stream)));
    }
  }
}

function transformed(stream: AsyncIterable<Uint8Array>, transform: Transform): AsyncIterable<Uint8Array> {
  return through(stream, transform, transform);
}

/** What has come before a fault is handed on before the fault is. */
async function* through(stream: AsyncIterable<Uint8Array>, input: NodeJS.WritableStream, output: Transform): AsyncGenerator<Uint8Array> {
  const source = Readable.from(stream, { objectMode: true });
  let failure: Error | null = null;
  const fail = (error: Error): void => {
    failure ??= error;
    if (!output.destroyed) output.end();
  };
  source.on('error', fail);
  input.on('error', fail);
  source.pipe(input);
  try {
    for await (const chunk of output) if (chunk instanceof Uint8Array) yield chunk;
    if (failure !== null) throw failure;
  } finally {
    source.destroy();
    output.destroy();
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
