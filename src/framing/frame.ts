/** Text in chunks → log records, in the order of the input. */
import type { LogRecord, UnparsedLine } from '#model/index.ts';
import type { Clock } from './clock.ts';
import { createCore } from './core.ts';
import { createEmitter } from './emitter.ts';
import type { FramingLimits } from './limits.ts';
import type { RawReader } from './raw-record.ts';
import { createTally, type FramingCounts } from './tally.ts';
import type { QuoteStyle } from './typography.ts';
import { createWraps } from './wrap.ts';

export interface FramerOptions {
  /** Name of the input, for evidence. */
  readonly input: string;
  readonly clock: Clock;
  readonly limits: FramingLimits;
  /** The records come newest first, as Splunk exports them; a survey tells. */
  readonly newestFirst?: boolean;
  /** The quotes of the text before the first that tell; a survey knows. */
  readonly quotes?: QuoteStyle;
  /** The text is quoted-printable from its start; a survey knows. */
  readonly softBreaks?: boolean;
  /** Call Bridges that write in it; a survey knows. */
  readonly bridges?: readonly string[];
  /** Lines are doubled all through; a survey knows. */
  readonly doubling?: boolean;
  /** Every line goes the careful way: slow, and what the fast way is held to. */
  readonly carefully?: boolean;
  /**
   * Whether a message may say something: `text.slice(from, to)`, one character per byte, with its line breaks taken out, so that
   * blanks may be missing anywhere. Records of which it says no are only counted.
   */
  mayMatter(text: string, from: number, to: number): boolean;
  /** How all messages begin of which `mayMatter` says yes, blanks left out: four signs, or the first alone; null = that may be any. */
  readonly beginnings?: () => readonly string[] | null;
  /** @param lines - the physical lines behind the line breaks that are left in its message */
  emit(record: LogRecord, lines: readonly number[]): void;
  /** Reads messages where they lie; null = nobody does, and every record is emitted. */
  readonly raw?: RawReader | null;
  unparsed(line: UnparsedLine): void;
}

export interface Framer {
  /** The next bytes, of UTF-8 or Windows-1252; a text has one character per byte. */
  push(chunk: Uint8Array | string): void;
  /** Reads what has come so far, although it is little: more may be long in coming. The last line waits for its end. */
  flush(): void;
  /** Nothing follows. */
  finish(): FramingCounts;
}

export function createFramer(options: FramerOptions): Framer {
  const tally = createTally();
  const wraps = createWraps();
  const outlet = createEmitter({ ...options, raw: options.raw ?? null, newestFirst: options.newestFirst ?? false, wraps, tally });
  const { limits, mayMatter, quotes = null, softBreaks = false, bridges = [] } = options;
  const { doubling = false, carefully = false, raw = null } = options;
  const beginnings = options.beginnings ?? (() => null);
  const core = createCore({
    limits,
    mayMatter,
    raw,
    beginnings,
    quotes,
    softBreaks,
    bridges,
    doubling,
    carefully,
    everyMoment: false,
    tally,
    wraps,
    outlet,
  });
  return {
    push: (chunk) => core.push(typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk),
    flush: core.flush,
    finish() {
      core.finish();
      outlet.finish();
      return tally.counts();
    },
  };
}
