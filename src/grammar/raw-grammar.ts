/** Messages read where they lie in the bytes of a log, without a text being made of them: what the matcher takes, and nothing else. */
import type { CmsEvent, EventKind, LogRecord, Mutable, RawRecord } from '#model/index.ts';
import { createByteMatcher, type Found } from './byte-matcher.ts';
import { createGuids, guidLength } from './guids.ts';
import type { Matcher } from './matcher.ts';
import { once } from './once.ts';
import { isEvent, kept, processOf, type Shape, shapeOf } from './read.ts';
import type { SpelledPlace } from './spelled.ts';
import { type Leaf, leavesOf, type Tree } from './tree.ts';
import { isPlainValue, type Value, valueIn } from './value.ts';
import type { HoleType } from './wording.ts';

/** An event as it lies in the bytes. One object for all of them: what it says holds until the next message is read. */
export interface RawEvent {
  readonly kind: EventKind;
  /** Its wording, as a number that another thread knows it by, too. */
  readonly wording: number;
  /** So many holes it has. */
  readonly holeCount: number;
  /** What stands in them: bytes [holes[2 * hole], holes[2 * hole + 1]). */
  readonly holes: Int32Array;
  /** A free text in it holds a hyphen or a backtick. */
  readonly isOdd: boolean;
}

/**
 * The event that bytes [from, to) are the message of; null = none, or one that only a text shows. The byte behind them is written on
 * while they are read.
 */
export type ReadRaw = (process: string, bytes: Uint8Array, from: number, to: number) => RawEvent | null;

export interface RawGrammar {
  readonly read: ReadRaw;
  /** The same, and quicker, for bytes that are such a memory, once it has read many; a byte stands before each message, and 32 behind. */
  readerIn(memory: WebAssembly.Memory): ReadRaw;
  /** The event of a record, by its wording and its holes. */
  eventOf(wording: number, holes: Int32Array, record: LogRecord, raw: RawRecord): CmsEvent | null;
}

/** So many messages are read before it is worth making what reads them quicker. */
const many = 2000;

export function rawGrammarOf(matcher: Matcher, trees: readonly Tree[]): RawGrammar {
  const { match } = matcher;
  const shapes = new Map<Leaf, Shape | null>();
  const leaves = once(() => leavesOf(trees));
  const guidAt = once(createGuids);
  /** Of the event that is made; one list for all. */
  const values: unknown[] = [];

  const read = readerWith(matcher, (root, bytes, from, to) => {
    matcher.read(root, bytes, from, to);
    return match;
  });

  /** The value of what stands at bytes [from, to). */
  const valueAt = (type: HoleType, from: number, to: number, { text }: LogRecord, { bytes, from: start, to: end }: RawRecord): Value => {
    if (type === 'guid' && to - from === guidLength) return guidAt()(bytes, from);
    const isAscii = text.length === end - start;
    const slice = isAscii ? text.slice(from - start, to - start) : bytes.toString('utf8', from, to);
    return isPlainValue(type, bytes, from, to) ? slice : valueIn(type, slice);
  };

  return {
    read,
    readerIn(memory) {
      let left = many;
      let quick: ReadRaw | null = null;
      return (process, bytes, from, to) => {
        if (quick !== null) return quick(process, bytes, from, to);
        left -= 1;
        if (left === 0) quick = quickReader(matcher, memory) ?? read;
        return read(process, bytes, from, to);
      };
    },
    eventOf(wording, holes, record, raw) {
      const leaf = leaves()[wording];
      const shape = leaf === undefined ? null : kept(shapes, leaf, shapeOf);
      if (shape === null) return null;
      for (let index = 0; index < shape.fields.length; index++) {
        const field = shape.fields[index];
        if (field === undefined) continue;
        const { slot, type, constant } = field;
        values[index] = slot === -1 ? constant : valueAt(type, holes[2 * slot] ?? 0, holes[2 * slot + 1] ?? 0, record, raw);
      }
      const event = shape.make(record, values);
      return isEvent(event) ? event : null;
    },
  };
}

function quickReader(matcher: Matcher, memory: WebAssembly.Memory): ReadRaw | null {
  const read = createByteMatcher(memory);
  return read === null ? null : readerWith(matcher, (root, _bytes, from, to) => read(root, from, to));
}

function readerWith({ rootOf }: Matcher, match: (root: SpelledPlace, bytes: Uint8Array, from: number, to: number) => Found): ReadRaw {
  /** Records of one process follow each other. */
  let process = '';
  let root: SpelledPlace | null = null;
  const found: Mutable<RawEvent> = { kind: 'call-media', wording: 0, holeCount: 0, holes: new Int32Array(0), isOdd: false };
  return (ofProcess, bytes, from, to) => {
    if (ofProcess !== process) {
      process = ofProcess;
      root = rootOf(processOf({ process })) ?? null;
    }
    if (root === null) return null;
    const { leaf, holes, isOdd } = match(root, bytes, from, to);
    if (leaf === null || leaf.wording.event === null) return null;
    found.kind = leaf.wording.event;
    found.wording = leaf.id;
    found.holeCount = leaf.slots.length;
    found.holes = holes;
    found.isOdd = isOdd;
    return found;
  };
}
