/** The thread that reads: however long that takes, the terminal's own thread hears every key. */
import { constants, setPriority } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Output, Streams } from '../streams.ts';
import { flag } from '../specification.ts';
import { createPass, type Post } from './pass.ts';
import { pack, type Task } from './report.ts';
import { growth } from './growth.ts';

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

// Where there are more threads than processors, keys come first. (Elsewhere the whole process would have to wait.)
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
try {
  const following = flag(task.options, 'follow');
  const grown = following ? growth(task.inputs) : null;
  await createPass(task, streams, post).read();
  // What is open may change with every line: a file that has grown is read again.
  for await (const _ of grown ?? [])
    await createPass(task, streams, post)
      .read()
      .catch(() => undefined);
} catch (error) {
  const known = error instanceof Error ? error : new Error(String(error));
  post({ kind: 'failed', name: known.name, message: known.message });
  await setImmediate();
}
