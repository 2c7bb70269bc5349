/** Drafts → log records: their time, their line breaks as far as the neighbourhood settles them, their encoding. */
import type { Instant, LogRecord, StampBasis, UnparsedLine } from '#model/index.ts';
import type { Clock } from './clock.ts';
import { decode } from './decode.ts';
import type { Draft, Outlet } from './draft.ts';
import { settle } from './settle.ts';
import { neighbourhood, type Wraps } from './wrap.ts';
import type { Tally } from './tally.ts';

export interface EmitterOptions {
  readonly input: string;
  readonly clock: Clock;
  readonly wraps: Wraps;
  readonly tally: Tally;
  emit(record: LogRecord): void;
  unparsed(line: UnparsedLine): void;
}

export interface Emitter extends Outlet {
  /** Nothing follows: everything that waits is emitted. */
  finish(): void;
}

/** A record that waits for the lines behind it, or for a record with a stamp. */
interface Waiting {
  readonly draft: Draft;
  readonly at: Instant | null;
  readonly basis: StampBasis;
}

/** So many records wait for the first stamp of an input; more do without a time. */
const mostWaiting = 10_000;

export function createEmitter(options: EmitterOptions): Emitter {
  const { input, clock, wraps, tally } = options;
  let waiting: Waiting[] = [];
  let order = 0;

  const release = ({ draft, at, basis }: Waiting): void => {
    const settled = settle(draft.message, wraps);
    if (settled.guidJoined) tally.repair('guid');
    const message = decode(settled.text);
    options.emit({
      input,
      line: draft.line,
      text: decode(draft.headText) + (message.includes('\n') ? message.replaceAll(/ *\n+ */g, ' ') : message),
      at,
      stampBasis: basis,
      precision: draft.head.stamp.precision,
      host: draft.head.host,
      process: draft.head.process,
      message,
      framing: draft.head.framing,
      order,
    });
    order += 1;
  };

  const count: Outlet['count'] = (head) => {
    tally.record(head, clock.read(head.stamp));
  };

  const record: Outlet['record'] = (draft) => {
    const reading = tally.last;
    const entry = { draft, at: reading.at, basis: reading.basis };
    if (waiting.length === 0 && draft.message.broken.length === 0 && reading.at !== null) release(entry);
    else waiting.push(entry);
  };

  const reached: Outlet['reached'] = (line) => {
    if (waiting.length > 0) releaseUpTo(line - neighbourhood);
  };

  const releaseUpTo = (line: number): void => {
    const first = tally.firstAt;
    let count = 0;
    for (const entry of waiting) {
      const broken = entry.draft.message.broken.at(-1)?.line ?? 0;
      const early = broken > line || (entry.at === null && first === null && waiting.length < mostWaiting);
      if (early) break;
      release(entry.at === null ? { ...entry, at: first } : entry);
      count += 1;
    }
    if (count > 0) waiting = waiting.slice(count);
  };

  return {
    count,
    record,
    reached,
    unparsed(line, text) {
      tally.unparsed();
      options.unparsed({ input, line, text: decode(text) });
    },
    finish() {
      for (const entry of waiting) release(entry.at === null ? { ...entry, at: tally.firstAt } : entry);
      waiting = [];
    },
  };
}
