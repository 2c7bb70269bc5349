/** The log as the terminal knows it: what the thread that reads tells, and what it is asked for. */
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Book, Entry, Scene } from '#render/inspector/book.ts';
import { createBook, type Known } from '#render/inspector/create-book.ts';
import { newsOf } from '#render/inspector/news.ts';
import type { LineNeed } from '#render/inspector/raw.ts';
import type { LineBlock, Progress } from '#render/inspector/state.ts';
import type { Change } from '#render/inspector/store.ts';
import { withBook, withGrowth, withMessage, withProgress, withScene } from '#render/inspector/told.ts';
import { flag, type RawOptions, text } from '../specification.ts';
import { InputError, type Streams, UsageError } from '../streams.ts';
import { createChores } from './chores.ts';
import { type FindingPiece, listOfFindings } from './finding-list.ts';
import { createLineStore, type LineStore } from './line-store.ts';
import { crowdIn, type PackedMeeting, unpackInSteps } from './packed-meeting.ts';
import { type Parcel, type Report, type Row, type Task, type ToldEntry, unpack } from './report.ts';
import { createScenes, type Stage } from './scenes.ts';

export interface Reader {
  /** Reads to the end, and follows where that is asked for. Ends when all is read once. */
  read(tell: (change: Change) => void): Promise<void>;
  /** The first meetings are known. */
  readonly begun: Promise<void>;
  lines(need: LineNeed): LineBlock;
  find(input: string, text: string, line: number, direction: 1 | -1): Promise<number | null>;
  /** Has meetings at hand that will probably be looked at next. */
  foresee(entries: readonly Entry[]): void;
  stop(): Promise<void>;
  code(): 0 | 1 | 130;
}

/** What is known before anything is read. */
export function emptyBook(): Book {
  return createBook({ inputs: [], entries: [], findings: [], zone: 'UTC', whole: false }, { of: () => null });
}

/** One reading, as far as it was told. */
interface Reading {
  readonly lines: LineStore;
  readonly entries: Map<string, Entry>;
  readonly meetings: Map<string, PackedMeeting>;
  /** What is known at the end; null = it is not told yet. */
  end: { readonly report: Extract<Report, { readonly kind: 'end' }>; readonly entries: Entry[]; readonly findings: FindingPiece[] } | null;
}

export function createReader(inputs: readonly string[], options: RawOptions, streams: Streams): Reader {
  const begun = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  // What comes from a pipe cannot be read again: its end is the end.
  const following = flag(options, 'follow') && inputs.some((name) => name !== '-');
  const zone = text(options, 'showZone') ?? text(options, 'zone') ?? 'UTC';
  const chores = createChores();
  let tell: (change: Change) => void = () => undefined;
  let code: 0 | 1 | 130 = 0;
  let book = emptyBook();
  let progress: Progress = { bytes: 0, total: null, done: false, following, behind: 'no' };
  // With pseudonyms there is no log to look at: only the records that were written anew.
  const absent = flag(options, 'redact') ? 'with --redact the log is not shown; the record as it was read:' : 'this input is not at hand';
  const newReading = (): Reading => ({ lines: createLineStore(absent), entries: new Map(), meetings: new Map(), end: null });
  let reading = newReading();
  /** The reading that is seen. */
  let seen = reading;

  const worker = start({ inputs, options, stdinIsTerminal: streams.stdin.isTTY === true }, streams);
  const stage: Stage = {
    book: () => book,
    meeting(key) {
      const packed = seen.meetings.get(key);
      return packed === undefined ? null : unpackInSteps(packed);
    },
  };
  const scenes = createScenes(chores, stage, (scene: Scene) => tell((state) => withScene(state, scene)));
  worker.on('message', ({ report, meetings }: Parcel) => {
    chores.add(function* () {
      take(unpack(report), meetings);
      yield;
    });
  });
  worker.on('error', (error) => {
    const told = spoken(error);
    done.reject(told);
    // Once all was read, this is the end of following only.
    tell((state) => withMessage(state, { text: `nothing new is read any more: ${told.message}`, tone: 'error' }));
  });

  function take(report: Report, meetings: readonly PackedMeeting[]): void {
    switch (report.kind) {
      case 'progress': {
        for (const news of report.lines) reading.lines.learn(news);
        progress = { ...progress, bytes: report.bytes, total: report.total };
        if (progress.done) return catchUp('reading');
        return show();
      }
      case 'entries':
        for (const [index, entry] of report.entries.entries()) addEntry(entry, meetings[index]);
        return;
      case 'end':
        reading.end = { report, entries: [], findings: [] };
        return;
      case 'findings':
        reading.end?.findings.push(report.piece);
        return;
      case 'rows':
        return addRows(report.rows, meetings);
      case 'whole':
        return end();
      case 'grown':
        for (const news of report.lines) seen.lines.learn(news);
        if (!report.soon) progress = { ...progress, behind: 'waiting' };
        return tell((state) => withGrowth(state, progress));
      case 'stuck':
        progress = { ...progress, behind: 'no' };
        return tell((state) => withMessage({ ...state, progress }, { text: `not read again: ${report.message}`, tone: 'warning' }));
      case 'note':
        return void streams.stderr.write(report.text);
      case 'failed':
        return done.reject(errorOf(report));
    }
  }

  function addEntry(entry: ToldEntry, meeting: PackedMeeting | undefined): void {
    if (meeting === undefined) return;
    reading.entries.set(entry.key, { ...entry, crowd: crowdIn(meeting) });
    reading.meetings.set(entry.key, meeting);
  }

  function addRows(rows: readonly Row[], meetings: readonly PackedMeeting[]): void {
    const [...more] = meetings;
    for (const { key, findings, entry: changed } of rows) {
      if (changed !== null) addEntry(changed, more.shift());
      const entry = reading.entries.get(key);
      if (entry !== undefined) reading.end?.entries.push({ ...entry, findings });
    }
  }

  /** All is read again; what takes no time needs no word about it. */
  function catchUp(behind: Progress['behind']): void {
    if (progress.behind === 'no') return;
    progress = { ...progress, behind };
    const now = progress;
    tell((state) => withProgress(state, now));
  }

  /** What is known so far. */
  function show(): void {
    const now = progress;
    if (reading.entries.size === book.entries.length) return tell((state) => withProgress(state, now));
    const known = bookOf({ inputs: [], entries: [...reading.entries.values()], findings: [], zone, whole: false });
    begun.resolve();
    tell((state) => withBook(state, known, now));
  }

  function end(): void {
    if (reading.end === null) return;
    const { report, entries, findings } = reading.end;
    const before = book;
    const isFirst = !progress.done;
    code = report.code;
    progress = { ...progress, done: true, behind: 'no' };
    const now = progress;
    const known = bookOf({ inputs: report.inputs, entries, findings: listOfFindings(findings), zone: report.zone, whole: true });
    if (seen !== reading) seen.lines.close();
    seen = reading;
    reading = newReading();
    const news = isFirst ? null : newsOf(before, known);
    tell((state) => {
      const next = withBook({ ...state, lines: null }, known, now);
      return news === null ? next : withMessage(next, { text: news, tone: 'plain' });
    });
    done.resolve();
  }

  function bookOf(known: Known): Book {
    book = createBook(known, scenes);
    return book;
  }

  return {
    read(told) {
      tell = told;
      return done.promise;
    },
    begun: begun.promise,
    lines: (need) => seen.lines.lines(need),
    find: (input, what, line, direction) => seen.lines.find(input, what, line, direction),
    foresee: (entries) => scenes.foresee(entries),
    async stop() {
      chores.stop();
      await worker.terminate();
      seen.lines.close();
      if (seen !== reading) reading.lines.close();
      // A pipe that goes on would keep the process alive.
      if (process.stdin.isTTY !== true) process.stdin.destroy();
    },
    code: () => code,
  };
}

/** Starts the thread; what it cannot have by itself is standard input. */
function start(task: Task, { stop }: Streams): Worker {
  const { inputs, stdinIsTerminal } = task;
  // In the package the thread is a file of its own beside this one, as it is among the sources.
  const ending = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
  const worker = new Worker(new URL(`./thread${ending}`, import.meta.url), {
    workerData: task,
    stdin: true,
    // Its temporary files are read from here.
    trackUnmanagedFds: false,
    resourceLimits: { maxOldGenerationSizeMb: memory() },
  });
  const needsInput = inputs.includes('-') || (inputs.length === 0 && (!stdinIsTerminal || task.options['paste'] === true));
  if (needsInput && worker.stdin !== null) {
    const { stdin } = worker;
    process.stdin.pipe(stdin);
    stop.addEventListener('abort', () => process.stdin.unpipe(stdin) && stdin.end());
  }
  return worker;
}

/** Threads of Node have a bound of memory of their own; what else fails is a fault of ours. */
function spoken(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new InputError(
    `the log needs more memory than the ${memory()} MB that Node takes by itself; NODE_OPTIONS=--max-old-space-size=${memory() * 2} gives it more.`,
  );
}

/** What this process may have, MB. */
function memory(): number {
  return Math.round(getHeapStatistics().heap_size_limit / 2 ** 20);
}

function errorOf({ name, message }: Extract<Report, { readonly kind: 'failed' }>): Error {
  switch (name) {
    case 'UsageError':
      return new UsageError(message);
    case 'InputError':
      return new InputError(message);
    default:
      return new Error(message);
  }
}
