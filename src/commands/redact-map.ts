/** What pseudonyms stand for, in a file of its own. */
import { chmod, writeFile } from 'node:fs/promises';
import type { Redaction } from '#redaction/index.ts';
import { InputError } from './streams.ts';

/** For nobody but its owner to read. */
const ownerOnly = 0o600;

/**
 * Writes the map as JSON: pseudonym → original.
 * @throws InputError when the file cannot be written
 */
export async function writeRedactMap(redaction: Redaction, file: string): Promise<void> {
  try {
    await writeFile(file, '', { mode: ownerOnly });
    // A file that was there keeps its mode: it is closed before anything is written into it.
    await chmod(file, ownerOnly);
    await writeFile(file, `${JSON.stringify(Object.fromEntries(redaction.entries()), null, 2)}\n`);
  } catch (error) {
    throw new InputError(`--redact-map ${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
