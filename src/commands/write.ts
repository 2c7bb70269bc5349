/** Output to a file or to standard output. */
import { chmod, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { createTextBytes, type TextBytes } from '#render/data/text-bytes.ts';
import { safe } from '#view/safe.ts';
import { InputError, type Streams } from './streams.ts';
import { begun, finished } from './unfinished.ts';

/** Output that is written piece by piece. */
export interface OpenOutput {
  write(content: string | Uint8Array): Promise<void>;
  /** All is written: a file gets its name. */
  close(): Promise<void>;
  /** Nothing comes of it: a file that was begun is removed. */
  abandon(): Promise<void>;
}

/**
 * Writes to standard output, or to a file: beside it first and then renamed, so that no half-written file is left.
 * @throws InputError when the file cannot be written
 */
export async function writeOutput(content: string | Uint8Array, file: string | null, streams: Streams): Promise<void> {
  const output = await openOutput(file, streams);
  try {
    await output.write(content);
    await output.close();
  } catch (error) {
    await output.abandon();
    throw error;
  }
}

/** Text on its way into an output: while the system writes one portion, the next is put together. */
export interface Portions {
  /** What is gathered for the next one. */
  readonly gathered: TextBytes;
  /** Begins to write, when it is a portion. */
  flush(): Promise<void>;
  /** Writes what is left: a file gets its name. */
  close(): Promise<void>;
  abandon(): Promise<void>;
}

/** So much text is gathered before it is written. */
const portion = 1 << 18;

/** @throws InputError when the file cannot be written: also for a portion before */
export async function openPortions(file: string | null, streams: Streams): Promise<Portions> {
  const output = await openOutput(file, streams);
  const gathered = createTextBytes(portion);
  let written = Promise.resolve();
  const begin = async (): Promise<void> => {
    await written;
    written = output.write(gathered.take());
    // Told by whoever waits for it.
    written.catch(() => undefined);
  };
  return {
    gathered,
    async flush() {
      if (gathered.length >= portion) await begin();
    },
    async close() {
      await begin();
      await written;
      await output.close();
    },
    async abandon() {
      await written.catch(() => undefined);
      await output.abandon();
    },
  };
}

/** Writes text that comes in pieces, as {@link writeOutput} does. */
export async function writePieces(pieces: Iterable<string>, file: string | null, streams: Streams): Promise<void> {
  const portions = await openPortions(file, streams);
  try {
    for (const piece of pieces) {
      portions.gathered.text(piece);
      await portions.flush();
    }
    await portions.close();
  } catch (error) {
    await portions.abandon();
    throw error;
  }
}

/**
 * Standard output, or a file that is written beside its place until it is whole.
 * @throws InputError when the file cannot be written
 */
export async function openOutput(file: string | null, streams: Streams): Promise<OpenOutput> {
  if (file === null || file === '-') {
    return { write: (content) => streams.stdout.write(content), close: () => Promise.resolve(), abandon: () => Promise.resolve() };
  }
  const refuse = (error: unknown): never => {
    throw new InputError(`${safe(file)} cannot be written: ${reasonOf(error)}.`);
  };
  const place = await placeOf(file).catch(refuse);
  const handle = await open(place.beside, 'w').catch(refuse);
  if (place.beside !== place.target) begun(place.beside);
  return {
    write: async (content) => void (await handle.writeFile(content).catch(refuse)),
    async close() {
      await handle.close().catch(refuse);
      if (place.beside === place.target) return;
      if (place.mode !== null) await chmod(place.beside, place.mode).catch(refuse);
      await rename(place.beside, place.target).catch(refuse);
      finished(place.beside);
    },
    async abandon() {
      await handle.close().catch(() => undefined);
      if (place.beside === place.target) return;
      await rm(place.beside, { force: true }).catch(() => undefined);
      finished(place.beside);
    },
  };
}

interface Place {
  /** Where it is written. */
  readonly beside: string;
  /** Where it goes when it is whole. */
  readonly target: string;
  /** The permissions of the file that it replaces. */
  readonly mode: number | null;
}

/** Behind a link the file itself is replaced; what is no file, as a device or a pipe, is written into: a rename would put a file in its place. */
async function placeOf(file: string): Promise<Place> {
  const status = await stat(file).catch(() => null);
  if (status === null) return { beside: besideOf(file), target: file, mode: null };
  if (!status.isFile()) return { beside: file, target: file, mode: null };
  const target = await realpath(file);
  return { beside: besideOf(target), target, mode: status.mode & 0o777 };
}

function besideOf(file: string): string {
  return `${file}.${process.pid}.part`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the quota of the disk is used up',
  ENOENT: 'there is no such directory',
  ENOTDIR: 'a part of the path is no directory',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'the name is too long',
};

/** What the system says went wrong, as part of a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return reasons[error.code] ?? safe(error.message);
  return safe(error instanceof Error ? error.message : String(error));
}
