/** What a run of the fast way gave last: a record that follows may be its copy. */
import { isSameRecord } from './same.ts';

/** What the last run gave last. */
export interface Last {
  /** The last physical line that a record began on. */
  readonly line: string;
  /** The last record, without its breaks. */
  readonly record: string;
  /** It was broken over lines. */
  readonly broken: boolean;
}

export interface Given {
  /** The bytes are the same as this text. */
  over(text: string): void;
  /** A run begins: it has given nothing. */
  begin(): void;
  /** Whether it has given a record, and that lies in one piece. */
  isWhole(): boolean;
  /** Where the last one begins. */
  readonly from: number;
  /** So many records were given, the last of them at bytes [from, to), or without its breaks when it had some. */
  add(count: number, from: number, to: number, broken: string | null): void;
  readonly count: number;
  /** The last record ends on this line. */
  line(start: number, end: number): void;
  /** Whether the record at bytes [from, to) is the last one again. */
  isDoubled(from: number, to: number): boolean;
  /** The same of a record that was broken over lines. */
  isCopy(whole: string): boolean;
  /** null = the run gave nothing. */
  last(): Last | null;
}

/** @param isRepeated - whether a record repeats the one that came before the run */
export function createGiven(bytes: Uint8Array, isRepeated: (record: string, broken: boolean) => boolean): Given {
  let text = '';
  let count = 0;
  let lastFrom = 0;
  let lastTo = 0;
  let lastBroken: string | null = null;
  let lineStart = 0;
  let lineEnd = 0;

  /** Whether a record is the last one, byte by byte: two differ early, as stamps go on. */
  const isExactly = (from: number, to: number): boolean => {
    if (to - from !== lastTo - lastFrom) return false;
    for (let offset = 0; offset < to - from; offset += 1) if (bytes[from + offset] !== bytes[lastFrom + offset]) return false;
    return true;
  };

  return {
    over(newText) {
      text = newText;
    },
    begin() {
      count = 0;
    },
    isWhole: () => count > 0 && lastBroken === null,
    get from() {
      return lastFrom;
    },
    get count() {
      return count;
    },
    add(more, from, to, broken) {
      count += more;
      lastFrom = from;
      lastTo = to;
      lastBroken = broken;
    },
    line(start, end) {
      lineStart = start;
      lineEnd = end;
    },
    isDoubled(from, to) {
      if (count === 0) return isRepeated(text.slice(from, to), false);
      return lastBroken === null ? isExactly(from, to) : isSameRecord(text.slice(from, to), lastBroken, true);
    },
    isCopy: (whole) => (count === 0 ? isRepeated(whole, true) : isSameRecord(whole, lastBroken ?? text.slice(lastFrom, lastTo), true)),
    last() {
      if (count === 0) return null;
      return {
        line: text.slice(Math.max(0, lineStart), lineEnd),
        record: lastBroken ?? text.slice(lastFrom, lastTo),
        broken: lastBroken !== null,
      };
    },
  };
}
