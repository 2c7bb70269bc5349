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
    const message = decode(upToFence(settled.text));
    options.emit({
      input,
      line: draft.line,
      text: onOneLine(decode(draft.headText), message),
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

  const plain: Outlet['plain'] = (head, bytes, { from, message, to, line }) => {
    const whole = bytes.toString('utf8', from, to);
    if (newestFirst || waiting.length > 0 || reading.at === null || mayBeApart(whole)) {
      const latin1 = bytes.toString('latin1', from, to);
      const middle = message - from;
      record({ head, headText: latin1.slice(0, middle), message: { text: latin1.slice(middle), broken: [] }, line });
      return;
    }
    const text = upToFence(whole);
    options.emit({
      input,
      line,
      text,
      at: reading.at,
      stampBasis: reading.basis,
      precision: head.stamp.precision,
      host: head.host,
      process: head.process,
      message: text.slice(message - from),
      framing: head.framing,
      order,
    });
    order += 1;
  };

  const moment: Outlet['moment'] = (stamp) => {
    if (newestFirst) return;
    if (pile.length > 0) {
      finishWaiting();
      releasePile();
    }
    reading = clock.read(stamp);
    tally.moment(reading.at);
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
      tally.records(head, 1);
      if (head.framing !== 'diagnostics') moment(head.stamp);
    },
    moment,
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
      releasePile();
    },
  };
}

/** A hyphen with a blank on one side and hexadecimal digits around may be the inside of a GUID that was put together with one too many. */
function mayBeApart(text: string): boolean {
  for (let at = text.indexOf('-'); at !== -1; at = text.indexOf('-', at + 1)) {
    const before = text.charCodeAt(at - 1) === 0x20;
    if (before !== (text.charCodeAt(at + 1) === 0x20)) {
      if (isHex(text.charCodeAt(before ? at - 2 : at - 1)) && isHex(text.charCodeAt(before ? at + 1 : at + 2))) return true;
    }
  }
  return false;
}

function isHex(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
}

/** A fence of Markdown on the same line ends a record. */
function upToFence(text: string): string {
  const fence = text.indexOf('```');
  return fence === -1 ? text : text.slice(0, fence).trimEnd();
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
function onOneLine(head: string, message: string): string {
  const words = message.includes('\n') ? message.replaceAll(/(?:(?<! ) +)?\n+ */g, ' ') : message;
  return /[a-z0-9]$/i.test(head) && /^[^\s:]/.test(words) ? `${head} ${words}` : head + words;
}
