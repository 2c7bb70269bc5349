/** Raw lines on demand: of plain files from the file, of everything else from what is kept of it. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Source } from '#input/index.ts';
import type { LineNeed } from '#render/inspector/raw.ts';
import type { LineBlock } from '#render/inspector/state.ts';
import { findLine } from './find-line.ts';
import { createNewlines, type Newlines } from './newlines.ts';

/** So many bytes of inputs that cannot be read again are kept, in all. */
const mostKept = 128 << 20;
/** A screen needs no more of the file than this at once; longer lines are cut. */
const mostRead = 1 << 20;

interface Kept {
  readonly newlines: Newlines;
  readonly chunks: Uint8Array[];
  /** Decided by the first bytes; null = not yet. */
  plain: boolean | null;
  bytes: number;
  done: boolean;
}

export interface LineStore {
  /** The bytes of a source, noted on their way. */
  observe(source: Source): AsyncIterable<Uint8Array>;
  lines(need: LineNeed): LineBlock;
  /** The next line with a text, without regard to case; null = there is none. Lets others have their turn. */
  find(input: string, text: string, line: number, direction: 1 | -1): Promise<number | null>;
}

export function createLineStore(arrived: (bytes: number) => Promise<void>): LineStore {
  const inputs = new Map<string, Kept>();
  let kept = 0;
  const noted = (name: string, chunk: Uint8Array): void => {
    const input = inputs.get(name);
    if (input === undefined) return;
    input.plain ??= beginsAlike(name, chunk);
    input.newlines.add(chunk);
    input.bytes += chunk.length;
    if (input.plain || kept + chunk.length > mostKept) return;
    kept += chunk.length;
    input.chunks.push(chunk.slice());
  };
  const bytesAt = (name: string, input: Kept, offset: number): Buffer | null =>
    input.plain === true ? fromFile(name, offset) : fromChunks(input.chunks, offset);
  const lines = ({ input: name, first, count }: LineNeed): LineBlock => {
    const input = inputs.get(name);
    if (input === undefined) return { input: name, first, lines: [], total: 0, missing: 'this input is not at hand' };
    const total = input.done ? input.newlines.count() : null;
    const from = input.newlines.before(first);
    const bytes = bytesAt(name, input, from.offset);
    if (bytes === null || bytes.length === 0) {
      const missing = input.plain === true ? 'the file cannot be read any more' : 'this part of the input is not kept: it was too long';
      return { input: name, first, lines: [], total, missing };
    }
    const all = linesOf(bytes);
    const wanted = all.slice(first - from.line, first - from.line + count);
    const room = (total ?? input.newlines.count()) - first + 1;
    return { input: name, first, lines: wanted.slice(0, Math.max(0, room)), total, missing: null };
  };
  return {
    async *observe(source) {
      inputs.set(source.name, { newlines: createNewlines(), chunks: [], plain: null, bytes: 0, done: false });
      for await (const chunk of source.open()) {
        noted(source.name, chunk);
        yield chunk;
        await arrived(chunk.length);
      }
      const input = inputs.get(source.name);
      if (input !== undefined) input.done = true;
    },
    lines,
    find: (name, text, line, direction) => findLine({ name, text, line, direction }, inputs.get(name)?.newlines.count() ?? 0, lines),
  };
}

/** Whole lines; the last one is cut where a read ends, unless there is no other. */
function linesOf(bytes: Buffer): readonly string[] {
  const all = bytes.toString('utf8').split('\n');
  if (bytes.length >= mostRead && all.length > 1) all.pop();
  return all.map((line) => line.replace(/\r$/u, ''));
}

/** Whether what is read is the file itself: neither unpacked nor of another encoding. */
function beginsAlike(name: string, chunk: Uint8Array): boolean {
  const bytes = fromFile(name, 0, 64);
  return bytes?.equals(Buffer.from(chunk.subarray(0, bytes.length))) === true;
}

function fromFile(name: string, offset: number, length = mostRead): Buffer | null {
  try {
    const file = openSync(name, 'r');
    try {
      const buffer = Buffer.allocUnsafe(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, offset));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

function fromChunks(chunks: readonly Uint8Array[], offset: number): Buffer | null {
  const parts: Uint8Array[] = [];
  let start = 0;
  let held = 0;
  for (const chunk of chunks) {
    const end = start + chunk.length;
    if (end > offset && held < mostRead) {
      const part = chunk.subarray(Math.max(0, offset - start));
      parts.push(part);
      held += part.length;
    }
    start = end;
  }
  return offset >= start ? null : Buffer.concat(parts);
}
