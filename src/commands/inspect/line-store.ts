/** Raw lines on demand, from the files that `spool.ts` names. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { LineNeed } from '#render/inspector/raw.ts';
import type { LineBlock } from '#render/inspector/state.ts';
import { findLine } from './find-line.ts';
import type { LineNews } from './report.ts';
import { every } from './spool.ts';

/** A screen needs no more of the file than this at once; longer lines are cut. */
const mostRead = 1 << 20;

interface Known extends Omit<LineNews, 'offsets' | 'input'> {
  readonly offsets: number[];
}

export interface LineStore {
  learn(news: LineNews): void;
  lines(need: LineNeed): LineBlock;
  /** The next line with a text, without regard to case; null = there is none. Lets others have their turn. */
  find(input: string, text: string, line: number, direction: 1 | -1): Promise<number | null>;
  /** Lets go of temporary files. */
  close(): void;
}

/** @param absent why there are no lines of an input that is not known here */
export function createLineStore(absent: string): LineStore {
  const inputs = new Map<string, Known>();
  const lines = ({ input: name, first, count }: LineNeed): LineBlock => {
    const input = inputs.get(name);
    const block = { input: name, first, lines: [], missing: null };
    if (input === undefined) return { ...block, total: null, missing: absent };
    const total = input.done ? input.lines : null;
    const index = Math.max(0, Math.min(input.offsets.length - 1, Math.floor((first - 1) / every)));
    const bytes = bytesOf(name, input, input.offsets[index] ?? 0);
    if (bytes === null || bytes.length === 0) {
      return { ...block, total, missing: input.missing ?? 'the file cannot be read any more' };
    }
    const skipped = first - 1 - index * every;
    const wanted = linesOf(bytes).slice(skipped, skipped + count);
    return { ...block, total, lines: wanted.slice(0, Math.max(0, input.lines - first + 1)) };
  };
  return {
    learn({ input, offsets, ...news }) {
      const known = inputs.get(input)?.offsets ?? [];
      for (const offset of offsets) known.push(offset);
      inputs.set(input, { ...news, offsets: known });
    },
    lines,
    find: (name, text, line, direction) => findLine({ name, text, line, direction }, inputs.get(name)?.lines ?? 0, lines),
    close() {
      for (const { file } of inputs.values()) if (file?.kind === 'descriptor') closeSync(file.number);
      inputs.clear();
    },
  };
}

/** Whole lines; the last one is cut where a read ends, unless there is no other. */
function linesOf(bytes: Buffer): readonly string[] {
  const all = bytes.toString('utf8').split('\n');
  if (bytes.length >= mostRead && all.length > 1) all.pop();
  return all.map((line) => line.replace(/\r$/u, ''));
}

/** null = it cannot be read. */
function bytesOf(name: string, { file }: Known, offset: number): Buffer | null {
  if (file === null) return null;
  try {
    if (file.kind === 'descriptor') return read(file.number, offset);
    const opened = openSync(name, 'r');
    try {
      return read(opened, offset);
    } finally {
      closeSync(opened);
    }
  } catch {
    return null;
  }
}

function read(file: number, offset: number): Buffer {
  const buffer = Buffer.allocUnsafe(mostRead);
  return buffer.subarray(0, readSync(file, buffer, 0, mostRead, offset));
}
