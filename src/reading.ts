/** One input on its way through framing and grammar: bytes in, events out, and everything counted. */
import {
  type Chronology,
  createAgain,
  createClock,
  createCopies,
  createFramer,
  type Framer,
  framingLimits,
  markOf,
  mayBeEmphasized,
  plainerForms,
  proseLines,
  type RawReader,
  type Survey,
  survey,
  withEmphasis,
} from '#framing/index.ts';
import type { Grammar, RawEvent, Reading } from '#grammar/index.ts';
import {
  type CmsEvent,
  callBridge,
  type InputSummary,
  type LogRecord,
  type RawRecord,
  type RepairName,
  type UnparsedLine,
  type Unread,
} from '#model/index.ts';
import { withoutSecrets } from '#model/secrets.ts';
import { createMendedReader } from './mended.ts';

export interface ReadingOutput {
  event(event: CmsEvent): void;
  /**
   * An event that nobody has made yet, and its record. Both hold until this returns.
   * @param host the Call Bridge, also where the record does not name it
   */
  raw(event: RawEvent, record: RawRecord, host: string | null): void;
  unread(unread: Unread): void;
  unparsed(line: UnparsedLine): void;
}

export interface ReadingOptions {
  /** Date of the last record, for logs that show none: ms of its midnight, as if UTC. */
  readonly date?: number | null;
  /** Bytes of one record; longer ones are cut. */
  readonly maxRecord?: number | null;
  /** Records of the Call Bridge that resemble no wording are kept by kinds, too: all of them have to be read for it. */
  readonly keepStrange?: boolean;
}

export interface InputReading {
  readonly name: string;
  /** Bytes before zone and year are decided: they are looked at first. */
  sample(chunk: Uint8Array): void;
  /** Bytes of the sample so far. */
  readonly sampled: number;
  survey(): Survey;
  /** The sample, for somebody else to read it and what follows. */
  handOver(): readonly Uint8Array[];
  /** Zone and year are known: the sample is read, and what follows. */
  begin(chronology: Chronology): void;
  push(chunk: Uint8Array): void;
  /** @returns the summary of the input */
  finish(): InputSummary;
}

/**
 * @param known what a survey has shown, where one was made elsewhere
 */
export function createReading(
  name: string,
  grammar: Grammar,
  options: ReadingOptions,
  output: ReadingOutput,
  known: Survey | null = null,
): InputReading {
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  let events = 0;
  let leftOver = 0;
  const added: Partial<Record<RepairName, number>> = {};
  let framer: Framer | null = null;
  let chronology: Chronology | null = null;
  let surveyed: Survey | null = known;

  /** The Call Bridge of records that do not name theirs (Web Admin, cut heads): in a log of one host, that one. */
  let onlyHost: string | null = null;

  /** Whether a record stood in this input before; null = its time never goes back. */
  let isAgain: ((record: LogRecord) => boolean) | null = null;
  /** The same for an input whose time went back nowhere as far as was looked ahead. */
  const copies = createCopies();
  let again = 0;

  /** What a record says that is no wording as it stands: perhaps somebody has added something to it. */
  function readAgain(record: LogRecord, reading: Reading): Reading {
    if (reading.kind !== 'unread' && reading.kind !== 'other') return reading;
    let found = reading;
    for (const { record: plainer, repairs, remark } of plainerForms(record)) {
      const again = grammar.read(plainer);
      // It begins like a known message only without the signs before that.
      if (again.kind === 'unread' && found.kind === 'other') found = { kind: 'unread', unread: { ...again.unread, record } };
      if (again.kind !== 'event' && again.kind !== 'quiet') continue;
      for (const repair of repairs) added[repair] = (added[repair] ?? 0) + 1;
      if (remark !== null) leave(record.input, record.line, remark);
      return again;
    }
    return found;
  }

  /** A line that belongs to no record, or what somebody wrote behind one. */
  function leave(input: string, line: number, text: string): void {
    leftOver += 1;
    output.unparsed({ input, line, text: withoutSecrets(text) });
  }

  /** Lines at the end of a message that are not part of it. */
  function leaveRest({ input, line, message }: LogRecord, lines: readonly number[], count: number): void {
    const rest = count === 0 ? [] : message.split(/\n{1,2}/).slice(1);
    for (const [index, text] of rest.entries()) {
      if (index >= rest.length - count && text.trim() !== '') leave(input, lines[index] ?? line, text);
    }
  }

  const readMended = grammar.mended === null ? null : createMendedReader(grammar.mended);

  /** @param bytes - the message is bytes [from, to) of these */
  function isCopy(at: LogRecord['at'], bytes: Uint8Array, from = 0, to = bytes.length): boolean {
    if (isAgain !== null || !copies.isAgain(at, markOf(bytes, from, to))) return false;
    again += 1;
    return true;
  }

  function takeRaw(event: RawEvent, record: RawRecord): void {
    if (isCopy(record.at, record.bytes, record.message, record.to)) return;
    events += 1;
    output.raw(event, record, record.host ?? onlyHost);
  }

  function take(found: LogRecord, lines: readonly number[]): void {
    const record = found.host === null && onlyHost !== null ? { ...found, host: onlyHost } : found;
    if (isAgain?.(record) === true) {
      again += 1;
      return;
    }
    if (readMended?.(record, takeRaw) === true) return;
    const reading = readAgain(record, grammar.read(record));
    switch (reading.kind) {
      case 'event':
        if (isCopy(record.at, Buffer.from(record.message))) return;
        events += 1;
        leaveRest(record, lines, reading.rest);
        output.event(reading.event);
        return;
      case 'unread':
        output.unread(discreet(reading.unread));
        return;
      case 'other':
        leaveRest(record, lines, proseLines(record.message));
        if (options.keepStrange === true && record.process === callBridge) output.unread(discreet(strange(record)));
        return;
      case 'quiet':
        leaveRest(record, lines, proseLines(record.message));
        return;
    }
  }

  /** Records without damage are read where they lie. */
  function rawReader(): RawReader | null {
    const { raw } = grammar;
    if (raw === null) return null;
    let event: RawEvent | null = null;
    let { read } = raw;
    return {
      lieIn(memory) {
        read = raw.readerIn(memory);
      },
      understands(process, at, from, to) {
        event = read(process, at, from, to);
        return event !== null;
      },
      isOdd: () => event?.isOdd === true,
      take(record) {
        if (event !== null) takeRaw(event, record);
      },
    };
  }

  return {
    name,
    get sampled() {
      return bytes;
    },
    sample(chunk) {
      chunks.push(chunk);
      bytes += chunk.length;
    },
    survey: () => (surveyed ??= survey(Buffer.concat(chunks))),
    handOver() {
      const sample = chunks;
      chunks = [];
      return sample;
    },
    begin(decided) {
      chronology = decided;
      const [host = null, second = null] = surveyed?.bridges ?? [];
      onlyHost = second === null ? host : null;
      isAgain = surveyed?.goesBack === true ? createAgain() : null;
      const clock = createClock({ zone: decided.zone, firstYear: decided.firstYear, date: options.date ?? null });
      const made = createFramer({
        input: name,
        clock,
        limits: { ...framingLimits, record: options.maxRecord ?? framingLimits.record },
        newestFirst: decided.newestFirst,
        doubling: decided.doubling,
        quotes: decided.quotes,
        softBreaks: decided.softBreaks,
        bridges: surveyed?.bridges ?? [],
        mayMatter: (text, from, to) => options.keepStrange === true || grammar.mayMatter(text, from, to) || mayBeEmphasized(text, from),
        beginnings: () => (options.keepStrange === true ? null : withEmphasis(grammar.beginnings())),
        emit: take,
        raw: isAgain === null ? rawReader() : null,
        unparsed: (line) => output.unparsed({ ...line, text: withoutSecrets(line.text) }),
      });
      for (const chunk of chunks) made.push(chunk);
      chunks = [];
      framer = made;
    },
    push(chunk) {
      bytes += chunk.length;
      framer?.push(chunk);
    },
    finish() {
      const counts = framer?.finish();
      const repairs = sum(counts?.repairs ?? {}, added);
      const zone = chronology?.zone;
      const year = chronology?.firstYear ?? null;
      return {
        name,
        bytes,
        lines: counts?.lines ?? 0,
        records: counts?.records ?? 0,
        events,
        unparsed: (counts?.unparsed ?? 0) + leftOver,
        framings: counts?.framings ?? {},
        hosts: counts?.hosts ?? [],
        zone: { name: zone?.name ?? 'UTC', basis: zone?.basis ?? 'assumed' },
        year: year === null ? null : { first: year, basis: chronology?.yearBasis ?? 'assumed' },
        repairs: again === 0 ? repairs : { ...repairs, doubled: (repairs.doubled ?? 0) + again },
        span: { from: counts?.first ?? null, to: counts?.last ?? null },
      };
    },
  };
}

type Repairs = InputSummary['repairs'];

function sum(one: Repairs, other: Repairs): Repairs {
  const count = (name: RepairName): number => (one[name] ?? 0) + (other[name] ?? 0);
  const [tags, prose, prefix] = [count('tags'), count('prose'), count('prefix')];
  return { ...one, ...(tags > 0 ? { tags } : {}), ...(prose > 0 ? { prose } : {}), ...(prefix > 0 ? { prefix } : {}) };
}

/** A record that begins like nothing that is known. */
function strange(record: LogRecord): Unread {
  return { record, isStrange: true, begins: null, stoppedAt: 0, expected: '' };
}

/** No wording vouches for what stands in an unread record: it may be a passcode. */
function discreet(unread: Unread): Unread {
  const { record } = unread;
  return { ...unread, record: { ...record, text: withoutSecrets(record.text), message: withoutSecrets(record.message) } };
}
