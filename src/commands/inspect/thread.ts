/** The thread that reads: however long that takes, the terminal's own thread hears every key. */
import { constants, setPriority } from 'node:os';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { flag } from '../specification.ts';
import type { Output, Streams } from '../streams.ts';
import { watchFiles } from './growth.ts';
import { createPass, type Pass, type Post } from './pass.ts';
import { pack, type Task } from './report.ts';

const task: Task = workerData;

const post: Post = (report, meetings = []) => {
  const parcel = pack(report, meetings);
  parentPort?.postMessage(parcel, [parcel.report.buffer]);
};

const note: Output = { isTTY: false, columns: null, write: async (text) => post({ kind: 'note', text: String(text) }) };
const streams: Streams = {
  stdin: Object.assign(chunks(), { isTTY: task.stdinIsTerminal }),
  ...{ stdout: note, stderr: note, env: process.env, now: Date.now },
  stop: new AbortController().signal,
};

async function* chunks(): AsyncGenerator<Uint8Array> {
  for await (const chunk of process.stdin) if (chunk instanceof Uint8Array) yield chunk;
}

/** What is read again in so many milliseconds needs no word about it. */
const short = 1000;
/** Between two readings: as long as one takes, but nobody wants to wait longer than so many milliseconds for it to begin. */
const longestRest = 5000;

// Where there are more threads than processors, keys come first. (Elsewhere the whole process would have to wait.)
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
try {
  await read();
} catch (error) {
  post({ kind: 'failed', ...faultOf(error) });
  await setImmediate();
}

async function read(): Promise<void> {
  if (!flag(task.options, 'follow')) return createPass(task, streams, post).read();
  /** What the terminal looks at; null = nothing is read to its end yet. */
  let seen: Pass | null = null;
  let lasted = 0;
  const tellLines = (): void => {
    if (seen !== null) post({ kind: 'grown', lines: seen.linesByNow(), soon: lasted < short });
  };
  const watch = watchFiles(task.inputs, tellLines);
  for (;;) {
    const began = performance.now();
    const pass = createPass(task, streams, post, watch.add);
    try {
      await pass.read();
      seen = pass;
    } catch (error) {
      if (seen === null) throw error;
      post({ kind: 'stuck', message: faultOf(error).message });
    }
    lasted = performance.now() - began;
    if (watch.isStale()) tellLines();
    // What is open may change with every line, so that all is read again; of a file that never rests, with rests between.
    await setTimeout(Math.min(lasted, longestRest));
    await watch.changed();
  }
}

function faultOf(error: unknown): { readonly name: string; readonly message: string } {
  return error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) };
}
