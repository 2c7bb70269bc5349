/**
 * The quickest way through a log, in WebAssembly (`scan.wat`): of the minute at hand, records of one line each that begin with heads that are
 * known and say nothing by their first signs are passed; of the others it tells where they lie. What it does not take, `fast.ts` does, which
 * gives the same for what is taken here.
 */
import type { Mutable } from '#model/index.ts';
import type { Tail } from './learn.ts';
import { beginningBits, boardSize, type Scanner } from './scanner.ts';

/** The record that the lane came to; of 0 only its start is told. */
export interface LaneStop {
  readonly start: number;
  readonly message: number;
  /** Behind its last byte, but for blanks. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
  /** So many records were passed before it; where the last of them stands, its start is -1 when there is none. */
  readonly passed: number;
  readonly lastStart: number;
  readonly lastMessage: number;
  readonly lastEnd: number;
}

/** The record is for others to look at; it was read, and may matter; it was read, but not the head behind it. */
export type LaneAnswer = 'none' | 'read' | 'unconfirmed';

export interface Lane {
  /** From now on heads with these tails are taken, in the minute whose date and `HH:MM:` are the bytes [from, to). false = none are. */
  aim(tails: readonly Tail[], from: number, to: number): boolean;
  /** Goes on from the beginning of a line; looks at nothing that begins behind `limit`. */
  pass(at: number, limit: number): LaneAnswer;
  readonly stop: LaneStop;
  /** Of the record that it came to, where it was read. */
  tail(): Tail | undefined;
  /** Counts the passed records with their tails. */
  settle(): void;
}

/** Offsets on the board, which is described in `scan.wat`. */
const minute = 64;
const minuteLength = 32;
const minuteBits = 96;
const tailCount = 100;
const firstTail = 128;
const tailSize = 128;
const tailHead = 16;
const mostTails = 24;
/** Of beginnings of four signs the upper half of a product is the number of their bit; behind these are those of first signs. */
const hashFactor = 0x9e3779b1;
const firstSigns = 65_536;

const answers: readonly LaneAnswer[] = ['none', 'read', 'unconfirmed'];

/** @param beginnings - how all messages begin that may matter, blanks left out: four signs, or the first alone */
export function createLane({ bytes, lane }: Scanner, beginnings: readonly string[]): Lane | null {
  if (lane === null) return null;
  const { board, pass } = lane;
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset + board, beginningBits >> 2);
  const bits = new Uint8Array(bytes.buffer, bytes.byteOffset + board + beginningBits, boardSize - beginningBits);
  for (const beginning of beginnings) {
    const signs = Buffer.from(beginning, 'latin1');
    const bit = signs.length === 4 ? Math.imul(signs.readInt32LE(), hashFactor) >>> 16 : firstSigns + (signs[0] ?? 0);
    bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  const at = (offset: number): number => numbers[offset >> 2] ?? 0;
  const stop: Mutable<LaneStop> = { start: 0, message: 0, end: 0, next: 0, passed: 0, lastStart: -1, lastMessage: 0, lastEnd: 0 };
  let taken: readonly Tail[] = [];
  let known = 0;

  const settle = (): void => {
    for (const [index, tail] of taken.entries()) {
      const place = (firstTail + index * tailSize + 8) >> 2;
      tail.count += numbers[place] ?? 0;
      numbers[place] = 0;
    }
  };

  /** NOTE: heads of other processes go on behind their tail in ways that only an expression tells. */
  const learn = (tails: readonly Tail[]): void => {
    settle();
    known = tails.length;
    const fits = ({ isOpen, hasVersion, bytes: tail }: Tail): boolean => !isOpen && !hasVersion && tail.length <= tailSize - tailHead;
    taken = tails
      .filter(fits)
      .toSorted((one, other) => other.count - one.count)
      .slice(0, mostTails);
    numbers[tailCount >> 2] = taken.length;
    for (const [index, tail] of taken.entries()) {
      const place = firstTail + index * tailSize;
      numbers[place >> 2] = (tail.hasPri ? 1 : 0) | (tail.hasFraction ? 2 : 0);
      numbers[(place + 4) >> 2] = tail.bytes.length;
      bytes.set(tail.bytes, board + place + tailHead);
    }
  };

  return {
    aim(tails, from, to) {
      const length = to - from;
      if (length >= minuteLength) return false;
      if (tails.length !== known) learn(tails);
      bytes.copyWithin(board + minute, from, to);
      numbers[minuteBits >> 2] = (1 << length) - 1;
      return taken.length > 0;
    },
    pass(from, limit) {
      const answer = answers[pass(from, limit)] ?? 'none';
      stop.start = at(0);
      stop.message = at(4);
      stop.end = at(8);
      stop.next = at(12);
      stop.passed = at(20);
      stop.lastStart = at(24);
      stop.lastMessage = at(28);
      stop.lastEnd = at(32);
      return answer;
    },
    stop,
    tail: () => taken[at(16)],
    settle,
  };
}
