/** The pipeline: text → records → events → meetings → spaces → findings. The only file that knows the order of the stages. */
import { reconstruct } from '#activation/index.ts';
import { correlate } from '#correlation/index.ts';
import { type Clock, createClock, createFramer, type Framer, framingLimits } from '#framing/index.ts';
import { compileGrammar, type Grammar, readGrammarFiles } from '#grammar/index.ts';
import type { Analysis, CmsEvent, InputSummary, LogRecord, StrayLeg, Unread, UnparsedLine } from '#model/index.ts';
import { collectSpaces } from './spaces.ts';

export interface AnalyzeOptions {
  /** Zone of stamps that name none: IANA, `+02:00`. Default: found in the log, else UTC. */
  readonly zone?: string | null;
  /** Year of the first stamp, for stamps without one. Default: inferred. */
  readonly year?: number | null;
  /** The present, ms UTC: a log is not from the future. */
  readonly now?: number;
  /** The wordings to read by. Default: those of the program. */
  readonly grammar?: Grammar;
}

/** A log by name, as text or as bytes. */
export interface NamedText {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/**
 * Reconstructs the timelines of a log.
 * @param log text or bytes of one log, or several logs of one story by name
 * @throws GrammarError when a grammar of the caller's is wrong
 */
export function analyze(log: string | Uint8Array | readonly NamedText[], options: AnalyzeOptions = {}): Analysis {
  const inputs = typeof log === 'string' || log instanceof Uint8Array ? [{ name: '-', text: log }] : log;
  const pipeline = createPipeline(options);
  for (const { name, text } of inputs) {
    const reader = pipeline.input(name);
    for (const chunk of chunksOf(text)) reader.push(chunk);
    reader.finish();
  }
  return pipeline.finish();
}

const chunkSize = 1 << 18;

function* chunksOf(text: string | Uint8Array): Generator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  for (let from = 0; from < bytes.length; from += chunkSize) yield bytes.subarray(from, from + chunkSize);
}

/** One input on its way through framing and grammar. */
export interface InputReader {
  push(bytes: Uint8Array): void;
  finish(): void;
}

export interface Pipeline {
  /** Begins an input; inputs are one story, in whatever order they come. */
  input(name: string): InputReader;
  /** Everything is read. */
  finish(): Analysis;
}

/** So many unread records and unparsed lines are kept; all are counted. */
const most = 10_000;

export function createPipeline(options: AnalyzeOptions): Pipeline {
  const grammar = options.grammar ?? compileGrammar(readGrammarFiles([]));
  const streams: CmsEvent[][] = [];
  const inputs: InputSummary[] = [];
  const unread: Unread[] = [];
  const lines: UnparsedLine[] = [];
  let recordCount = 0;
  let lineCount = 0;

  function input(name: string): InputReader {
    const events: CmsEvent[] = [];
    streams.push(events);
    let bytes = 0;
    let leftOver = 0;
    const take = (record: LogRecord): void => {
      const reading = grammar.read(record);
      switch (reading.kind) {
        case 'event':
          leftOver += reading.rest;
          events.push(reading.event);
          return;
        case 'unread':
          recordCount += 1;
          if (unread.length < most) unread.push(reading.unread);
          return;
        case 'quiet':
        case 'other':
          return;
      }
    };
    const clock = clockFor(options);
    const framer: Framer = createFramer({
      input: name,
      clock,
      limits: framingLimits,
      mayMatter: grammar.mayMatter,
      emit: take,
      unparsed: (line) => {
        lineCount += 1;
        if (lines.length < most) lines.push(line);
      },
    });
    return {
      push(chunk) {
        bytes += chunk.length;
        framer.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1'));
      },
      finish() {
        const counts = framer.finish();
        inputs.push({
          name,
          bytes,
          lines: counts.lines,
          records: counts.records,
          events: events.length,
          unparsed: counts.unparsed + leftOver,
          framings: counts.framings,
          hosts: counts.hosts,
          zone: { name: 'UTC', basis: 'assumed' },
          year: null,
          repairs: counts.repairs,
          span: { from: counts.first, to: counts.last },
        });
      },
    };
  }

  function finish(): Analysis {
    const spaces = collectSpaces();
    const strays: StrayLeg[] = [];
    const numbering = { next: 0 };
    const correlation = correlate({
      meeting: (facts) => spaces.add({ id: facts.space, name: facts.spaceName }, reconstruct(facts, numbering)),
      stray: (leg) => strays.push(leg),
    });
    for (const event of merged(streams)) correlation.step(event);
    correlation.finish();
    return { inputs, spaces: spaces.spaces(), findings: [], strays, unread: { records: unread, recordCount, lines, lineCount } };
  }

  return { input, finish };
}

function merged(streams: readonly (readonly CmsEvent[])[]): readonly CmsEvent[] {
  const [only, second] = streams;
  if (only === undefined || second === undefined) return only ?? [];
  const all = streams.flat().sort((a, b) => (a.record.at ?? 0) - (b.record.at ?? 0));
  return all.map((event, order) => ({ ...event, record: { ...event.record, order } }));
}

function clockFor(_options: AnalyzeOptions): Clock {
  return createClock({ zone: { name: 'UTC', basis: 'assumed', offsets: () => [0] }, firstYear: _options.year ?? null, date: null });
}
