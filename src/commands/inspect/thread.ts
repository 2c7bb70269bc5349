/** The thread that reads: however long that takes, the terminal's own thread hears every key. */
import { constants, setPriority } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Output, Streams } from '../streams.ts';
import { flag } from '../specification.ts';
import { createPass, type Outlet } from './pass.ts';
import { pack, type Question, type Report, type Task } from './report.ts';
import { growth } from './growth.ts';

const port = parentPort;
const task: Task = workerData;
/** Meetings by the keys of their entries: of what was read last to its end, and of what is being read. */
const meetings: Outlet['meetings'] = new Map();
/** Participants in one part of an answer. */
const perPart = 48;

function post(report: Report): void {
  const packed = pack(report);
  port?.postMessage(packed, [packed.buffer]);
}

function answer({ key }: Question): void {
  const known = meetings.get(key);
  if (known === undefined) return;
  const { meeting, findings } = known;
  const { participants } = meeting;
  post({ kind: 'meeting', key, meeting: { ...meeting, participants: [] }, findings, parts: Math.ceil(participants.length / perPart) });
  for (let at = 0; at < participants.length; at += perPart) post({ kind: 'part', key, participants: participants.slice(at, at + perPart) });
}

const outlet: Outlet = {
  post,
  meetings,
  hear() {
    if (port === null) return;
    for (let heard = receiveMessageOnPort(port); heard !== undefined; heard = receiveMessageOnPort(port)) answer(heard.message);
  },
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
port?.on('message', answer);
try {
  const following = flag(task.options, 'follow');
  const grown = following ? growth(task.inputs) : null;
  await createPass(task, streams, outlet).read();
  // What is open may change with every line: a file that has grown is read again.
  for await (const _ of grown ?? [])
    await createPass(task, streams, outlet)
      .read()
      .catch(() => undefined);
} catch (error) {
  const known = error instanceof Error ? error : new Error(String(error));
  post({ kind: 'failed', name: known.name, message: known.message });
  await setImmediate();
}
