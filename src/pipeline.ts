/** The order of the stages: bytes → events → meetings → spaces → findings. The only file that knows it. */
import { reconstruct } from '#activation/index.ts';
import { inferBehaviour } from '#behaviour/index.ts';
import { correlate, type CorrelationOutput } from '#correlation/index.ts';
import { findFindings } from '#findings/index.ts';
import { chronologies } from '#framing/index.ts';
import { packagedGrammar } from '#grammar/index.ts';
import type { Analysis, CmsEvent, Guid, InputSummary, Instant, Meeting, StrayLeg, Unread, UnparsedLine } from '#model/index.ts';
import { createRedaction } from '#redaction/index.ts';
import type { AnalyzeOptions } from './options.ts';
import { pseudonymsOf, redactedRest, redactingGrammar } from './redacting.ts';
import { createReading, type InputReading } from './reading.ts';
import { collectSpaces } from './spaces.ts';
import { createStory } from './story.ts';

/** A meeting that nothing more can be said about, and where it took place. */
export interface PlacedMeeting {
  readonly space: { readonly id: Guid | null; readonly name: string | null };
  readonly meeting: Meeting;
}

export interface PipelineInput {
  readonly name: string;
  /** When it was written last; null = not known. */
  readonly modified?: Instant | null;
  /** true = it is read from beginning to end before anything else is, as a member of an archive. */
  readonly passing?: boolean;
  /** false = it was found, not named: without a record of a CMS log it is no input at all. */
  readonly named?: boolean;
}

/**
 * The pipeline takes bytes where it needs them, so that several inputs are read side by side, and none is held in memory.
 * Inputs that pass are pushed as soon as they are added; of the others, `wants` says which one has to go on.
 */
export interface Pipeline {
  /** One more input; all are added before `wants` is asked. */
  add(input: PipelineInput): number;
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
const leastSample = 1 << 16;

interface Strand {
  readonly input: PipelineInput;
  readonly reading: InputReading;
  begun: boolean;
  over: boolean;
  summary: InputSummary | null;
}

/**
 * Begins an analysis.
 * @param meeting takes every meeting as soon as it is over; then the analysis itself holds none
 */
export function createPipeline(options: AnalyzeOptions, meeting: ((placed: PlacedMeeting) => void) | null = null): Pipeline {
  const redaction = typeof options.redact === 'object' ? options.redact : options.redact === true ? createRedaction() : null;
  const plain = options.grammar ?? packagedGrammar();
  const grammar = redaction === null ? plain : redactingGrammar(plain, redaction);
  const spaces = collectSpaces();
  const strays: StrayLeg[] = [];
  const unread: Unread[] = [];
  const lines: UnparsedLine[] = [];
  let recordCount = 0;
  let lineCount = 0;
  const numbering = { next: 0 };
  const correlated: CorrelationOutput = {
    meeting(facts) {
      const placed = { space: { id: facts.space, name: facts.spaceName }, meeting: reconstruct(facts, numbering) };
      options.onMeeting?.(placed);
      if (meeting === null) spaces.add(placed.space, placed.meeting);
      else meeting(placed);
    },
    stray(leg) {
      if (meeting === null) strays.push(leg);
    },
  };
  const correlation = correlate(correlated, { keepTies: options.keepTies ?? true });
  const events: CmsEvent[] = [];
  const story = createStory((event) => {
    if (options.keepEvents === true) events.push(event);
    correlation.step(event);
  });
  const strands: Strand[] = [];
  let sealed = false;

  function add(input: PipelineInput): number {
    const index = story.strand();
    const reading = createReading(input.name, grammar, options, {
      event: (event) => story.add(index, event),
      unread(record) {
        recordCount += 1;
        if (unread.length < most) unread.push(record);
      },
      unparsed(line) {
        lineCount += 1;
        if (lines.length < most) lines.push(line);
      },
    });
    strands.push({ input, reading, begun: false, over: false, summary: null });
    return index;
  }

  /** Zone and year are decided together where they can be, because inputs of one host share them. */
  function begin(which: readonly Strand[]): void {
    const { zone = null, year = null, now = Date.now() } = options;
    const seen = [...which, ...strands.filter((strand) => strand.begun)];
    const surveyed = seen.map(({ input, reading }) => ({
      survey: reading.survey(),
      options: { zone, year, now, modified: input.modified ?? null },
    }));
    const known = chronologies(surveyed);
    for (const [index, strand] of which.entries()) {
      const chronology = known[index];
      strand.begun = true;
      if (chronology !== undefined) strand.reading.begin(chronology);
    }
  }

  function close(index: number, strand: Strand): void {
    if (!strand.begun) begin([strand]);
    strand.summary ??= strand.reading.finish();
    story.end(index);
  }

  function seal(): void {
    if (sealed) return;
    sealed = true;
    story.seal();
    begin(strands.filter((strand) => !strand.begun));
    for (const [index, strand] of strands.entries()) if (strand.over && strand.summary === null) close(index, strand);
  }

  return {
    add,
    wants() {
      const side = strands.filter(({ input }) => input.passing !== true).length;
      const enough = Math.max(leastSample, sampleSize / Math.max(1, side));
      if (!sealed) {
        const unsampled = strands.findIndex(({ over, reading }) => !over && reading.sampled < enough);
        if (unsampled >= 0) return unsampled;
        seal();
      }
      const waiting = story.waitsFor();
      if (waiting !== null) return waiting;
      const open = strands.findIndex(({ over }) => !over);
      return open < 0 ? null : open;
    },
    push(index, chunk) {
      const strand = strands[index];
      if (strand === undefined) return;
      if (strand.begun) strand.reading.push(chunk);
      else {
        strand.reading.sample(chunk);
        if (strand.input.passing === true && strand.reading.sampled >= leastSample) begin([strand]);
      }
    },
    end(index) {
      const strand = strands[index];
      if (strand === undefined) return;
      strand.over = true;
      if (sealed || strand.input.passing === true) close(index, strand);
    },
    finish() {
      seal();
      for (const [index, strand] of strands.entries()) if (strand.summary === null) close(index, strand);
      story.waitsFor();
      correlation.finish();
      const inputs = strands.flatMap(({ summary, input }) =>
        summary === null || (input.named === false && summary.records === 0) ? [] : [summary],
      );
      const known = { inputs, spaces: spaces.spaces(), strays, unread: { records: unread, recordCount, lines, lineCount } };
      const behaviours = inferBehaviour(known.spaces);
      const clock = options.clockOf?.(known.inputs[0]?.zone.name ?? 'UTC') ?? null;
      const expectHosts = options.findings?.expectHosts ?? [];
      const expected = redaction === null ? expectHosts : pseudonymsOf(expectHosts, redaction);
      const findings = findFindings({ ...known, behaviours }, { clock, ...options.findings, expectHosts: expected });
      const analysis = { ...known, behaviours, findings, ...(options.keepEvents === true ? { events } : {}) };
      return redaction === null ? analysis : redactedRest(analysis, redaction);
    },
  };
}
