/** The streams of the real process. */
import type { Writable } from 'node:stream';
import { untilStop } from '#input/until-stop.ts';
import { InputError, type Output, OutputClosed, type Streams } from './streams.ts';
import { reasonOf } from './write.ts';

export function processStreams(): Streams {
  const stop = stopSignal();
  return {
    stdin: standardInput(stop),
    stdout: output(process.stdout, 'standard output'),
    stderr: output(process.stderr, null),
    env: process.env,
    now: Date.now,
    stop,
  };
}

/** The first Ctrl-C ends the reading, the second the program. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  process.on('SIGINT', () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  });
  return controller.signal;
}

/** Opened when it is first asked for: most commands read files. */
function standardInput(stop: AbortSignal): Streams['stdin'] & { close(): void } {
  return {
    get isTTY() {
      return process.stdin.isTTY === true;
    },
    [Symbol.asyncIterator]: () => chunks(stop),
    close: () => void process.stdin.destroy(),
  };
}

/** Standard input; it ends when it ends, or when the user wants no more of it. */
async function* chunks(stop: AbortSignal): AsyncGenerator<Uint8Array> {
  const { stdin, stderr } = process;
  const stream = stdin.isTTY ? (await import('./pasted.ts')).pasted(stdin, stderr) : stdin;
  for await (const chunk of untilStop<unknown>(stream, stop)) if (chunk instanceof Uint8Array) yield chunk;
}

/**
 * A reader that has seen enough (`| head`) closes the pipe: then nothing more has to be done, and that is no error. Anything else, such as a
 * full disk, is one, but there is nobody to be told of it where standard error itself fails.
 */
function output(stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }, name: string | null): Output {
  const settle = (error: NodeJS.ErrnoException | null | undefined, resolve: () => void, reject: (error: Error) => void): void => {
    if (error == null || name === null) resolve();
    else reject(isClosed(error) ? new OutputClosed() : new InputError(`${name} cannot be written: ${reasonOf(error)}.`));
  };
  // Without a listener an error of the stream would end the process; each write hears of it by itself.
  stream.on('error', () => undefined);
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      return columnsOf(stream.columns);
    },
    write: (text) => new Promise((resolve, reject) => stream.write(text, (error) => settle(error, resolve, reject))),
  };
}

/** A write behind a failed one hears only that the stream is no more. */
function isClosed({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'EOF';
}

/** `COLUMNS` counts where it is set; a pipe has no width. */
function columnsOf(own: number | undefined): number | null {
  const set = Number(process.env['COLUMNS']);
  return Number.isInteger(set) && set > 0 ? set : (own ?? null);
}
