/** Text in chunks → log records, in the order of the input. */
import type { LogRecord, UnparsedLine } from '#model/index.ts';
import { createCareful } from './careful.ts';
import type { Clock } from './clock.ts';
import { createEmitter } from './emitter.ts';
import { createHeadFinder } from './heads.ts';
import type { FramingLimits } from './limits.ts';
import { createLineReader } from './lines.ts';
import { createTally, type FramingCounts } from './tally.ts';
import { createWraps } from './wrap.ts';

export interface FramerOptions {
  /** Name of the input, for evidence. */
  readonly input: string;
  readonly clock: Clock;
  readonly limits: FramingLimits;
  /** The records come newest first, as Splunk exports them; a survey tells. */
  readonly newestFirst?: boolean;
  /**
   * Whether a message may say something: `text.slice(from, to)`, one character per byte, with its line breaks taken out, so that
   * blanks may be missing anywhere. Records of which it says no are only counted.
   */
  mayMatter(text: string, from: number, to: number): boolean;
  emit(record: LogRecord): void;
  unparsed(line: UnparsedLine): void;
}

export interface Framer {
  /** The next chunk: one character per byte, of UTF-8 or Windows-1252. */
  push(latin1: string): void;
  /** Nothing follows. */
  finish(): FramingCounts;
}

export function createFramer(options: FramerOptions): Framer {
  const tally = createTally();
  const wraps = createWraps();
  const outlet = createEmitter({ ...options, newestFirst: options.newestFirst ?? false, wraps, tally });
  const careful = createCareful({
    finder: createHeadFinder(),
    wraps,
    limits: options.limits,
    outlet,
    quotes: null,
    mayMatter: options.mayMatter,
    count: tally.repair,
    tooLong: tally.tooLong,
  });
  const reader = createLineReader({
    line(text, next) {
      tally.lines += 1;
      careful.line(text, tally.lines, next);
    },
    more: careful.more,
  });
  return {
    push: reader.push,
    finish() {
      reader.finish();
      careful.finish();
      outlet.finish();
      return tally.counts();
    },
  };
}
