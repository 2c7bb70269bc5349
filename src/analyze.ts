/** The pipeline: bytes → events → meetings → spaces → findings. The only file that knows the order of the stages. */
import { reconstruct } from '#activation/index.ts';
import { inferBehaviour } from '#behaviour/index.ts';
import { correlate } from '#correlation/index.ts';
import { type FindingOptions, findFindings } from '#findings/index.ts';
import { chronologies } from '#framing/index.ts';
import { type Grammar, packagedGrammar } from '#grammar/index.ts';
import type { Analysis, CmsEvent, Guid, InputSummary, Instant, Meeting, StrayLeg, Unread, UnparsedLine } from '#model/index.ts';
import { createReading, type InputReading } from './reading.ts';
import { collectSpaces } from './spaces.ts';
import { createStory } from './story.ts';

export interface AnalyzeOptions {
  /** Zone of stamps that name none: IANA, `+02:00`. Default: found in the log, else UTC. */
  readonly zone?: string | null;
  /** Year of the first stamp, for stamps without one. Default: inferred. */
  readonly year?: number | null;
  /** The present, ms UTC: a log is not from the future. Default: the clock. */
  readonly now?: number;
  /** Whether the analysis keeps every event that was understood. */
  readonly keepEvents?: boolean;
  /** How the sentences of findings write times, given the zone of the log; UTC when it is not given. */
  readonly clockOf?: (zone: string) => FindingOptions['clock'];
  /** The wordings to read by. Default: those of the program. */
  readonly grammar?: Grammar;
  readonly findings?: FindingOptions;
}

/** A log by name, as text or as bytes. */
export interface NamedText {
  readonly name: string;
  readonly text: string | Uint8Array;
  /** When it was written last. */
  readonly modified?: Instant | null;
}

/**
 * Reconstructs the timelines of a log.
 * @param log text or bytes of one log, or several logs of one story by name
 * @throws GrammarError when a grammar of the caller's is wrong
 */
export function analyze(log: string | Uint8Array | readonly NamedText[], options: AnalyzeOptions = {}): Analysis {
  const inputs: readonly NamedText[] = typeof log === 'string' || log instanceof Uint8Array ? [{ name: '-', text: log }] : log;
  const pipeline = createPipeline(inputs, options);
  const rests = inputs.map(({ text }) => chunksOf(text));
  for (let wanted = pipeline.wants(); wanted !== null; wanted = pipeline.wants()) {
    const chunk = rests[wanted]?.next();
    if (chunk === undefined || chunk.done === true) pipeline.end(wanted);
    else pipeline.push(wanted, chunk.value);
  }
  return pipeline.finish();
}

const chunkSize = 1 << 18;

function* chunksOf(text: string | Uint8Array): Generator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  for (let from = 0; from < bytes.length; from += chunkSize) yield bytes.subarray(from, from + chunkSize);
}

/** A meeting that nothing more can be said about, and where it took place. */
export interface PlacedMeeting {
  readonly space: { readonly id: Guid | null; readonly name: string | null };
  readonly meeting: Meeting;
}

/** The pipeline takes bytes where it needs them, so that several inputs are read side by side, and none is held in memory. */
export interface Pipeline {
  /** Which input has to give more bytes, or end; null = all inputs are over. */
  wants(): number | null;
  push(input: number, chunk: Uint8Array): void;
  end(input: number): void;
  /** What is known: all, when every input is over. */
  finish(): Analysis;
}

/** So many unread records and unparsed lines are kept; all are counted. */
const most = 10_000;
/** So many bytes in all are looked at before zones and years are decided. */
const sampleSize = 1 << 22;

/**
 * Begins an analysis.
 * @param meeting takes every meeting as soon as it is over; then the analysis itself holds none
 */
export function createPipeline(
  inputs: readonly { readonly name: string; readonly modified?: Instant | null }[],
  options: AnalyzeOptions,
  meeting: ((placed: PlacedMeeting) => void) | null = null,
): Pipeline {
  const grammar = options.grammar ?? packagedGrammar();
  const spaces = collectSpaces();
  const strays: StrayLeg[] = [];
  const unread: Unread[] = [];
  const lines: UnparsedLine[] = [];
  let recordCount = 0;
  let lineCount = 0;
  const numbering = { next: 0 };
  const correlation = correlate({
    meeting(facts) {
      const placed = { space: { id: facts.space, name: facts.spaceName }, meeting: reconstruct(facts, numbering) };
      if (meeting === null) spaces.add(placed.space, placed.meeting);
      else meeting(placed);
    },
    stray: (leg) => strays.push(leg),
  });
  const events: CmsEvent[] = [];
  const tell = (event: CmsEvent): void => {
    if (options.keepEvents === true) events.push(event);
    correlation.step(event);
  };
  const story = createStory(inputs.length, tell);
  const readings = inputs.map(({ name }, index) =>
    createReading(name, grammar, {
      event: (event) => story.add(index, event),
      unread(record) {
        recordCount += 1;
        if (unread.length < most) unread.push(record);
      },
      unparsed(line) {
        lineCount += 1;
        if (lines.length < most) lines.push(line);
      },
    }),
  );
  const summaries = new Map<InputReading, InputSummary>();
  const over = inputs.map(() => false);
  let begun = false;

  /** Zone and year are decided together, because inputs of one host share them. */
  function begin(): void {
    begun = true;
    const { zone = null, year = null, now = Date.now() } = options;
    const surveyed = readings.map((reading, index) => ({
      survey: reading.survey(),
      options: { zone, year, now, modified: inputs[index]?.modified ?? null },
    }));
    for (const [index, chronology] of chronologies(surveyed).entries()) readings[index]?.begin(chronology);
    for (const [index, reading] of readings.entries()) if (over[index] === true) close(index, reading);
  }

  function close(index: number, reading: InputReading): void {
    summaries.set(reading, reading.finish());
    story.end(index);
  }

  return {
    wants() {
      if (!begun) {
        const enough = Math.max(1 << 16, sampleSize / Math.max(1, inputs.length));
        const unsampled = readings.findIndex((reading, index) => over[index] === false && reading.sampled < enough);
        if (unsampled >= 0) return unsampled;
        begin();
      }
      const waiting = story.waitsFor();
      if (waiting !== null) return waiting;
      const open = over.indexOf(false);
      return open < 0 ? null : open;
    },
    push(input, chunk) {
      const reading = readings[input];
      if (begun) reading?.push(chunk);
      else reading?.sample(chunk);
    },
    end(input) {
      over[input] = true;
      const reading = readings[input];
      if (begun && reading !== undefined) close(input, reading);
    },
    finish() {
      if (!begun) begin();
      for (const [index, reading] of readings.entries()) if (!summaries.has(reading)) close(index, reading);
      correlation.finish();
      const known = {
        inputs: readings.flatMap((reading) => summaries.get(reading) ?? []),
        spaces: spaces.spaces(),
        strays,
        unread: { records: unread, recordCount, lines, lineCount },
      };
      const behaviours = inferBehaviour(known.spaces);
      const clock = options.clockOf?.(known.inputs[0]?.zone.name ?? 'UTC') ?? null;
      const findings = findFindings({ ...known, behaviours }, { clock, ...options.findings });
      return { ...known, behaviours, findings, ...(options.keepEvents === true ? { events } : {}) };
    },
  };
}
