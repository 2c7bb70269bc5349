/** The order of the stages: bytes → events → meetings → spaces → findings. The only file that knows it. */
import { reconstruct } from '#activation/index.ts';
import { behaviourOf } from '#behaviour/index.ts';
import { type CorrelationOutput, correlate, isActedUpon } from '#correlation/index.ts';
import { searchFindings } from '#findings/index.ts';
import { chronologies, recordOf, type Surveyed } from '#framing/index.ts';
import { packagedGrammar } from '#grammar/index.ts';
import type { Analysis, CmsEvent, EventKind, InputSummary, Instant, StrayLeg } from '#model/index.ts';
import { createRedaction } from '#redaction/index.ts';
import { createDigestReader, type Digest, type DigestReader } from './digest.ts';
import type { AnalyzeOptions } from './options.ts';
import { createReading, type InputReading, type ReadingOutput } from './reading.ts';
import { pseudonymsOf, redactedRest, redactingGrammar } from './redacting.ts';
import { collectSpaces, type PlacedMeeting } from './spaces.ts';
import { createStory } from './story.ts';
import { collectUnread } from './unread.ts';

export interface PipelineInput {
  readonly name: string;
  /** When it was written last; null = not known. */
  readonly modified?: Instant | null;
  /** true = it is read from beginning to end before anything else is, as a member of an archive. */
  readonly passing?: boolean;
  /** false = it was found, not named: without a record of a CMS log it is no input at all. */
  readonly named?: boolean;
  /** true = another thread frames and reads it: it asks for `handOver`, and pushes digests instead of bytes. */
  readonly elsewhere?: boolean;
}

/** What another thread needs to read an input. */
export interface HandOver {
  readonly name: string;
  /** All that was surveyed together, and which of these is the input. */
  readonly surveyed: readonly Surveyed[];
  readonly own: number;
  /** The bytes that were surveyed: the beginning of the input. */
  readonly sample: readonly Uint8Array[];
  readonly date: number | null;
  readonly maxRecord: number | null;
  readonly keepStrange: boolean;
  /** Every event is wanted, not only those that correlation acts upon. */
  readonly whole: boolean;
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
  /** Once for each input that is read elsewhere, as soon as it can be: what for. */
  handOver(input: number): HandOver | null;
  /** Instead of bytes, what another thread has made of them. */
  pushDigest(input: number, digest: Digest): void;
  /** @param summary of an input that was read elsewhere */
  end(input: number, summary?: InputSummary): void;
  /** What is known: all, when every input is over. */
  finish(): Analysis;
}

/** So many bytes in all are looked at before zones and years are decided. */
const sampleSize = 1 << 22;
const leastSample = 1 << 16;

interface Strand {
  readonly input: PipelineInput;
  readonly reading: InputReading;
  readonly digests: DigestReader;
  handOver: HandOver | null;
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
  const spaces = collectSpaces(options.keep ?? null);
  const strays: StrayLeg[] = [];
  const unread = collectUnread();
  // No wording vouches for any word of such a record.
  const keepStrange = options.keepStrange === true && redaction === null;
  const numbering = { next: 0 };
  const correlated: CorrelationOutput = {
    meeting(facts) {
      const placed = { space: { id: facts.space, name: facts.spaceName }, meeting: reconstruct(facts, numbering) };
      options.onMeeting?.(placed);
      if (meeting === null) spaces.add(placed);
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
    const wants = (kind: EventKind): boolean => wantsAll() || isActedUpon(kind);
    const output: ReadingOutput = {
      event: (event) => story.add(index, event),
      raw(found, raw, host) {
        if (!wants(found.kind)) return correlation.pass(found.kind, host, raw.at);
        const record = recordOf(raw);
        const event = grammar.raw?.eventOf(found.wording, found.holes, host === record.host ? record : { ...record, host }, raw);
        if (event != null) story.add(index, event);
      },
      unread: unread.record,
      unparsed: unread.line,
    };
    const reading = createReading(input.name, grammar, { ...options, keepStrange }, output);
    const digests = createDigestReader(grammar, { ...output, pass: correlation.pass });
    strands.push({ input, reading, digests, handOver: null, begun: false, over: false, summary: null });
    return index;
  }

  /** Several inputs are compared by all their events; of one, those that say something are enough. */
  function wantsAll(): boolean {
    return options.keepEvents === true || !story.isAlone();
  }

  /** Zone and year are decided together where they can be, because inputs of one host share them. */
  function begin(which: readonly Strand[]): void {
    const { zone = null, year = null, now = Date.now() } = options;
    const seen = [...which, ...strands.filter((strand) => strand.begun)];
    const surveyed: readonly Surveyed[] = seen.map(({ input, reading }) => ({
      survey: reading.survey(),
      options: { zone, year, now, modified: input.modified ?? null },
    }));
    const known = chronologies(surveyed);
    for (const [index, strand] of which.entries()) {
      const chronology = known[index];
      strand.begun = true;
      if (strand.input.elsewhere === true && !strand.over) strand.handOver = handOverOf(strand, surveyed, index);
      else if (chronology !== undefined) strand.reading.begin(chronology);
    }
  }

  function handOverOf({ input, reading }: Strand, surveyed: readonly Surveyed[], own: number): HandOver {
    const { date = null, maxRecord = null } = options;
    return { name: input.name, surveyed, own, sample: reading.handOver(), date, maxRecord, keepStrange, whole: wantsAll() };
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
    handOver(index) {
      const strand = strands[index];
      const handOver = strand?.handOver ?? null;
      if (strand !== undefined) strand.handOver = null;
      return handOver;
    },
    pushDigest: (index, digest) => strands[index]?.digests.read(digest),
    end(index, summary) {
      const strand = strands[index];
      if (strand === undefined) return;
      strand.over = true;
      if (summary !== undefined) strand.summary = summary;
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
      const logs = new Set(inputs.flatMap(({ name }) => (redaction === null ? [name] : [name, redaction.inputName(name)])));
      const known = { inputs, strays, unread: unread.summary((input) => logs.has(input)) };
      const clock = options.clockOf?.(inputs[0]?.zone.name ?? 'UTC') ?? null;
      const expectHosts = options.findings?.expectHosts ?? [];
      const expected = redaction === null ? expectHosts : pseudonymsOf(expectHosts, redaction);
      const search = searchFindings(known, { clock, ...options.findings, expectHosts: expected });
      const all = spaces.spaces();
      const behaviours = all.map((space) => {
        // Meetings that are kept in another form are made once for all that look at them.
        const whole = { ...space };
        const behaviour = behaviourOf(whole);
        search.space(whole, behaviour);
        return behaviour;
      });
      const findings = search.end();
      const analysis = { ...known, spaces: all, behaviours, findings, ...(options.keepEvents === true ? { events } : {}) };
      return redaction === null ? analysis : redactedRest(analysis, redaction);
    },
  };
}
