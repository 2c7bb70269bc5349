/** Raw lines on demand, from the files that `spool.ts` names. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { LineNeed } from '#render/inspector/raw.ts';
import type { LineBlock } from '#render/inspector/state.ts';
import { findLine } from './find-line.ts';
import type { LineNews } from './report.ts';
import { every } from './spool.ts';

/** A screen needs no more of the file than this at once; longer lines are cut. */
const mostRead = 1 << 20;
/** Most screens need no more than this. */
const firstRead = 1 << 16;
const newline = 10;
/** One for all: so much at once would have to be collected again, key by key. */
const buffer = Buffer.allocUnsafeSlow(mostRead);

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
    const skipped = first - 1 - index * every;
    const wanted = Math.min(count, Math.max(0, input.lines - first + 1));
    const bytes = bytesOf(name, input, input.offsets[index] ?? 0, skipped + count);
    if (bytes === null || bytes.length === 0) {
      return { ...block, total, missing: input.missing ?? 'the file cannot be read any more' };
    }
    return { ...block, total, lines: linesOf(bytes, skipped, wanted) };
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

/** Whole lines from one on; the last one is cut where a read ends, unless there is no other. */
function linesOf(bytes: Buffer, skipped: number, count: number): readonly string[] {
  const lines: string[] = [];
  let from = 0;
  for (let index = 0; lines.length < count; index += 1) {
    const end = bytes.indexOf(newline, from);
    if (end < 0 && bytes.length >= mostRead && index > 0) break;
    const to = end < 0 ? bytes.length : end;
    if (index >= skipped) lines.push(bytes.toString('utf8', from, to > from && bytes[to - 1] === 13 ? to - 1 : to));
    if (end < 0) break;
    from = end + 1;
  }
  return lines;
}

/** So many lines, or as much as is read at once; null = it cannot be read. It holds until the next read. */
function bytesOf(name: string, { file }: Known, offset: number, count: number): Buffer | null {
  if (file === null) return null;
  try {
    if (file.kind === 'descriptor') return read(file.number, offset, count);
    const opened = openSync(name, 'r');
    try {
      return read(opened, offset, count);
    } finally {
      closeSync(opened);
    }
  } catch {
    return null;
  }
}

function read(file: number, offset: number, count: number): Buffer {
  let filled = 0;
  let lines = 0;
  for (let size = firstRead; filled < mostRead && lines < count; size = Math.min(2 * size, mostRead - filled)) {
    const more = readSync(file, buffer, filled, Math.min(size, mostRead - filled), offset + filled);
    if (more === 0) break;
    const read = buffer.subarray(filled, filled + more);
    for (let at = read.indexOf(newline); at >= 0; at = read.indexOf(newline, at + 1)) lines += 1;
    filled += more;
  }
  return buffer.subarray(0, filled);
}
