/**
 * The bytes of the inputs on their way to the analysis: where their lines begin is noted, and what cannot be read again (archives, pipes)
 * goes to a temporary file without a name, which is gone when the program is. Reading lines is `line-store.ts`.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, type Stats, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '#input/index.ts';
import type { LineNews } from './report.ts';

/** So many lines lie between two whose beginnings are kept, so that a gigabyte takes little memory. */
export const every = 128;
const newline = 10;

export interface Spool {
  /** The bytes of a source, noted on their way. */
  observe(source: Source): AsyncIterable<Uint8Array>;
  /** So many bytes more of a file were read from its beginning on, and did not come by: they are looked at where they lie. */
  passed(name: string, bytes: number): void;
  /** Looks how long the files are by now, and notes the lines that have come. */
  lookAgain(): void;
  /** What is new of every input since the last time. */
  news(): readonly LineNews[];
}

interface Kept {
  file: LineNews['file'];
  missing: string | null;
  offsets: number[];
  lines: number;
  bytes: number;
  endsWithNewline: boolean;
  done: boolean;
  told: boolean;
  /** Bytes that were read elsewhere. */
  elsewhere: number;
  /** Which file has the name; null = it is not known. */
  inode: number | null;
}

/** What is said in the place of lines that are not those that were read. */
const replaced = 'the file is not the one that was read: it was cut, or put aside, or is gone';

export function createSpool(arrived: (bytes: number) => void): Spool {
  const inputs = new Map<string, Kept>();
  return {
    async *observe(source) {
      const places = { file: null, missing: null, offsets: [0], lines: 1, bytes: 0, endsWithNewline: true };
      const input: Kept = { ...places, done: false, told: false, elsewhere: 0, inode: inodeOf(source.name) };
      inputs.set(source.name, input);
      try {
        for await (const chunk of source.open()) {
          if (input.bytes === 0) Object.assign(input, fileOf(source.name, chunk));
          keep(input, chunk);
          note(input, chunk);
          arrived(chunk.length);
          yield chunk;
        }
      } finally {
        input.done = true;
        input.told = false;
      }
    },
    passed(name, bytes) {
      const input = inputs.get(name);
      if (input === undefined) return;
      input.elsewhere += bytes;
      const before = input.bytes;
      lookAt(name, input);
      arrived(input.bytes - before);
    },
    lookAgain() {
      for (const [name, input] of inputs) {
        if (input.file?.kind !== 'path' || !input.done) continue;
        const size = sizeOf(name, input.inode);
        if (size === null || size < input.bytes) {
          Object.assign(input, { file: null, missing: replaced, told: false });
          continue;
        }
        input.elsewhere = size;
        lookAt(name, input);
      }
    },
    news() {
      return [...inputs].flatMap(([name, input]): readonly LineNews[] => {
        if (input.told) return [];
        const { file, missing, offsets, done } = input;
        input.offsets = [];
        input.told = true;
        return [{ input: name, file, missing, offsets, done, lines: input.endsWithNewline ? input.lines - 1 : input.lines }];
      });
    },
  };
}

const portion = Buffer.allocUnsafeSlow(1 << 18);

/** Notes the lines of a file up to where it was read. */
function lookAt(name: string, input: Kept): void {
  if (input.bytes >= input.elsewhere) return;
  const file = openSync(name, 'r');
  try {
    while (input.bytes < input.elsewhere) {
      const count = readSync(file, portion, 0, Math.min(portion.length, input.elsewhere - input.bytes), input.bytes);
      if (count === 0) return;
      const read = portion.subarray(0, count);
      keep(input, read);
      note(input, read);
    }
  } finally {
    closeSync(file);
  }
}

function inodeOf(name: string): number | null {
  return statOf(name)?.ino ?? null;
}

/** Bytes of a file by now; null = another one has its name, or none. */
function sizeOf(name: string, inode: number | null): number | null {
  const now = statOf(name);
  return now === null || now.ino !== inode ? null : now.size;
}

/** null = there is no file of that name. Members of archives have any names: also such as no file can have. */
function statOf(name: string): Stats | null {
  try {
    return statSync(name);
  } catch {
    return null;
  }
}

/** Where the bytes can be read again: in the file itself where it is neither packed nor of another encoding. */
function fileOf(name: string, first: Uint8Array): Pick<Kept, 'file' | 'missing'> {
  if (beginsAlike(name, first)) return { file: { kind: 'path' }, missing: null };
  try {
    return { file: { kind: 'descriptor', number: nameless() }, missing: null };
  } catch (error) {
    return { file: null, missing: `the lines of this input could not be kept: ${reasonOf(error)}` };
  }
}

function nameless(): number {
  const name = join(tmpdir(), `cms-timeline-${randomUUID()}`);
  const file = openSync(name, 'wx+', 0o600);
  rmSync(name);
  return file;
}

function beginsAlike(name: string, chunk: Uint8Array): boolean {
  try {
    const file = openSync(name, 'r');
    try {
      const bytes = Buffer.alloc(Math.min(64, chunk.length));
      // A device or a pipe would be read instead of being looked at.
      return readSync(file, bytes, 0, bytes.length, 0) === bytes.length && bytes.equals(chunk.subarray(0, bytes.length));
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

function keep(input: Kept, chunk: Uint8Array): void {
  if (input.file?.kind !== 'descriptor') return;
  try {
    for (let at = 0; at < chunk.length; ) at += writeSync(input.file.number, chunk, at, chunk.length - at, input.bytes + at);
  } catch (error) {
    // What is kept already can still be read.
    input.file = { kind: 'descriptor', number: input.file.number };
    input.missing ??= `this part of the input could not be kept: ${reasonOf(error)}`;
  }
}

function note(input: Kept, chunk: Uint8Array): void {
  const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  for (let at = view.indexOf(newline); at >= 0; at = view.indexOf(newline, at + 1)) {
    if (input.lines % every === 0) input.offsets.push(input.bytes + at + 1);
    input.lines += 1;
  }
  input.bytes += chunk.length;
  input.endsWithNewline = view.at(-1) === newline;
  input.told = false;
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? 'the disk of temporary files is full' : String(error);
}
