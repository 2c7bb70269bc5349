/** The terminal that the inspector talks to: the keyboard comes from the device when a log comes from the pipe. */
import { openSync } from 'node:fs';
import { ReadStream, type WriteStream } from 'node:tty';
import type { Streams } from '../streams.ts';

export interface Device {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  /** Keys from here on are for the inspector: what is typed while it starts is not echoed over its screen. */
  attend(): void;
  /** Lets go of what was opened for it. */
  close(): void;
}

/** Why there is no interactive terminal, in a sentence; else the terminal. */
export function openDevice({ env }: Streams, pasting: boolean): Device | string {
  const { stdout } = process;
  if (stdout.isTTY !== true) return 'inspect needs a terminal to draw on, and its output goes elsewhere';
  if (env['TERM'] === 'dumb') return 'inspect needs a terminal that can move its cursor, and TERM is dumb';
  // What is pasted takes standard input to its end.
  if (process.stdin.isTTY === true && !pasting) return deviceOf(process.stdin, stdout, () => undefined);
  try {
    const keyboard = new ReadStream(openSync(process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r'));
    return deviceOf(keyboard, stdout, () => void keyboard.destroy());
  } catch {
    return 'inspect needs a keyboard, and there is no terminal behind this process';
  }
}

function deviceOf(stdin: ReadStream, stdout: WriteStream, release: () => void): Device {
  return {
    stdin,
    stdout,
    attend: () => void stdin.setRawMode(true),
    close() {
      stdin.setRawMode(false);
      release();
    },
  };
}

/** Has a fault that nobody caught told instead of printed over the screen. Returns how to end that. */
export function catchFaults(told: (error: unknown) => void): () => void {
  process.on('uncaughtException', told);
  return () => void process.off('uncaughtException', told);
}

/** Mouse and cursor as they were, and the screen that was there before; where that is so already, nothing changes. */
const asItWas = '\u001b[?1006l\u001b[?1000l\u001b[?2026l\u001b[?25h\u001b[?1049l';

/** Gives the terminal back even where whoever has the screen fails to. */
export function restoreScreen({ stdout }: Device): void {
  stdout.write(asItWas);
}
