/** The terminal that the inspector talks to: the keyboard comes from the device when a log comes from the pipe. */
import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import type { Streams } from '../streams.ts';

export interface Device {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Lets go of what was opened for it. */
  close(): void;
}

/** Why there is no interactive terminal, in a sentence; else the terminal. */
export function openDevice({ env }: Streams, pasting: boolean): Device | string {
  const { stdout } = process;
  if (stdout.isTTY !== true) return 'inspect needs a terminal to draw on, and its output goes elsewhere';
  if (env['TERM'] === 'dumb') return 'inspect needs a terminal that can move its cursor, and TERM is dumb';
  // What is pasted takes standard input to its end.
  if (process.stdin.isTTY === true && !pasting) return { stdin: process.stdin, stdout, close: () => undefined };
  try {
    const keyboard = new ReadStream(openSync(process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r'));
    return { stdin: keyboard, stdout, close: () => void keyboard.destroy() };
  } catch {
    return 'inspect needs a keyboard, and there is no terminal behind this process';
  }
}

/** Has a fault that nobody caught told instead of printed over the screen. Returns how to end that. */
export function catchFaults(told: (error: unknown) => void): () => void {
  process.on('uncaughtException', told);
  return () => void process.off('uncaughtException', told);
}
