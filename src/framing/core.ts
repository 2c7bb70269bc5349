/** The two ways of reading, put together: bytes → what an outlet takes. */
import { createCareful } from './careful.ts';
import type { Outlet } from './draft.ts';
import { createFast } from './fast.ts';
import { createHeadFinder } from './heads.ts';
import type { FramingLimits } from './limits.ts';
import type { MayMatter } from './matter.ts';
import type { RawReader } from './raw-record.ts';
import { createReader, readerCapacity } from './reader.ts';
import { createScanner } from './scanner.ts';
import type { Tally } from './tally.ts';
import type { QuoteStyle } from './typography.ts';
import type { Wraps } from './wrap.ts';

export interface CoreOptions {
  readonly limits: FramingLimits;
  readonly wraps: Wraps;
  readonly tally: Tally;
  readonly outlet: Outlet;
  readonly mayMatter: MayMatter;
  /** null = nobody reads messages where they lie. */
  readonly raw: RawReader | null;
  readonly beginnings: () => readonly string[] | null;
  /** The quotes of the text before the first that tell; null = not known. */
  readonly quotes: QuoteStyle;
  /** The text is quoted-printable from its start. */
  readonly softBreaks: boolean;
  /** Call Bridges that write in it, as far as they are known. */
  readonly bridges: readonly string[];
  /** Lines are doubled all through: then also two alike whose stamps show seconds only. */
  readonly doubling: boolean;
  /** The outlet wants the moment of every record, not only one in each minute. */
  readonly everyMoment: boolean;
  /** Every line goes the careful way. */
  readonly carefully: boolean;
}

export interface Core {
  push(chunk: Uint8Array): void;
  flush(): void;
  /** Nothing follows: everything is in the outlet, and counted. */
  finish(): void;
  /** The quotes of the text so far. */
  quotes(): QuoteStyle;
}

export function createCore(options: CoreOptions): Core {
  const { tally, outlet, wraps, mayMatter, raw, beginnings, doubling, everyMoment } = options;
  const finder = createHeadFinder(options.bridges);
  const careful = createCareful({ ...options, finder, count: tally.repair, tooLong: tally.tooLong });
  const scanner = createScanner(readerCapacity);
  if (scanner.memory !== null) raw?.lieIn(scanner.memory);
  const { isRepeated, leaves } = careful;
  const fast = createFast({
    scanner,
    finder,
    outlet,
    wraps,
    mayMatter,
    understands: raw?.understands ?? (() => false),
    beginnings,
    doubling,
    everyMoment,
    isRepeated,
    leaves,
    count: tally.repair,
  });
  const reader = createReader(scanner, options.carefully ? null : fast, careful);
  return {
    push: reader.push,
    flush: reader.flush,
    finish() {
      tally.lines = reader.finish();
      careful.finish();
      for (const tail of fast.tails()) tally.records(tail.head, tail.count);
    },
    quotes: careful.quotes,
  };
}
