/** Reads the log for the inspector: what is known so far while it is read, and again when the file has grown. */
import { stat } from 'node:fs/promises';
import type { Analysis } from '#model/index.ts';
import type { Book } from '#render/inspector/book.ts';
import { createBook } from '#render/inspector/create-book.ts';
import type { LineNeed } from '#render/inspector/raw.ts';
import type { LineBlock, Progress } from '#render/inspector/state.ts';
import type { Change } from '#render/inspector/store.ts';
import { newsOf, withBook, withMessage, withProgress } from '#render/inspector/told.ts';
import { select } from '#view/select.ts';
import { collectSpaces } from '../../spaces.ts';
import { selectionOf } from '../common.ts';
import { type Seen, see } from '../seen.ts';
import { flag, type RawOptions, text } from '../specification.ts';
import type { Streams } from '../streams.ts';
import { createLineStore, type LineStore } from './line-store.ts';

export interface Reader {
  /** Reads to the end, and follows where that is asked for. Ends when all is read once. */
  read(tell: (change: Change) => void): Promise<void>;
  /** The first bytes have come. */
  readonly begun: Promise<void>;
  lines(need: LineNeed): LineBlock;
  find(input: string, text: string, line: number, direction: 1 | -1): Promise<number | null>;
  stop(): void;
  code(): 0 | 1 | 130;
}

/** What is known before anything is read. */
export function emptyBook(): Book {
  return createBook(partial(collectSpaces()), { zone: 'UTC', whole: false, before: null });
}

function partial(spaces: ReturnType<typeof collectSpaces>): Analysis {
  const unread = { records: [], recordCount: 0, lines: [], lineCount: 0 };
  return { inputs: [], spaces: spaces.spaces(), findings: [], behaviours: [], strays: [], unread };
}

/** Milliseconds between two looks at what is known so far, and at a file that may grow. */
const pause = 250;
/** Keys are heard at least this often while chunks follow each other, ms. */
const turn = 12;

export function createReader(inputs: readonly string[], options: RawOptions, streams: Streams): Reader {
  const begun = Promise.withResolvers<void>();
  const following = flag(options, 'follow');
  const stopping = new AbortController();
  const reading: Streams = { ...streams, stop: stopping.signal };
  let code: 0 | 1 | 130 = 0;
  let book = emptyBook();
  let store: LineStore | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function once(tell: (change: Change) => void, first: boolean): Promise<void> {
    const spaces = collectSpaces();
    const { space, participant } = selectionOf(options);
    const zone = text(options, 'showZone') ?? text(options, 'zone') ?? 'UTC';
    let bytes = 0;
    let total: number | null = 0;
    let told = performance.now();
    let heard = told;
    let fresh = false;
    const progress = (done: boolean): Progress => ({ bytes, total, done, following });
    const show = (): void => {
      const seen = select(partial(spaces), { spaces: space, participants: participant, window: null });
      book = createBook(seen, { zone, whole: false, before: book });
      const now = book;
      tell((state) => withBook(state, now, progress(false)));
    };
    const lineStore = createLineStore(async (length) => {
      bytes += length;
      if (first) begun.resolve();
      const now = performance.now();
      if (first && now - told >= pause) {
        told = now;
        if (fresh) show();
        else tell((state) => withProgress(state, progress(false)));
        fresh = false;
      }
      if (now - heard < turn) return;
      await new Promise((resolve) => setImmediate(resolve));
      heard = performance.now();
    });
    if (first) store = lineStore;
    const seen: Seen = await see(inputs, options, reading, {
      wholeMeetings: true,
      onMeeting: (placed) => {
        fresh = true;
        spaces.add(placed.space, placed.meeting);
      },
      open(source) {
        total = total === null || source.size === null ? null : total + source.size;
        return lineStore.observe(source);
      },
    });
    if (stopping.signal.aborted) return;
    code = seen.code;
    store = lineStore;
    const before = book;
    book = createBook(seen.analysis, { zone: seen.zone, whole: true, before });
    const now = book;
    const news = first ? null : newsOf(before, now);
    tell((state) => {
      const next = withBook({ ...state, lines: null }, now, progress(true));
      return news === null ? next : withMessage(next, { text: news, tone: 'plain' });
    });
  }

  /** A file that has grown is read again: what is known of its open meetings may change with every line. */
  async function follow(tell: (change: Change) => void, sizes: string): Promise<void> {
    if (stopping.signal.aborted || !following) return;
    const began = performance.now();
    const now = await sizesOf(inputs);
    if (now !== sizes) await once(tell, false).catch(() => undefined);
    // Never busy more than a fifth of the time, however large the file.
    const rest = Math.max(pause, (performance.now() - began) * 4);
    if (!stopping.signal.aborted) timer = setTimeout(() => void follow(tell, now), rest);
  }

  return {
    async read(tell) {
      const sizes = await sizesOf(inputs);
      await once(tell, true);
      void follow(tell, sizes);
    },
    begun: begun.promise,
    lines: (need) => store?.lines(need) ?? { input: need.input, first: need.first, lines: [], total: null, missing: null },
    find: (input, what, line, direction) => store?.find(input, what, line, direction) ?? Promise.resolve(null),
    stop() {
      stopping.abort();
      if (timer !== null) clearTimeout(timer);
      // A pipe that goes on would keep the process alive.
      if (process.stdin.isTTY !== true) process.stdin.destroy();
    },
    code: () => code,
  };
}

async function sizesOf(inputs: readonly string[]): Promise<string> {
  const sizes = await Promise.all(
    inputs.map((name) =>
      stat(name).then(
        ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
        () => '',
      ),
    ),
  );
  return sizes.join('\n');
}
