/** Inputs as the user names them → sources: directories, patterns, compressed files and archives in archives, opened one by one. */
import { stat } from 'node:fs/promises';
import { type Instant, instant, isInstant } from '#model/index.ts';
import { type Cursor, createCursor } from './cursor.ts';
import { decompress } from './decompress.ts';
import { type Encoding, plainText } from './encoding.ts';
import { type OpenFile, openFile } from './file.ts';
import { type InputLimits, inputLimits, longestHole } from './limits.ts';
import type { Member } from './member.ts';
import { namedPipe } from './named-pipe.ts';
import { natureBytes, natureOf } from './nature.ts';
import { isPattern } from './pattern.ts';
import { reasonOf } from './reason.ts';
import { InputError, type InputProblem, type Passed, type Source } from './source.ts';
import { untilStop } from './until-stop.ts';
import { fromUtf32 } from './utf32.ts';
import { filesOf } from './walk.ts';

export interface OpenOptions {
  /** What `-` stands for. */
  readonly standardInput: AsyncIterable<Uint8Array>;
  readonly limits?: InputLimits;
  /** No more is wanted: everything ends where it is. */
  readonly stop?: AbortSignal;
  /** How many bytes there are to be read, before anything is unpacked; null = not known. */
  readonly expect?: (bytes: number | null) => void;
  /** So many of them were read. */
  readonly progressed?: (bytes: number) => void;
}

/** The name of standard input. */
export const standardInputName = '-';

export type Opened = Source | InputProblem | Passed;

/** An input that was found, and is not read yet. */
type Place = (Omit<Label, 'file'> & { readonly isPipe: boolean }) | InputProblem | Passed;
type Label = Omit<Source, 'open'>;

/** Opens inputs one after the other: one that cannot be read is a problem in its place, the others follow. */
export async function* openSources(inputs: readonly string[], options: OpenOptions): AsyncGenerator<Opened> {
  const { limits = inputLimits, stop = new AbortController().signal, expect, progressed = () => undefined } = options;
  const places: Place[] = [];
  for await (const place of placesOf(inputs)) places.push(place);
  expect?.(places.reduce<number | null>((sum, place) => plus(sum, place.kind === 'source' ? place.size : 0), 0));
  for (const place of places) {
    if (stop.aborted) return;
    if (place.kind !== 'source') {
      yield place;
      continue;
    }
    try {
      const { isPipe, ...found } = place;
      const { file, stream } = await streamOf(place.name, isPipe, options.standardInput);
      const label = { ...found, file };
      yield* unwrap(label, named(untilStop(stream, stop), place.name, progressed), limits, 0);
    } catch (error) {
      yield { kind: 'problem', name: error instanceof InputError ? error.input : place.name, message: reasonOf(error) };
    }
  }
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

async function* placesOf(inputs: readonly string[]): AsyncGenerator<Place> {
  for (const name of inputs) {
    if (name === standardInputName) {
      yield { kind: 'source', name, size: null, modified: null, named: true, passing: false, isPipe: true };
      continue;
    }
    let found = 0;
    for await (const met of filesOf(name)) {
      found += 1;
      yield met.kind === 'file' ? await placeOf(met.path, met.named) : met;
    }
    if (found === 0) yield { kind: 'problem', name, message: isPattern(name) ? 'no file matches it' : 'there is no file in it' };
  }
}

async function placeOf(path: string, named: boolean): Promise<Place> {
  try {
    const status = await stat(path);
    const size = status.isFile() ? status.size : null;
    return { kind: 'source', name: path, size, modified: instantOf(status.mtimeMs), named, passing: false, isPipe: status.isFIFO() };
  } catch (error) {
    return { kind: 'problem', name: path, message: reasonOf(error) };
  }
}

async function streamOf(
  name: string,
  isPipe: boolean,
  standardInput: AsyncIterable<Uint8Array>,
): Promise<{ readonly file: OpenFile | null; readonly stream: AsyncIterable<Uint8Array> }> {
  if (name === standardInputName) return { file: null, stream: standardInput };
  return isPipe ? { file: null, stream: namedPipe(name) } : await openFile(name);
}

function instantOf(ms: number | null): Instant | null {
  const whole = ms === null ? Number.NaN : Math.floor(ms);
  return isInstant(whole) && whole > 0 ? instant(whole) : null;
}

/** Faults of a stream by the name of its input. */
async function* named(stream: AsyncIterable<Uint8Array>, name: string, progressed: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) {
      progressed(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw new InputError(name, reasonOf(error));
  }
}

/** Takes off what a stream is wrapped in until logs are left. */
async function* unwrap(label: Label, stream: AsyncIterable<Uint8Array>, limits: InputLimits, depth: number): AsyncGenerator<Opened> {
  const { name, named } = label;
  if (depth > limits.depth) {
    const message = `holds archives in archives, more than ${limits.depth} deep, which were not read; --max-depth raises the limit`;
    yield { kind: 'problem', name, message };
    return;
  }
  const cursor = createCursor(stream);
  const nature = natureOf(await headOf(cursor));
  const text = (encoding: Encoding): Source => ({
    ...label,
    file: encoding === 'bytes' ? label.file : null,
    open: () => plainText(cursor.rest(), encoding),
  });
  switch (nature) {
    case 'gzip':
    case 'bzip2':
    case 'xz':
    case 'zstd':
      yield* unwrap({ ...label, file: null }, decompress(cursor.rest(), nature, name, limits), limits, depth + 1);
      return;
    case 'tar':
    case 'zip':
      yield* members(label, nature, cursor.rest(), limits, depth);
      return;
    case 'lzma':
      yield { kind: 'problem', name, message: 'is compressed as .lzma, which is not known here; unpack it, and give what is in it' };
      await cursor.close();
      return;
    case 'binary':
      if (named)
        yield {
          kind: 'problem',
          name,
          message: 'is no text, and so no CMS log; expected syslog or an event log of a Cisco Meeting Server',
        };
      else yield { kind: 'passed', name, reason: 'is no text' };
      await cursor.close();
      return;
    case 'text':
      yield text('bytes');
      return;
    case 'utf-16le':
    case 'utf-16be':
      yield text(nature);
      return;
    case 'utf-32le':
    case 'utf-32be':
      yield { ...text('bytes'), file: null, open: () => fromUtf32(cursor.rest(), nature) };
      return;
  }
}

/** The first bytes behind a hole: a log that is cut while it is written begins with as many zeros as it had bytes. */
async function headOf(cursor: Cursor): Promise<Uint8Array> {
  let head = await cursor.ahead(natureBytes);
  for (let passed = 0; passed < longestHole && head.length === natureBytes && head.every((byte) => byte === 0); passed += natureBytes) {
    await cursor.skip(natureBytes);
    head = await cursor.ahead(natureBytes);
  }
  return head;
}

async function* members(
  label: Label,
  nature: 'tar' | 'zip',
  stream: AsyncIterable<Uint8Array>,
  limits: InputLimits,
  depth: number,
): AsyncGenerator<Opened> {
  const nameOf = (member: string | null): string => (member === null ? label.name : `${label.name}!${member}`);
  const list = await listOf(nature, stream, label.name, limits);
  for await (const member of list) {
    const name = nameOf(member.name);
    switch (member.kind) {
      case 'damage':
        yield { kind: 'problem', name, message: member.message };
        break;
      case 'other':
        yield { kind: 'passed', name, reason: member.reason };
        break;
      case 'file': {
        const inner: Label = {
          kind: 'source',
          name,
          size: null,
          modified: instantOf(member.modified),
          named: false,
          passing: true,
          file: null,
        };
        try {
          yield* unwrap(inner, member.bytes, limits, depth + 1);
        } catch (error) {
          yield { kind: 'problem', name: error instanceof InputError ? error.input : name, message: reasonOf(error) };
        }
      }
    }
  }
}

async function listOf(
  nature: 'tar' | 'zip',
  stream: AsyncIterable<Uint8Array>,
  name: string,
  limits: InputLimits,
): Promise<AsyncIterable<Member>> {
  return nature === 'tar'
    ? (await import('./tar.ts')).tarMembers(stream, name, limits)
    : (await import('./zip.ts')).zipMembers(stream, name, limits);
}
