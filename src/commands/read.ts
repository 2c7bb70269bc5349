/** Inputs → analysis: what every command that reads logs begins with. */
import { availableParallelism } from 'node:os';
import { type Grammar, GrammarError, type GrammarSource, packagedGrammar, readUserGrammar } from '#grammar/index.ts';
import { inputLimits, type Opened, type OpenFile, openSources, type Source, standardInputName } from '#input/index.ts';
import type { Analysis } from '#model/index.ts';
import { createRedaction, type Redaction } from '#redaction/index.ts';
import type { AnalyzeOptions } from '../options.ts';
import { createPipeline, type HandOver, type Pipeline } from '../pipeline.ts';
import type { PlacedMeeting } from '../spaces.ts';
import type { ReadingOptions } from './common.ts';
import { emptyInput, expected, faultIn, isLossy, labelOf, sentenceOf, timelessInput } from './faults.ts';
import { createProgress, type Progress } from './progress.ts';
import { writeRedactMap } from './redact-map.ts';
import { InputError, type Streams } from './streams.ts';
import type { InputThread } from './threads.ts';
import { untilAborted } from './until-aborted.ts';
import { writeUnparsed } from './unparsed.ts';

export interface ReadResult {
  readonly analysis: Analysis;
  /** What the pseudonyms stand for; null = nothing is redacted. */
  readonly redaction: Redaction | null;
  /** 0; 1 when an input could not be read although others could; 130 when Ctrl-C ended the reading. */
  readonly code: 0 | 1 | 130;
}

/** What an analysis should hold beside what the command line says. */
export interface ReadWishes extends Pick<AnalyzeOptions, 'keepEvents' | 'keepTies' | 'clockOf' | 'findings' | 'onMeeting' | 'keep'> {
  /** Opens sources in a way of its own, for example to see their bytes go by. */
  readonly open?: (source: Source) => AsyncIterable<Uint8Array>;
  /** Told how much of a file was read that was not seen going by: a thread reads files by itself, from their beginning. */
  readonly passed?: (name: string, bytes: number) => void;
}

/** Takes meetings as soon as they are over, so that none has to be held. */
export interface MeetingSink {
  take(placed: PlacedMeeting): void;
  /** Called between chunks of input: the time to write what was taken. */
  flush(): Promise<void>;
}

/** So many files are read side by side; more are read one after the other, their events kept until all are known. */
const sideBySide = 32;

/** A file of so many bytes is worth a thread; a stream of unknown length is, once it has shown that it is no short one. */
const worthThread = 16e6;

/** An input that is read side by side with others. */
interface Open {
  readonly name: string;
  readonly chunks: AsyncIterator<Uint8Array>;
  /** What a thread can read by itself. */
  readonly file: OpenFile | null;
  /** The thread that reads it; null = this one does, or it is not known yet whether it is worth one. */
  thread: InputThread | null;
}

interface Round {
  readonly pipeline: Pipeline;
  /** So many inputs can be read on threads of their own. */
  threads: number;
  startThread(): Promise<InputThread>;
  readonly streams: Streams;
  readonly progress: Progress;
  /** Each is told once, although an archive in which the reading ends may have ended in a member. */
  readonly problems: Set<string>;
  readonly passed: string[];
  /** Inputs that nobody named: what turns out to hold no record was passed over, too. */
  readonly found: string[];
  open(source: Source): AsyncIterable<Uint8Array>;
  readByThread(name: string, bytes: number): void;
  flush(): Promise<void>;
}

/**
 * Reads all inputs as one story.
 * @throws InputError when nothing can be read, or nothing read holds a record of a CMS log
 */
export async function read(
  inputs: readonly string[],
  options: ReadingOptions,
  streams: Streams,
  { open, passed = () => undefined, ...wishes }: ReadWishes = {},
  sink: MeetingSink | null = null,
): Promise<ReadResult> {
  const { zone, year, date, maxRecord } = options;
  const redaction = options.redact ? createRedaction() : null;
  const { grammar, ownSources } = grammarOf(options);
  const openChunks = open ?? ((source: Source) => source.open());
  const pipeline = createPipeline(
    {
      zone,
      year,
      date,
      maxRecord,
      keepStrange: options.unparsed !== null,
      now: streams.now(),
      grammar,
      ...(redaction === null ? {} : { redact: redaction }),
      ...wishes,
    },
    sink === null ? null : (placed) => sink.take(placed),
  );
  const progress = createProgress(streams, options.quiet, options.paste || inputs.includes(standardInputName));
  const flush = () => sink?.flush() ?? Promise.resolve();
  const round: Round = {
    ...{ pipeline, streams, progress, readByThread: passed, problems: new Set<string>(), passed: [], found: [], flush },
    // Pseudonyms are given on one thread.
    threads: redaction === null && availableParallelism() > 1 ? availableParallelism() : 0,
    startThread: async () => (await import('./threads.ts')).startThread({ grammar: ownSources }),
    open: (source) => untilAborted(openChunks(source), streams.stop),
  };
  const names = await namesOf(inputs, options, streams);
  await readSideBySide(round, await addAll(round, names, options));
  const analysis = pipeline.finish();
  await sink?.flush();
  await progress.end();
  await report(round, analysis, redaction, options, names);
  if (redaction !== null && options.redactMap !== null) await writeRedactMap(redaction, options.redactMap);
  if (streams.stop.aborted) return { analysis, redaction, code: 130 };
  return { analysis, redaction, code: round.problems.size > 0 || (options.strict && isLossy(analysis)) ? 1 : 0 };
}

/** Without any input, standard input is read; a terminal only when asked to, for it would seem to hang. */
async function namesOf(inputs: readonly string[], options: ReadingOptions, streams: Streams): Promise<readonly string[]> {
  const names = options.paste && !inputs.includes(standardInputName) ? [...inputs, standardInputName] : inputs;
  if (streams.stdin.isTTY !== true) return names.length > 0 ? names : [standardInputName];
  if (names.includes(standardInputName)) await streams.stderr.write('Paste the log, then press Ctrl-D (Ctrl-C gives up).\n');
  if (names.length > 0) return names;
  throw new InputError(
    [
      'there is nothing to read. Give it logs in one of these ways:',
      '  cms-timeline bridge1.log bridge2.log     files, directories, archives such as logbundle.tar.gz',
      '  pbpaste | cms-timeline                   whatever is piped in',
      '  cms-timeline --paste                     what you paste into the terminal',
      'cms-timeline --help shows the rest.',
    ].join('\n'),
  );
}

/** Adds every source; what passes by is read at once. Returns what is to be read side by side, by the pipeline's numbers. */
async function addAll(round: Round, names: readonly string[], options: ReadingOptions): Promise<ReadonlyMap<number, Open>> {
  const open = new Map<number, Open>();
  const { streams, progress } = round;
  const reading = {
    standardInput: streams.stdin,
    limits: { ...inputLimits, ...options.limits },
    stop: streams.stop,
    expect: progress.expect,
    progressed: progress.add,
  };
  for await (const source of openSources(names, reading)) {
    if (source.kind !== 'source') {
      note(round, source);
      continue;
    }
    const passing = source.passing || open.size >= sideBySide;
    const { name, modified, named } = source;
    if (!named) round.found.push(name);
    const elsewhere = !passing && (source.size ?? worthThread) >= worthThread && round.threads > 0;
    if (elsewhere) round.threads -= 1;
    const index = round.pipeline.add({ name, modified, named, passing, elsewhere });
    if (passing) {
      await readThrough(round, index, source);
      continue;
    }
    // A thread takes a moment to start: of a file that is known to be long, while its beginning is looked at.
    const thread = elsewhere && source.size !== null ? await round.startThread() : null;
    const file = elsewhere && source.file?.keep() === true ? source.file : null;
    open.set(index, { name, chunks: round.open(source)[Symbol.asyncIterator](), file, thread });
  }
  return open;
}

function note(round: Round, opened: Exclude<Opened, Source>): void {
  if (opened.kind === 'problem') fault(round, `${labelOf(opened.name)}: ${opened.message}.`);
  else round.passed.push(`${labelOf(opened.name)} ${opened.reason}`);
}

/** What is cut off because the user stopped is no fault. */
function fault({ streams, problems }: Round, sentence: string): void {
  if (!streams.stop.aborted) problems.add(sentence);
}

async function readThrough(round: Round, index: number, source: Source): Promise<void> {
  try {
    for await (const chunk of round.open(source)) {
      round.pipeline.push(index, chunk);
    }
  } catch (error) {
    fault(round, faultIn(source.name, error));
  }
  round.pipeline.end(index);
}

async function readSideBySide(round: Round, open: ReadonlyMap<number, Open>): Promise<void> {
  const { pipeline } = round;
  try {
    for (let wanted = pipeline.wants(); wanted !== null; wanted = pipeline.wants()) {
      const input = open.get(wanted);
      const handOver = pipeline.handOver(wanted);
      if (handOver !== null && input !== undefined) {
        input.thread ??= await round.startThread();
        begin(round, input, input.thread, handOver);
      }
      await (input?.thread?.isBusy() === true ? readElsewhere(round, wanted, input, input.thread) : readHere(round, wanted, input));
      await round.flush();
    }
  } finally {
    for (const { thread, file } of open.values()) {
      thread?.stop();
      await file?.close();
    }
  }
}

/** A file is read by its thread from the beginning; of other inputs, the bytes that were surveyed come first. */
function begin(round: Round, input: Open, thread: InputThread, { sample, ...task }: HandOver): void {
  const { file } = input;
  const first = [...sample];
  if (file !== null) thread.begin(task, { kind: 'file', file: file.number, isOver: () => round.streams.stop.aborted });
  else thread.begin(task, { kind: 'chunks', next: async () => first.shift() ?? (await nextOf(round, input)) });
}

async function readHere(round: Round, wanted: number, input: Open | undefined): Promise<void> {
  const chunk = await nextOf(round, input);
  if (chunk === null) round.pipeline.end(wanted);
  else round.pipeline.push(wanted, chunk);
}

async function readElsewhere(round: Round, wanted: number, { name, file, chunks }: Open, thread: InputThread): Promise<void> {
  const { pipeline, progress } = round;
  try {
    const answer = await thread.next();
    pipeline.pushDigest(wanted, answer.digest);
    if (file !== null) {
      progress.add(answer.read);
      round.readByThread(name, answer.read);
    }
    if (answer.fault !== null) fault(round, `${labelOf(name)}: ${answer.fault}.`);
    if (answer.summary === null) return;
    pipeline.end(wanted, answer.summary);
    if (file !== null) await chunks.return?.();
  } catch (error) {
    fault(round, `${sentenceOf(error)}.`);
    pipeline.end(wanted);
  }
}

/** The next bytes of an input; null = it is over, or what is left of it cannot be read. */
async function nextOf(round: Round, input: Open | undefined): Promise<Uint8Array | null> {
  try {
    const chunk = await input?.chunks.next();
    return chunk === undefined || chunk.done === true ? null : chunk.value;
  } catch (error) {
    fault(round, `${sentenceOf(error)}.`);
    return null;
  }
}

async function report(
  round: Round,
  analysis: Analysis,
  redaction: Redaction | null,
  options: ReadingOptions,
  names: readonly string[],
): Promise<void> {
  const { problems, streams } = round;
  const said = analysis.inputs.filter(({ records }) => records > 0);
  for (const input of analysis.inputs) for (const problem of emptyInput(input)) problems.add(problem);
  if (said.length === 0) {
    if (streams.stop.aborted) throw new InputError('stopped before a record of a CMS log was read.');
    if (problems.size === 0) problems.add(`${names.map(labelOf).join(', ')}: no record of a CMS log is in it; ${expected}.`);
    throw new InputError([...problems].join('\ncms-timeline: '));
  }
  for (const problem of problems) await streams.stderr.write(`cms-timeline: ${problem}\n`);
  for (const sentence of said.flatMap(timelessInput)) await streams.stderr.write(`cms-timeline: ${sentence}\n`);
  const logs = new Set(analysis.inputs.map(({ name }) => name));
  for (const name of round.found)
    if (!logs.has(redaction?.inputName(name) ?? name)) round.passed.push(`${labelOf(name)} holds no record of a CMS log`);
  if (options.verbose) for (const passed of round.passed) await streams.stderr.write(`cms-timeline: passed over: ${passed}.\n`);
  await writeUnparsed(analysis, options, streams);
}

function grammarOf(options: ReadingOptions): { readonly grammar: Grammar; readonly ownSources: readonly GrammarSource[] } {
  try {
    const ownSources = readUserGrammar(options.grammar);
    return { grammar: packagedGrammar(ownSources), ownSources };
  } catch (error) {
    if (error instanceof GrammarError) throw new InputError(error.message);
    if (error instanceof Error && 'code' in error) throw new InputError(`--grammar: ${error.message}.`);
    throw error;
  }
}
