/** Files that are being written: when the process is told to stop, none is left half-written. */
import { rmSync } from 'node:fs';
import { constants } from 'node:os';

const files = new Set<string>();
/** Ctrl-C only ends the reading, and then the file gets its end. */
const signals = ['SIGTERM', 'SIGHUP'] as const;

function remove(): void {
  for (const file of files) rmSync(file, { force: true });
}

function stop(signal: NodeJS.Signals): void {
  // As a shell counts what a signal ended; leaving removes the files.
  process.exit(128 + constants.signals[signal]);
}

/** The file exists from now on, and is not whole. */
export function begun(file: string): void {
  if (files.size === 0) {
    for (const signal of signals) process.on(signal, stop);
    process.on('exit', remove);
  }
  files.add(file);
}

/** The file is whole, or gone. */
export function finished(file: string): void {
  files.delete(file);
  if (files.size > 0) return;
  for (const signal of signals) process.off(signal, stop);
  process.off('exit', remove);
}
