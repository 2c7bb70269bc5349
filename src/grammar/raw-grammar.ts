/** Messages read where they lie in the bytes of a log, without a text being made of them: what the matcher takes, and nothing else. */
import type { CmsEvent, EventKind, LogRecord, Mutable, RawRecord } from '#model/index.ts';
import type { Matcher } from './matcher.ts';
import { once } from './once.ts';
import { isEvent, kept, processOf, type Shape, shapeOf } from './read.ts';
import type { SpelledPlace } from './spelled.ts';
import { type Leaf, leavesOf, type Tree } from './tree.ts';
import { isPlainValue, valueIn } from './value.ts';

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

export interface RawGrammar {
  /**
   * The event that bytes [from, to) are the message of; null = none, or one that only a text shows. The byte behind them is written on
   * while they are read.
   */
  read(process: string, bytes: Uint8Array, from: number, to: number): RawEvent | null;
  /** The event of a record, by its wording and its holes. */
  eventOf(wording: number, holes: Int32Array, record: LogRecord, raw: RawRecord): CmsEvent | null;
}

export function rawGrammarOf(matcher: Matcher, trees: readonly Tree[]): RawGrammar {
  const { match } = matcher;
  const shapes = new Map<Leaf, Shape | null>();
  const leaves = once(() => leavesOf(trees));
  /** Records of one process follow each other. */
  let process = '';
  let root: SpelledPlace | null = null;
  /** Of the event that is made; one list for all. */
  const values: unknown[] = [];
  const found: Mutable<RawEvent> = {
    kind: 'call-media',
    wording: 0,
    holeCount: 0,
    holes: match.holes,
    isOdd: false,
  };

  return {
    read(ofProcess, bytes, from, to) {
      if (ofProcess !== process) {
        process = ofProcess;
        root = matcher.rootOf(processOf({ process })) ?? null;
      }
      if (root === null || !matcher.read(root, bytes, from, to) || match.leaf === null) return null;
      const { wording, id, slots } = match.leaf;
      if (wording.event === null) return null;
      found.kind = wording.event;
      found.wording = id;
      found.holeCount = slots.length;
      found.isOdd = match.isOdd;
      return found;
    },
    eventOf(wording, holes, record, { bytes, from: start, to: end }) {
      const leaf = leaves()[wording];
      const shape = leaf === undefined ? null : kept(shapes, leaf, shapeOf);
      if (shape === null) return null;
      const isAscii = record.text.length === end - start;
      for (let index = 0; index < shape.fields.length; index++) {
        const field = shape.fields[index];
        if (field === undefined) continue;
        const { slot, type, constant } = field;
        values[index] = constant;
        if (slot === -1) continue;
        const from = holes[2 * slot] ?? 0;
        const to = holes[2 * slot + 1] ?? 0;
        const slice = isAscii ? record.text.slice(from - start, to - start) : bytes.toString('utf8', from, to);
        values[index] = isPlainValue(type, bytes, from, to) ? slice : valueIn(type, slice);
      }
      const event = shape.make(record, values);
      return isEvent(event) ? event : null;
    },
  };
}
