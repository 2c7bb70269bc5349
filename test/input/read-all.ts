/** What inputs give when they are opened and read to their ends. */
import { type InputLimits, inputLimits, openSources } from '#input/index.ts';

export interface Read {
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
  readonly passed: readonly string[];
}

export async function readAll(
  names: readonly string[],
  options: { readonly limits?: Partial<InputLimits>; readonly input?: AsyncIterable<Uint8Array>; readonly folder?: string } = {},
): Promise<Read> {
  const texts: Record<string, string> = {};
  const problems: string[] = [];
  const passed: string[] = [];
  const label = (name: string): string => (options.folder === undefined ? name : name.replace(`${options.folder}/`, ''));
  const reading = { standardInput: options.input ?? inPieces(new Uint8Array(0)), limits: { ...inputLimits, ...options.limits } };
  for await (const opened of openSources(names, reading)) {
    if (opened.kind === 'problem') problems.push(`${label(opened.name)} ${opened.message}`);
    else if (opened.kind === 'passed') passed.push(`${label(opened.name)} ${opened.reason}`);
    else {
      const chunks: Uint8Array[] = [];
      try {
        for await (const chunk of opened.open()) chunks.push(chunk);
      } catch (error) {
        problems.push(`${label(opened.name)} ${error instanceof Error ? error.message : ''}`);
      }
      texts[label(opened.name)] = Buffer.concat(chunks).toString('utf8');
    }
  }
  return { texts, problems, passed };
}

/** A stream, in pieces of any size. */
export async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What standard input gives when it holds these bytes. */
export const readBytes = (bytes: Uint8Array, limits: Partial<InputLimits> = {}, size = 1000): Promise<Read> =>
  readAll(['-'], { input: inPieces(bytes, size), limits });
