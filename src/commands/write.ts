/** Output to a file or to standard output. */
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { InputError, type Streams } from './streams.ts';

/**
 * Writes to standard output, or to a file: beside it first and then renamed, so that no half-written file is left.
 * @throws InputError when the file cannot be written
 */
export async function writeOutput(content: string | Uint8Array, file: string | null, streams: Streams): Promise<void> {
  if (file === null || file === '-') {
    await streams.stdout.write(content);
    return;
  }
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, content);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new InputError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Output that is written piece by piece. */
export interface OpenOutput {
  write(content: string): Promise<void>;
  /** All is written: a file gets its name. */
  close(): Promise<void>;
  /** Nothing comes of it: a file that was begun is removed. */
  abandon(): Promise<void>;
}

/**
 * Standard output, or a file that is written beside its place until it is whole.
 * @throws InputError when the file cannot be written
 */
export async function openOutput(file: string | null, streams: Streams): Promise<OpenOutput> {
  if (file === null || file === '-') {
    return { write: (content) => streams.stdout.write(content), close: () => Promise.resolve(), abandon: () => Promise.resolve() };
  }
  const beside = `${file}.${process.pid}.part`;
  const refuse = (error: unknown): never => {
    throw new InputError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  };
  const handle = await open(beside, 'w').catch(refuse);
  return {
    write: async (content) => void (await handle.write(content).catch(refuse)),
    async close() {
      await handle.close();
      await rename(beside, file).catch(refuse);
    },
    async abandon() {
      await handle.close().catch(() => undefined);
      await rm(beside, { force: true }).catch(() => undefined);
    },
  };
}
