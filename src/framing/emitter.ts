/** Drafts → log records: their time, their line breaks as far as the neighbourhood settles them, their encoding. */
import type { Instant, LogRecord, StampBasis, UnparsedLine } from '#model/index.ts';
import type { Clock, Reading } from './clock.ts';
import { decode } from './decode.ts';
import type { Draft, Outlet } from './draft.ts';
import { settle } from './settle.ts';
import type { Tally } from './tally.ts';
import { neighbourhood, type Wraps } from './wrap.ts';

export interface EmitterOptions {
  readonly input: string;
  readonly clock: Clock;
  readonly wraps: Wraps;
  readonly tally: Tally;
  /** The input was written newest first: its records are turned round at its end. */
  readonly newestFirst: boolean;
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
  const { input, clock, wraps, tally, newestFirst } = options;
  let waiting: Waiting[] = [];
  /** Records that come newest first: diagnostics (F10), or the whole input. */
  let pile: Draft[] = [];
  let order = 0;
  let reading: Reading = { at: null, basis: 'neighbour' };

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

  const isPiled = (draft: Draft): boolean => newestFirst || draft.head.framing === 'diagnostics';

  const releasePile = (): void => {
    const drafts = newestFirst || isDescending(pile) ? pile.reverse() : pile;
    pile = [];
    const readings = clock.readRun(drafts.map((draft) => draft.head.stamp));
    for (const [index, draft] of drafts.entries()) {
      const { at, basis } = readings[index] ?? reading;
      tally.moment(at);
      release({ draft, at, basis });
    }
  };

  const record: Outlet['record'] = (draft) => {
    if (isPiled(draft)) {
      pile.push(draft);
      return;
    }
    const entry = { draft, at: reading.at, basis: reading.basis };
    if (waiting.length === 0 && draft.message.broken.length === 0 && reading.at !== null) release(entry);
    else waiting.push(entry);
  };

  const releaseUpTo = (line: number): void => {
    const first = tally.firstAt();
    let count = 0;
    for (const entry of waiting) {
      const last = entry.draft.message.broken.at(-1)?.line ?? 0;
      if (last > line || (entry.at === null && first === null && waiting.length < mostWaiting)) break;
      release(entry.at === null ? { ...entry, at: first } : entry);
      count += 1;
    }
    if (count > 0) waiting = waiting.slice(count);
  };

  const finishWaiting = (): void => {
    for (const entry of waiting) release(entry.at === null ? { ...entry, at: tally.firstAt() } : entry);
    waiting = [];
  };

  return {
    count(head) {
      tally.record(head);
      if (newestFirst || head.framing === 'diagnostics') return;
      if (pile.length > 0) {
        finishWaiting();
        releasePile();
      }
      reading = clock.read(head.stamp);
      tally.moment(reading.at);
    },
    record,
    reached(line) {
      if (waiting.length > 0) releaseUpTo(line - neighbourhood);
    },
    unparsed(line, text) {
      tally.unparsed();
      options.unparsed({ input, line, text: decode(text) });
    },
    finish() {
      finishWaiting();
      releasePile();
    },
  };
}

/** Diagnostics are written newest first: taken for ascending only where most times say so. */
function isDescending(drafts: readonly Draft[]): boolean {
  let steps = 0;
  for (const [index, draft] of drafts.entries()) {
    const before = drafts[index - 1]?.head.stamp.time ?? draft.head.stamp.time;
    steps += Math.sign((draft.head.stamp.time ?? 0) - (before ?? 0));
  }
  return steps <= 0;
}
