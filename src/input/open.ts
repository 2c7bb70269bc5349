/** Inputs as the user names them → sources. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { instant } from '#model/index.ts';
import { type InputProblem, InputError, type Source } from './source.ts';

export interface OpenOptions {
  /** What `-` stands for. */
  readonly standardInput: AsyncIterable<Uint8Array>;
}

/** The name of standard input. */
export const standardInputName = '-';

/** Opens inputs one after the other: one that cannot be read is a problem in its place, the others follow. */
export async function* openSources(inputs: readonly string[], options: OpenOptions): AsyncGenerator<Source | InputProblem> {
  for (const name of inputs) yield name === standardInputName ? standardInput(options) : await openFile(name);
}

function standardInput(options: OpenOptions): Source {
  return { kind: 'source', name: standardInputName, size: null, modified: null, open: () => options.standardInput };
}

async function openFile(name: string): Promise<Source | InputProblem> {
  try {
    const status = await stat(name);
    return {
      kind: 'source',
      name,
      size: status.size,
      modified: instant(Math.floor(status.mtimeMs)),
      open: () => readFile(name),
    };
  } catch (error) {
    return { kind: 'problem', name, message: reasonOf(error) };
  }
}

async function* readFile(name: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(name, { highWaterMark: 1 << 18 })) yield chunk;
  } catch (error) {
    throw new InputError(name, reasonOf(error));
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EISDIR: 'is a directory',
  EPERM: 'operation not permitted',
};

/** What the system says went wrong, as a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return reasons[error.code] ?? error.message;
  return error instanceof Error ? error.message : String(error);
}
