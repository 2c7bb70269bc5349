/** One input on its way through framing and grammar: bytes in, events out, and everything counted. */
import { type Chronology, createClock, createFramer, type Framer, framingLimits, type Survey, survey } from '#framing/index.ts';
import type { Grammar } from '#grammar/index.ts';
import type { CmsEvent, InputSummary, LogRecord, Unread, UnparsedLine } from '#model/index.ts';

export interface ReadingOutput {
  event(event: CmsEvent): void;
  unread(unread: Unread): void;
  unparsed(line: UnparsedLine): void;
}

export interface ReadingOptions {
  /** Date of the last record, for logs that show none: ms of its midnight, as if UTC. */
  readonly date?: number | null;
  /** Bytes of one record; longer ones are cut. */
  readonly maxRecord?: number | null;
}

export interface InputReading {
  readonly name: string;
  /** Bytes before zone and year are decided: they are looked at first. */
  sample(chunk: Uint8Array): void;
  /** Bytes of the sample so far. */
  readonly sampled: number;
  survey(): Survey;
  /** Zone and year are known: the sample is read, and what follows. */
  begin(chronology: Chronology): void;
  push(chunk: Uint8Array): void;
  /** @returns the summary of the input */
  finish(): InputSummary;
}

export function createReading(name: string, grammar: Grammar, options: ReadingOptions, output: ReadingOutput): InputReading {
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  let events = 0;
  let leftOver = 0;
  let framer: Framer | null = null;
  let chronology: Chronology | null = null;
  let surveyed: Survey | null = null;

  /** The Call Bridge of records that do not name theirs (Web Admin, cut heads): in a log of one host, that one. */
  let onlyHost: string | null = null;

  function take(found: LogRecord): void {
    const record = found.host === null && onlyHost !== null ? { ...found, host: onlyHost } : found;
    const reading = grammar.read(record);
    switch (reading.kind) {
      case 'event':
        events += 1;
        leftOver += reading.rest;
        output.event(reading.event);
        return;
      case 'unread':
        output.unread(reading.unread);
        return;
      case 'quiet':
      case 'other':
        return;
    }
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
    begin(known) {
      chronology = known;
      const [host = null, second = null] = surveyed?.bridges ?? [];
      onlyHost = second === null ? host : null;
      const clock = createClock({ zone: known.zone, firstYear: known.firstYear, date: options.date ?? null });
      const made = createFramer({
        input: name,
        clock,
        limits: { ...framingLimits, record: options.maxRecord ?? framingLimits.record },
        newestFirst: known.newestFirst,
        doubling: known.doubling,
        quotes: known.quotes,
        mayMatter: grammar.mayMatter,
        emit: take,
        unparsed: output.unparsed,
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
        repairs: counts?.repairs ?? {},
        span: { from: counts?.first ?? null, to: counts?.last ?? null },
      };
    },
  };
}
