/** The data of a member of a zip archive: unpacked, within bounds, and held against their check sum. */
import { crc32, createInflateRaw } from 'node:zlib';
import { type Cursor, createCursor } from './cursor.ts';
import { bounded, type Compression, decompress } from './decompress.ts';
import { frame } from './frame.ts';
import type { InputLimits } from './limits.ts';
import { whatCame } from './member.ts';
import type { Section } from './section.ts';
import { InputError } from './source.ts';
import { marks, viewOf, type ZipHeader } from './zip-header.ts';

const stored = 0;
const deflated = 8;
/** Other methods that are known, by the numbers of the format. */
const compressions: Readonly<Record<number, Compression>> = { 12: 'bzip2', 93: 'zstd', 95: 'xz' };

/** A sentence for the user; null = it can be read. */
export function whyUnreadable({ isEncrypted, method, packed }: ZipHeader): string | null {
  if (isEncrypted) return 'is encrypted; unpack the archive, and give what is in it';
  if (method === stored || method === deflated || (compressions[method] !== undefined && packed !== null)) return null;
  return `is compressed by a method that is not known here (${method}); unpack the archive, and give what is in it`;
}

/**
 * Data whose length is known.
 * @throws InputError after what came before, where they are damaged or cut off, or grow beyond the limits
 */
export async function* dataIn(section: Section, header: ZipHeader, label: string, limits: InputLimits): AsyncGenerator<Uint8Array> {
  const compression = compressions[header.method];
  const bytes =
    compression !== undefined
      ? decompress(section.bytes(), compression, label, limits)
      : bounded(header.method === stored ? section.bytes() : inflated(createCursor(section.bytes())), () => section.taken, label, limits);
  let sum = 0;
  for await (const chunk of damageNamed(bytes, label)) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (!header.hasDescriptor && sum !== header.checkSum) throw damaged(label);
}

/**
 * Data whose length stands behind them; the cursor stands behind that afterwards.
 * @throws InputError after what came before, where they are damaged or cut off, or grow beyond the limits
 */
export async function* dataUpToDescriptor(
  cursor: Cursor,
  header: ZipHeader,
  label: string,
  limits: InputLimits,
): AsyncGenerator<Uint8Array> {
  if (header.method === stored) return yield* storedUpToDescriptor(cursor, label);
  const begin = cursor.taken;
  let sum = 0;
  for await (const chunk of damageNamed(
    bounded(inflated(cursor), () => cursor.taken - begin, label, limits),
    label,
  )) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  const behind = viewOf(await cursor.ahead(28));
  const at = behind.byteLength >= 4 && behind.getUint32(0, true) === marks.descriptor ? 4 : 0;
  if (behind.byteLength < at + 12) throw new InputError(label, `the archive is cut off behind it; ${whatCame}`);
  const isShort = behind.byteLength < at + 16 || isMark(behind.getUint32(at + 12, true));
  await cursor.skip(at + (isShort ? 12 : 20));
  if (behind.getUint32(at, true) !== sum) throw damaged(label);
}

function isMark(value: number): boolean {
  return value === marks.member || value === marks.directory || value === marks.end;
}

/** Nothing ends stored data but a descriptor that fits them. */
async function* storedUpToDescriptor(cursor: Cursor, label: string): AsyncGenerator<Uint8Array> {
  let sum = 0;
  let length = 0;
  for (;;) {
    const window = Buffer.from(await cursor.ahead(1 << 16));
    if (window.length < 16) throw new InputError(label, `the archive is cut off in it; ${whatCame}`);
    const found = window.indexOf('PK\x07\x08', 0, 'latin1');
    const size = found === -1 ? window.length - 15 : found;
    const bytes = size === 0 ? null : await cursor.exactly(size);
    if (bytes !== null) {
      sum = crc32(bytes, sum);
      length += bytes.length;
      yield bytes;
    }
    if (found === -1) continue;
    const descriptor = descriptorLength(viewOf(await cursor.ahead(24)), sum, length);
    if (descriptor > 0) {
      await cursor.skip(descriptor);
      return;
    }
    // A zip archive in it has descriptors of its own.
    const own = await cursor.exactly(4);
    if (own === null) continue;
    sum = crc32(own, sum);
    length += 4;
    yield own;
  }
}

/** 0 = what stands there does not tell of these data. Sizes are of 4 bytes, or of 8. */
function descriptorLength(behind: DataView, sum: number, length: number): number {
  if (behind.byteLength < 16 || behind.getUint32(4, true) !== sum) return 0;
  const isShort = behind.byteLength < 20 || isMark(behind.getUint32(16, true));
  if (!isShort && behind.byteLength >= 24 && behind.getBigUint64(8, true) === BigInt(length)) return 24;
  return behind.getUint32(8, true) === length % 2 ** 32 ? 16 : 0;
}

function inflated(cursor: Cursor): AsyncGenerator<Uint8Array> {
  return frame(cursor, createInflateRaw({ chunkSize: 1 << 16 }));
}

async function* damageNamed(bytes: AsyncIterable<Uint8Array>, label: string): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw error instanceof InputError ? error : damaged(label);
  }
}

function damaged(label: string): InputError {
  return new InputError(label, `its zip data are damaged or cut off; ${whatCame}`);
}
