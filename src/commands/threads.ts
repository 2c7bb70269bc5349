/** Threads that read inputs: while one frames and reads, the other reconstructs; several large files are read at the same time. */
import { Worker } from 'node:worker_threads';
import type { HandOver } from '../pipeline.ts';
import type { ThreadAnswer, ThreadData, ThreadOrder } from '../reading-thread.ts';

/** Where the bundle has the thread's program, beside the file that holds this module. */
declare const __THREAD__: string | undefined;

export interface InputThread {
  /**
   * Reads an input that was handed over, and what is left of its bytes.
   * @param next the next bytes; null = there are no more
   */
  begin(handOver: HandOver, next: () => Promise<Uint8Array | null>): void;
  /** Whether it has an input. */
  isBusy(): boolean;
  /**
   * What has become of the next bytes.
   * @throws when the thread fails
   */
  next(): Promise<ThreadAnswer>;
  stop(): void;
}

/** So many chunks are on their way: enough that no thread waits for the other. */
const mostUnderWay = 4;
/** MB: most of what a thread makes is handed over at once. */
const youngSpace = 8;

export function startThread(workerData: ThreadData): InputThread {
  const file = new URL(typeof __THREAD__ === 'string' ? __THREAD__ : '../reading-thread.ts', import.meta.url);
  const worker = new Worker(file, { workerData, resourceLimits: { maxYoungGenerationSizeMb: youngSpace } });
  const answers: ThreadAnswer[] = [];
  let failure: unknown = null;
  let wake: (() => void) | null = null;
  let nextChunk: (() => Promise<Uint8Array | null>) | null = null;
  let underWay = 0;
  let begun = false;

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

  /** Sends bytes until enough are under way. */
  const feed = async (): Promise<void> => {
    while (nextChunk !== null && underWay < mostUnderWay) {
      const chunk = await nextChunk();
      if (chunk !== null) {
        // A copy: the source may still look at its own.
        const bytes = new Uint8Array(chunk);
        order({ kind: 'chunk', chunk: bytes }, [bytes.buffer]);
        continue;
      }
      nextChunk = null;
      order({ kind: 'end' });
    }
  };

  return {
    begin(handOver, next) {
      begun = true;
      const { sample, ...what } = handOver;
      const first = [...sample];
      nextChunk = async () => first.shift() ?? (await next());
      order({ kind: 'begin', what });
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
      return answer;
    },
    stop() {
      void worker.terminate();
    },
  };
}
