/**
 * What one thread reads of an input, for another to go on with. Every object costs to hand over, more than it costs to make: so events go as
 * the bytes of their records and as numbers, and become events where they are wanted.
 */
import { newRawRecord, recordOf } from '#framing/index.ts';
import type { Grammar, RawEvent } from '#grammar/index.ts';
import {
  type CmsEvent,
  type EventKind,
  type Instant,
  instant,
  type LogRecord,
  type RawRecord,
  type UnparsedLine,
  type Unread,
  vocabulary,
} from '#model/index.ts';
import type { ReadingOutput } from './reading.ts';

/** What of a record tells its head. */
type Headed = Pick<LogRecord, 'input' | 'stampBasis' | 'precision' | 'process' | 'framing' | 'host'>;

/** What the records of one head have in common. */
type DigestHead = Pick<LogRecord, 'input' | 'stampBasis' | 'precision' | 'process' | 'framing'> & {
  readonly recordHost: string | null;
  /** The Call Bridge, also where the record does not name it. */
  readonly host: string | null;
};

export interface Digest {
  /** The records of the events, one behind the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Rows of numbers, one for each event, see {@link Row}. */
  readonly rows: Int32Array<ArrayBuffer>;
  /** The moment of each row but those of `whole` events, ms. */
  readonly moments: Float64Array<ArrayBuffer>;
  /** Heads that no digest before this one had. */
  readonly heads: readonly DigestHead[];
  /** Events that were made already, as their records had to be mended, as JSON: to copy objects costs more. null = none. */
  readonly whole: string | null;
  readonly unread: readonly Unread[];
  readonly unparsed: readonly UnparsedLine[];
}

/**
 * The first number of a row: `whole` = the next event made already; `pass` = kind and head follow; else the wording, and behind it head,
 * line, order, length of the record, where its message begins, number of holes, and where each of them begins and ends.
 */
const Row = { whole: -1, pass: -2 } as const;
const rowSize = 7;
const mostHoles = 32;
const wanted = -1;

const kinds = Object.keys(vocabulary).filter((name): name is EventKind => name in vocabulary);
const numberOf: ReadonlyMap<EventKind, number> = new Map(kinds.map((kind, index) => [kind, index]));

export interface DigestWriter extends ReadingOutput {
  /** What has come since the last digest. */
  take(): Digest;
  /** Takes back a digest that was read: what it lay in serves again. */
  reuse(spent: SpentDigest): void;
}

/** What a digest lay in: asking the system for memory again and again takes time, and more of it. */
export type SpentDigest = Pick<Digest, 'bytes' | 'rows' | 'moments'>;

/** @param wants kinds of events that are wanted; of the others only that time passes */
export function createDigestWriter(wants: (kind: EventKind) => boolean): DigestWriter {
  let bytes = newBytes(roomFor(0));
  let filled = 0;
  let rows = new Int32Array(roomFor(0));
  let length = 0;
  let moments = new Float64Array(roomFor(0));
  let momentCount = 0;
  let whole: CmsEvent[] = [];
  let unread: Unread[] = [];
  let unparsed: UnparsedLine[] = [];
  const heads: DigestHead[] = [];
  let told = 0;
  const spent: SpentDigest[] = [];

  /** The head that the last event had: most often the next one has it, too. */
  let lastHead = 0;

  const isOf = (head: DigestHead | undefined, record: Headed): boolean =>
    head !== undefined &&
    head.process === record.process &&
    head.recordHost === record.host &&
    head.framing === record.framing &&
    head.precision === record.precision &&
    head.stampBasis === record.stampBasis;

  const headOf = (record: Headed, host: string | null): number => {
    if (isOf(heads[lastHead], record)) return lastHead;
    lastHead = heads.findIndex((head) => isOf(head, record));
    if (lastHead >= 0) return lastHead;
    const { input, stampBasis, precision, process, framing, host: recordHost } = record;
    lastHead = heads.push({ input, stampBasis, precision, process, framing, recordHost, host }) - 1;
    return lastHead;
  };

  const momentOf = ({ at }: Pick<LogRecord, 'at'>): void => {
    if (momentCount === moments.length) moments = grown(moments, new Float64Array(2 * moments.length));
    moments[momentCount] = at ?? Number.NaN;
    momentCount += 1;
  };

  const makeRoom = (holes: number, size: number): void => {
    if (length + rowSize + 2 * holes > rows.length) rows = grown(rows, new Int32Array(2 * rows.length));
    if (filled + size <= bytes.length) return;
    const larger = newBytes(2 * Math.max(bytes.length, size));
    bytes.copy(larger, 0, 0, filled);
    bytes = larger;
  };

  /** Of each wording whether its events are wanted, or else the number of their kind. */
  const plans: number[] = [];
  const planOf = (kind: EventKind, wording: number): number => {
    const plan = wants(kind) ? wanted : (numberOf.get(kind) ?? 0);
    plans[wording] = plan;
    return plan;
  };

  const put = (number: number): void => {
    rows[length] = number;
    length += 1;
  };

  const pass = (kind: number, record: Headed, host: string | null): void => {
    put(Row.pass);
    put(kind);
    put(headOf(record, host));
  };

  const raw = ({ kind, wording, holes, holeCount }: RawEvent, record: RawRecord, host: string | null): void => {
    const { from, to, message, line, order } = record;
    makeRoom(mostHoles, to - from);
    momentOf(record);
    const plan = plans[wording] ?? planOf(kind, wording);
    if (plan !== wanted) return pass(plan, record, host);
    put(wording);
    put(headOf(record, host));
    put(line);
    put(order);
    put(to - from);
    put(message - from);
    put(holeCount);
    for (let hole = 0; hole < 2 * holeCount; hole += 1) rows[length + hole] = (holes[hole] ?? 0) - from;
    length += 2 * holeCount;
    record.bytes.copy(bytes, filled, from, to);
    filled += to - from;
  };

  return {
    raw,
    event(event) {
      makeRoom(0, 0);
      if (wants(event.kind)) {
        put(Row.whole);
        whole.push(event);
      } else if (event.record.at !== null) {
        momentOf(event.record);
        pass(numberOf.get(event.kind) ?? 0, event.record, event.record.host);
      }
    },
    unread: (record) => unread.push(record),
    unparsed: (line) => unparsed.push(line),
    take() {
      const digest: Digest = {
        bytes: bytes.subarray(0, filled),
        rows: rows.subarray(0, length),
        moments: moments.subarray(0, momentCount),
        heads: heads.slice(told),
        whole: whole.length === 0 ? null : JSON.stringify(whole),
        unread,
        unparsed,
      };
      told = heads.length;
      const reused = spent.pop();
      bytes = reused === undefined ? newBytes(roomFor(filled)) : wholeBytes(reused.bytes);
      rows = reused === undefined ? new Int32Array(roomFor(length)) : new Int32Array(reused.rows.buffer);
      moments = reused === undefined ? new Float64Array(roomFor(momentCount)) : new Float64Array(reused.moments.buffer);
      filled = 0;
      length = 0;
      momentCount = 0;
      whole = [];
      unread = [];
      unparsed = [];
      return digest;
    },
    reuse: (again) => spent.push(again),
  };
}

function eventsIn(json: string | null): readonly CmsEvent[] {
  const events: unknown = json === null ? [] : JSON.parse(json);
  return areEvents(events) ? events : [];
}

/** Another thread of this program has written them. */
function areEvents(read: unknown): read is readonly CmsEvent[] {
  return Array.isArray(read);
}

/** Portions of an input are much alike: the next digest takes about as much as the last. */
function roomFor(last: number): number {
  return Math.max(4096, last + (last >> 3));
}

/** Bytes of their own, which can be handed over. */
function newBytes(size: number): Buffer<ArrayBuffer> {
  return Buffer.from(new ArrayBuffer(size));
}

function wholeBytes({ buffer }: Digest['bytes']): Buffer<ArrayBuffer> {
  return Buffer.from(buffer);
}

function grown<Numbers extends Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

export interface DigestReader {
  /** Tells the output what a digest holds, in the order of the input. */
  read(digest: Digest): void;
}

export interface DigestOutput extends Pick<ReadingOutput, 'event' | 'unread' | 'unparsed'> {
  /** An event of a kind that was not wanted. */
  pass(kind: EventKind, host: string | null, at: LogRecord['at']): void;
}

export function createDigestReader(grammar: Grammar, output: DigestOutput): DigestReader {
  const heads: DigestHead[] = [];
  const holes = new Int32Array(2 * mostHoles);

  /** One for all records. */
  const raw = newRawRecord('');

  const event = (rows: Int32Array, row: number, bytes: Buffer, from: number, at: Instant): void => {
    const head = heads[rows[row + 1] ?? -1];
    if (head === undefined) return;
    const holeNumbers = 2 * (rows[row + 6] ?? 0);
    for (let hole = 0; hole < holeNumbers; hole += 1) holes[hole] = from + (rows[row + rowSize + hole] ?? 0);
    raw.input = head.input;
    raw.line = rows[row + 2] ?? 0;
    raw.at = at;
    raw.stampBasis = head.stampBasis;
    raw.precision = head.precision;
    raw.host = head.host;
    raw.process = head.process;
    raw.framing = head.framing;
    raw.order = rows[row + 3] ?? 0;
    raw.bytes = bytes;
    raw.from = from;
    raw.message = from + (rows[row + 5] ?? 0);
    raw.to = from + (rows[row + 4] ?? 0);
    const made = grammar.raw?.eventOf(rows[row] ?? -1, holes, recordOf(raw), raw) ?? null;
    if (made !== null) output.event(made);
  };

  const read: DigestReader['read'] = ({ bytes: view, rows, moments, heads: fresh, whole, unread, unparsed }) => {
    heads.push(...fresh);
    const bytes = Buffer.from(view.buffer, view.byteOffset, view.length);
    const made = eventsIn(whole)[Symbol.iterator]();
    let moment = 0;
    let from = 0;
    for (let at = 0; at < rows.length; ) {
      const first = rows[at] ?? Row.whole;
      if (first === Row.whole) {
        const next = made.next();
        if (next.done !== true) output.event(next.value);
        at += 1;
        continue;
      }
      const time = instant(moments[moment] ?? 0);
      moment += 1;
      if (first === Row.pass) {
        output.pass(kinds[rows[at + 1] ?? 0] ?? 'call-media', heads[rows[at + 2] ?? 0]?.host ?? null, time);
        at += 3;
        continue;
      }
      event(rows, at, bytes, from, time);
      from += rows[at + 4] ?? 0;
      at += rowSize + 2 * (rows[at + rowSize - 1] ?? 0);
    }
    for (const record of unread) output.unread(record);
    for (const line of unparsed) output.unparsed(line);
  };

  return { read };
}
