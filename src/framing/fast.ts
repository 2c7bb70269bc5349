/** The fast way: lines that are whole records without damage, byte by byte. */
import type { Outlet } from './draft.ts';
import type { HeadFinder } from './heads.ts';
import { longestLine } from './limits.ts';
import { createPlainHeads, type KnownDate, type Tail } from './plain-head.ts';
import { createSuspicion, endByte, signsOfDamage, suspectByte } from './signs.ts';

export interface Fast {
  /** The bytes to read from now on, and the same as text. */
  over(bytes: Uint8Array, text: string): void;
  /** Whether a plain head stands at a line's beginning. */
  isPlain(at: number): boolean;
  /**
   * Hands out lines from `from` on, and gives the beginning of the first one that needs care, or more bytes.
   * @param line - the number of the line at `from`, less one
   * @param final - nothing follows these bytes
   */
  run(from: number, line: number, final: boolean): number;
  /** Lines that the last `run` has handed out, and the last of them. */
  lines(): number;
  last(): string;
  /** The heads that were met, each with the number of its records. */
  tails(): readonly Tail[];
}

export interface FastOptions {
  readonly finder: HeadFinder;
  readonly outlet: Outlet;
  mayMatter(text: string, from: number, to: number): boolean;
  /** Whether a line repeats the record that the careful way gave last. */
  isRepeated(line: string): boolean;
  doubled(): void;
}

interface Found {
  readonly tail: Tail;
  readonly date: KnownDate;
  readonly minute: number;
}

/** A head may reach so far: near the end of the bytes it is not judged yet. */
const headRoom = 700;

export function createFast(options: FastOptions): Fast {
  const { finder, outlet, mayMatter } = options;
  const heads = createPlainHeads(finder);
  const suspicion = createSuspicion();
  const signs = signsOfDamage();
  let bytes: Uint8Array = new Uint8Array(0);
  let text = '';
  let lines = 0;
  let lastFrom = 0;
  let lastTo = 0;
  let lastMinute = -1;

  /** The end of the line whose message begins at `from`; -1 when it needs care, or has no end here and more follows. */
  const lineEnd = (from: number, final: boolean): number => {
    const to = bytes.length;
    let timesSeen = false;
    let at = from;
    while (at < to) {
      const sign = signs[bytes[at] ?? 0];
      if (sign === endByte) return at;
      if (sign !== suspectByte) {
        at += 1;
        continue;
      }
      const next = suspicion.judge(bytes, text, at);
      if (next < 0) return -1;
      if (next > 0) at = next;
      else {
        if (!timesSeen && holdsHead(from)) return -1;
        timesSeen = true;
        at += 1;
      }
    }
    return final ? to : -1;
  };

  const holdsHead = (from: number): boolean => {
    const newline = text.indexOf('\n', from);
    const message = text.slice(from, newline === -1 ? text.length : newline);
    return finder.find(message, 0, message.length, () => false) !== null;
  };

  const isDoubled = (from: number, to: number): boolean => {
    if (lines === 0) return options.isRepeated(text.slice(from, to));
    if (to - from !== lastTo - lastFrom) return false;
    for (let offset = to - from - 1; offset >= 0; offset -= 1) if (bytes[from + offset] !== bytes[lastFrom + offset]) return false;
    return true;
  };

  const give = (from: number, message: number, to: number, line: number, { tail, date, minute }: Found): void => {
    let end = to;
    while (end > message && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0x0d)) end -= 1;
    const matters = mayMatter(text, message, end);
    tail.count += 1;
    if (minute === lastMinute && !matters) return;
    lastMinute = minute;
    const stamp = { ...heads.stamp(from, date), offset: tail.head.stamp.offset };
    outlet.moment(stamp);
    if (matters) outlet.plain({ ...tail.head, stamp }, bytes, { from, message, to: end, line });
  };

  const run: Fast['run'] = (from, line, final) => {
    lines = 0;
    let start = from;
    if (!final && bytes.length - start < headRoom) return start;
    let message = heads.read(start);
    while (message >= 0) {
      const tail = heads.tail();
      const date = heads.date();
      const minute = heads.minute();
      const end = lineEnd(message, final);
      if (end < 0 || end - start > longestLine || tail === null || date === null) break;
      const next = end + 1;
      if (!final && bytes.length - next < headRoom) break;
      const nextMessage = next < bytes.length ? heads.read(next) : -1;
      if (next < bytes.length && nextMessage < 0) break;
      if (isDoubled(start, end)) options.doubled();
      else give(start, message, end, line + lines + 1, { tail, date, minute });
      lastFrom = start;
      lastTo = end;
      lines += 1;
      start = next;
      message = nextMessage;
    }
    return start;
  };

  return {
    over(newBytes, newText) {
      bytes = newBytes;
      text = newText;
      heads.over(newBytes, newText);
    },
    isPlain: (at) => heads.read(at) >= 0,
    run,
    lines: () => lines,
    last: () => text.slice(lastFrom, lastTo),
    tails: heads.tails,
  };
}
