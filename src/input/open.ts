/** Inputs as the user names them → sources: directories, patterns, compressed files and archives in archives, opened one by one. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Instant, instant, isInstant } from '#model/index.ts';
import { decompress } from './decompress.ts';
import { fromUtf16 } from './encoding.ts';
import { type InputLimits, inputLimits } from './limits.ts';
import { tarMembers, zipMembers } from './members.ts';
import { natureBytes, natureOf } from './nature.ts';
import { peek } from './peek.ts';
import { InputError, type InputProblem, type Passed, type Source } from './source.ts';
import { filesOf } from './walk.ts';

export interface OpenOptions {
  /** What `-` stands for. */
  readonly standardInput: AsyncIterable<Uint8Array>;
  readonly limits?: InputLimits;
}

/** The name of standard input. */
export const standardInputName = '-';

export type Opened = Source | InputProblem | Passed;

/** Opens inputs one after the other: one that cannot be read is a problem in its place, the others follow. */
export async function* openSources(inputs: readonly string[], options: OpenOptions): AsyncGenerator<Opened> {
  const limits = options.limits ?? inputLimits;
  for (const name of inputs) {
    if (name === standardInputName) {
      yield* unwrap({ name, size: null, modified: null, named: true, passing: false }, options.standardInput, limits, 0);
      continue;
    }
    try {
      let found = 0;
      for await (const { path, named } of filesOf(name)) {
        found += 1;
        yield* openFile(path, named, limits);
      }
      if (found === 0) yield { kind: 'problem', name, message: 'there is no file in it' };
    } catch (error) {
      yield { kind: 'problem', name, message: reasonOf(error) };
    }
  }
}

type Label = Pick<Source, 'name' | 'size' | 'modified' | 'named' | 'passing'>;

async function* openFile(path: string, named: boolean, limits: InputLimits): AsyncGenerator<Opened> {
  try {
    const status = await stat(path);
    const modified = instantOf(status.mtimeMs);
    const label = { name: path, size: status.isFile() ? status.size : null, modified, named, passing: false };
    yield* unwrap(label, readFile(path), limits, 0);
  } catch (error) {
    yield { kind: 'problem', name: error instanceof InputError ? error.input : path, message: reasonOf(error) };
  }
}

function instantOf(ms: number | null): Instant | null {
  const whole = ms === null ? Number.NaN : Math.floor(ms);
  return isInstant(whole) && whole > 0 ? instant(whole) : null;
}

/** Takes off what a stream is wrapped in until logs are left. */
async function* unwrap(label: Label, stream: AsyncIterable<Uint8Array>, limits: InputLimits, depth: number): AsyncGenerator<Opened> {
  const { name, named } = label;
  if (depth > limits.depth) {
    yield { kind: 'problem', name, message: `holds archives in archives, ${limits.depth} deep and more` };
    return;
  }
  const { head, rest } = await peek(stream, natureBytes);
  const nature = natureOf(head);
  switch (nature) {
    case 'gzip':
    case 'bzip2':
    case 'xz':
    case 'zstd':
      yield* unwrap(label, decompress(rest, nature, name, limits), limits, depth + 1);
      return;
    case 'tar':
    case 'zip':
      yield* members(label, nature, rest, limits, depth);
      return;
    case 'utf-16le':
    case 'utf-16be':
      yield { kind: 'source', ...label, open: () => fromUtf16(rest, nature) };
      return;
    case 'binary':
      if (named) yield { kind: 'problem', name, message: 'is no text; expected syslog or an event log of a Cisco Meeting Server' };
      else yield { kind: 'passed', name, reason: 'is no text' };
      return;
    case 'text':
      yield { kind: 'source', ...label, open: () => rest };
      return;
  }
}

async function* members(
  label: Label,
  nature: 'tar' | 'zip',
  stream: AsyncIterable<Uint8Array>,
  limits: InputLimits,
  depth: number,
): AsyncGenerator<Opened> {
  const list = nature === 'tar' ? tarMembers(stream, label.name, limits) : zipMembers(stream, label.name, limits);
  try {
    for await (const member of list) {
      const inner = {
        name: `${label.name}!${member.name}`,
        size: null,
        modified: instantOf(member.modified),
        named: false,
        passing: true,
      };
      try {
        yield* unwrap(inner, member.bytes, limits, depth + 1);
      } catch (error) {
        yield { kind: 'problem', name: error instanceof InputError ? error.input : inner.name, message: reasonOf(error) };
      }
    }
  } catch (error) {
    yield { kind: 'problem', name: error instanceof InputError ? error.input : label.name, message: reasonOf(error) };
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
  EMFILE: 'too many files are open',
};

/** What the system says went wrong, as a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return reasons[error.code] ?? error.message;
  return error instanceof Error ? error.message : String(error);
}
