/** Output to a file or to standard output. */
import { rename, rm, writeFile } from 'node:fs/promises';
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
