/** Drafts → log records: their time, their line breaks as far as the neighbourhood settles them, their encoding. */
import type { Instant, LogRecord, StampBasis, UnparsedLine } from '#model/index.ts';
import type { Clock } from './clock.ts';
import { decode } from './decode.ts';
import type { Draft, Outlet } from './draft.ts';
import { hasFence, mayBeApart, newRawRecord, type RawReader, recordUpToFence, upToFence } from './raw-record.ts';
import { onOneLine } from './second-look.ts';
import { settle } from './settle.ts';
import type { Stamp } from './stamp.ts';
import type { Tally } from './tally.ts';
import { neighbourhood, type Wraps } from './wrap.ts';

export interface EmitterOptions {
  readonly input: string;
  readonly clock: Clock;
  readonly wraps: Wraps;
  readonly tally: Tally;
  /** The input was written newest first: its records are turned round at its end. */
  readonly newestFirst: boolean;
  readonly raw: RawReader | null;
  /** @param lines - the physical lines behind the line breaks that are left in the message */
  emit(record: LogRecord, lines: readonly number[]): void;
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
  const { input, clock, wraps, tally, newestFirst, raw } = options;
  let waiting: Waiting[] = [];
  /** Records that come newest first: diagnostics (F10), or the whole input. */
  let pile: Draft[] = [];
  let order = 0;
  /** The moment that was reached, and on what it rests. */
  let now: Instant | null = null;
  let basis: StampBasis = 'neighbour';
  const found = newRawRecord(input);

  const release = ({ draft, at, basis }: Waiting): void => {
    const settled = settle(draft.message, wraps);
    if (settled.guidJoined) tally.repair('guid');
    const message = decode(upToFence(settled.text));
    const record: LogRecord = {
      input,
      line: draft.line,
      text: readable(decode(draft.headText), message),
      at,
      stampBasis: basis,
      precision: draft.head.stamp.precision,
      host: draft.head.host,
      process: draft.head.process,
      message,
      framing: draft.head.framing,
      order,
    };
    options.emit(record, settled.lines);
    order += 1;
  };

  const plain: Outlet['plain'] = (place) => {
    const { head, bytes, from, message, to, line } = place;
    const reader = place.understood ? raw : null;
    // What was understood without such signs in a name holds neither half a GUID nor the end of a fence.
    const isSound = reader !== null && !reader.isOdd();
    if (newestFirst || waiting.length > 0 || now === null || (!isSound && mayBeApart(bytes, message, to))) {
      const latin1 = bytes.toString('latin1', from, to);
      const middle = message - from;
      const stamped = { ...head, stamp: place.stamp() };
      record({ head: stamped, headText: latin1.slice(0, middle), message: { text: latin1.slice(middle), broken: [] }, line });
      return;
    }
    found.bytes = bytes;
    found.from = from;
    found.message = message;
    found.to = to;
    found.line = line;
    found.at = now;
    found.stampBasis = basis;
    found.precision = head.stamp.precision;
    found.host = head.host;
    found.process = head.process;
    found.framing = head.framing;
    found.order = order;
    order += 1;
    if (reader !== null && (isSound || !hasFence(bytes, message, to))) reader.take(found);
    else options.emit(recordUpToFence(found), []);
  };

  const moment: Outlet['moment'] = (stamp) => {
    if (newestFirst) return;
    if (pile.length > 0) {
      finishWaiting();
      releasePile(stamp);
    }
    const reading = clock.read(stamp);
    now = reading.at;
    basis = reading.basis;
    tally.moment(now);
  };

  const within: Outlet['within'] = (ms) => {
    if (newestFirst) return;
    now = clock.within(ms);
    tally.moment(now);
  };

  const isPiled = (draft: Draft): boolean => newestFirst || draft.head.framing === 'diagnostics';

  const releasePile = (next: Stamp | null): void => {
    const drafts = newestFirst || isDescending(pile) ? pile.reverse() : pile;
    pile = [];
    const readings = clock.readRun(
      drafts.map((draft) => draft.head.stamp),
      next,
    );
    for (const [index, draft] of drafts.entries()) {
      const reading = readings[index];
      if (reading === undefined) continue;
      tally.moment(reading.at);
      release({ draft, ...reading });
    }
  };

  const record: Outlet['record'] = (draft) => {
    if (isPiled(draft)) {
      pile.push(draft);
      return;
    }
    const entry = { draft, at: now, basis };
    if (waiting.length === 0 && draft.message.broken.length === 0 && now !== null) release(entry);
    else waiting.push(entry);
  };

  const releaseUpTo = (line: number): void => {
    if (waiting.length >= mostWaiting) dateWaiting();
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

  /** No record had a date so far: what is left of their stamps is a time of day. */
  const dateWaiting = (): void => {
    const stamps = waiting.map(({ draft }) => draft.head.stamp);
    if (tally.firstAt() !== null || stamps.every(({ time }) => time === null)) return;
    const readings = clock.readRun(stamps, null);
    waiting = waiting.map((entry, index) => ({ ...entry, ...readings[index] }));
    for (const { at } of waiting) tally.moment(at);
  };

  const finishWaiting = (): void => {
    dateWaiting();
    for (const entry of waiting) release(entry.at === null ? { ...entry, at: tally.firstAt() } : entry);
    waiting = [];
  };

  return {
    count(head) {
      tally.records(head, 1);
      if (head.framing !== 'diagnostics') moment(head.stamp);
    },
    moment,
    within,
    plain,
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
      releasePile(null);
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

/** Head and message as one would read them; where the input broke the line between them, the blank was lost with it. */
function readable(head: string, message: string): string {
  const words = onOneLine(message);
  return /[a-z0-9]$/i.test(head) && /^[^\s:]/.test(words) ? `${head} ${words}` : head + words;
}
