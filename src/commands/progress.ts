/** How far reading has come: on a terminal, and only when it takes longer than a second. */
import type { Streams } from './streams.ts';

export interface Progress {
  /** So many bytes are to be read in all; null = not known. */
  expect(bytes: number | null): void;
  /** So many of them were read. */
  add(bytes: number): void;
  /** Takes the line away. */
  end(): Promise<void>;
}

const patience = 1000;
const pause = 200;

export function createProgress(streams: Streams, quiet: boolean, isPasted: boolean): Progress {
  const { stdin, stderr, now } = streams;
  // A terminal that is pasted into shows what has come by itself.
  const silent = quiet || !stderr.isTTY || (stdin.isTTY === true && isPasted);
  const start = now();
  let shownAt = start;
  let shown = false;
  let done = 0;
  let total: number | null = null;
  /** Lines follow each other, and nothing waits for them. */
  let writing = Promise.resolve();
  const write = (text: string): void => {
    writing = writing.then(() => stderr.write(text));
  };
  return {
    expect(bytes) {
      total = bytes;
    },
    add(bytes) {
      done += bytes;
      if (silent) return;
      const at = now();
      if (at - start < patience || at - shownAt < pause) return;
      shownAt = at;
      shown = true;
      write(`\r\u001b[K${line(done, total, at - start)}`);
    },
    async end() {
      if (shown) write('\r\u001b[K');
      await writing;
    },
  };
}

/** `412 MB of 1.0 GB, 180 MB/s, 3 s left`; a file that grows while it is read has no end in sight. */
function line(done: number, total: number | null, ms: number): string {
  const rate = done / Math.max(1, ms);
  const whole = total !== null && total >= done ? total : null;
  const left = whole === null ? '' : `, ${time(Math.ceil((whole - done) / Math.max(1, rate) / 1000))} left`;
  return `reading ${amount(done)}${whole === null ? '' : ` of ${amount(whole)}`}, ${amount(rate * 1000)}/s${left}`;
}

function time(seconds: number): string {
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

function amount(bytes: number): string {
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
