/** Threads that read inputs: while one frames and reads, the other reconstructs; several large files are read at the same time. */
import { Worker } from 'node:worker_threads';
import type { FileNumber } from '#input/index.ts';
import type { SpentDigest } from '../digest.ts';
import type { ThreadAnswer, ThreadData, ThreadOrder, ThreadTask } from '../reading-thread.ts';

/** Where the bundle has the thread's program, beside the file that holds this module. */
declare const __THREAD__: string | undefined;

/** Where a thread has the bytes from: a file that it reads itself, until more is not wanted, or whoever gives it the next. */
export type Supply =
  | { readonly kind: 'file'; readonly file: FileNumber; readonly isOver: () => boolean }
  /** null = there are no more. */
  | { readonly kind: 'chunks'; readonly next: () => Promise<Uint8Array | null> };

export interface InputThread {
  /** Reads an input that was handed over. */
  begin(task: ThreadTask, supply: Supply): void;
  /** Whether it has an input. */
  isBusy(): boolean;
  /**
   * What has become of the next bytes; holds until the next is asked for.
   * @throws when the thread fails
   */
  next(): Promise<ThreadAnswer>;
  stop(): void;
}

/** So many chunks are on their way: enough that no thread waits for the other. */
const mostUnderWay = 8;
/** MB: most of what a thread makes is handed over at once. */
const youngSpace = 8;

export function startThread(workerData: ThreadData): InputThread {
  const file = new URL(typeof __THREAD__ === 'string' ? __THREAD__ : '../reading-thread.ts', import.meta.url);
  const worker = new Worker(file, { workerData, resourceLimits: { maxYoungGenerationSizeMb: youngSpace } });
  const answers: ThreadAnswer[] = [];
  let failure: unknown = null;
  let wake: (() => void) | null = null;
  let supply: Supply | null = null;
  let underWay = 0;
  let begun = false;
  /** What was read last: it goes back. */
  let spent: SpentDigest | null = null;

  const woken = (): void => {
    wake?.();
    wake = null;
  };
  worker.on('message', (answer: ThreadAnswer) => {
    answers.push(answer);
    woken();
  });
  worker.on('error', (error) => {
    failure = error;
    woken();
  });

  const order = (told: ThreadOrder, moved: readonly ArrayBuffer[] = []): void => {
    underWay += 1;
    worker.postMessage(told, [...moved]);
  };

  /** Sends orders until enough are under way. */
  const feed = async (): Promise<void> => {
    while (supply !== null && underWay < mostUnderWay) {
      if (supply.kind === 'file' && !supply.isOver()) {
        order({ kind: 'more', spent }, buffersOf(spent));
        spent = null;
        continue;
      }
      const chunk = supply.kind === 'file' ? null : await supply.next();
      if (chunk === null) {
        supply = null;
        order({ kind: 'end' });
        continue;
      }
      // A copy: the source may still look at its own.
      const bytes = new Uint8Array(chunk);
      order({ kind: 'chunk', chunk: bytes, spent }, [bytes.buffer, ...buffersOf(spent)]);
      spent = null;
    }
  };

  return {
    begin(what, from) {
      begun = true;
      supply = from;
      order({ kind: 'begin', what, file: from.kind === 'file' ? from.file : null });
    },
    isBusy: () => begun,
    async next() {
      await feed();
      while (answers.length === 0 && failure === null) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const answer = answers.shift();
      if (answer === undefined) throw failure;
      underWay -= 1;
      if (answer.summary !== null) supply = null;
      spent = answer.digest;
      return answer;
    },
    stop() {
      void worker.terminate();
    },
  };
}

function buffersOf(spent: SpentDigest | null): readonly ArrayBuffer[] {
  return spent === null ? [] : [spent.bytes.buffer, spent.rows.buffer, spent.moments.buffer];
}
