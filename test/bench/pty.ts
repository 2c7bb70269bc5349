/** The built inspector on a terminal of its own: keys go in, and what is drawn comes out with its time. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));

export interface Pressed {
  /** From the writing of the key until the screen that it leads to; null = it changed nothing that is seen. */
  readonly ms: number | null;
  /** The same without the time in which the thread of the terminal waited for a processor, as others had them; null = not measured. */
  readonly free: number | null;
  readonly bytes: number;
}

export interface Pty {
  /** From the start until something was drawn, ms. */
  readonly opened: number;
  press(key: string): Promise<Pressed>;
  /** Whether the log is read to its end. */
  isWhole(): boolean;
  /** MB. */
  memory(): number;
  close(): void;
}

/** Longer than this nobody waits for a key: it is taken for one that changes nothing. */
const patience = 700;

export async function openPty(columns: number, rows: number, log: string): Promise<Pty> {
  const folder = mkdtempSync(join(tmpdir(), 'inspect-keys-'));
  const note = join(folder, 'pid');
  const inspect = `stty cols ${columns} rows ${rows}; echo $$ > '${note}'; exec '${process.execPath}' '${program}' inspect '${log}'`;
  const env = { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8', NO_COLOR: undefined, CI: undefined };
  const began = performance.now();
  const child = spawn('script', ['-qfec', inspect, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  let whole = false;
  let heard: (text: string) => void = () => undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    const text = chunk.toString();
    // The first row says how much is read, and the zone once all is.
    whole ||= firstRow(text).includes('UTC');
    heard(text);
  });
  await new Promise<void>((resolve) => {
    heard = (text) => text.includes('Meetings') && resolve();
  });
  const opened = performance.now() - began;
  const pid = Number(readFileSync(note, 'utf8'));
  return {
    opened,
    press: (key) => pressed(child, pid, key, (listener) => void (heard = listener)),
    isWhole: () => whole,
    memory: () => Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    close() {
      child.stdin?.write('q');
      child.stdin?.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function pressed(
  child: ChildProcess,
  pid: number,
  key: string,
  listen: (listener: (text: string) => void) => void,
): Promise<Pressed> {
  const waited = waitedFor(pid);
  const from = performance.now();
  const frame = new Promise<{ readonly ms: number | null; readonly bytes: number }>((resolve) => {
    const timer = setTimeout(() => resolve({ ms: null, bytes: 0 }), patience);
    listen((text) => {
      // How much is read stands on the first row: what comes of it is no answer.
      if (![...text.matchAll(/\u001b\[(\d+);\d+H/gu)].some(([, row]) => row !== '1')) return;
      clearTimeout(timer);
      resolve({ ms: performance.now() - from, bytes: Buffer.byteLength(text) });
    });
  });
  child.stdin?.write(key);
  const { ms, bytes } = await frame;
  listen(() => undefined);
  const after = waitedFor(pid);
  return { ms, bytes, free: ms === null || waited === null || after === null ? null : Math.max(0, ms - (after - waited)) };
}

/** Milliseconds that the first thread of a process has waited for a processor; Linux tells it to the nanosecond. */
function waitedFor(pid: number): number | null {
  const file = `/proc/${pid}/task/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[1]) / 1e6 : null;
}

/** What is written to the first row. */
function firstRow(text: string): string {
  return text
    .split(/\u001b\[(?=\d+;\d+H)/u)
    .filter((part) => part.startsWith('1;'))
    .join('');
}

/** Whether there is a pseudo-terminal to be had. */
export function hasPty(): boolean {
  return process.platform === 'linux' && readdirSync('/usr/bin').includes('script');
}
