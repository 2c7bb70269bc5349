/** The streams of the real process. */
import type { Writable } from 'node:stream';
import type { Output, Streams } from './streams.ts';

export function processStreams(): Streams {
  const { stdin } = process;
  const stop = stopSignal();
  return {
    stdin: Object.assign(chunks(stop), { isTTY: stdin.isTTY === true, close: () => void stdin.destroy() }),
    stdout: output(process.stdout),
    stderr: output(process.stderr),
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

/** Standard input; it ends when it ends, or when the user wants no more of it. */
async function* chunks(stop: AbortSignal): AsyncGenerator<Uint8Array> {
  const iterator = process.stdin[Symbol.asyncIterator]();
  const stopped = new Promise<{ readonly done: true; readonly value: undefined }>((resolve) => {
    stop.addEventListener('abort', () => resolve({ done: true, value: undefined }), { once: true });
  });
  for (;;) {
    const next: IteratorResult<unknown> = await Promise.race([iterator.next(), stopped]);
    if (next.done === true) return;
    if (next.value instanceof Uint8Array) yield next.value;
  }
}

function output(stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }): Output {
  // A reader that has seen enough (`| head`) closes the pipe: that is no error, and nothing more has to be written.
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed = true;
    if (error.code !== 'EPIPE') process.exitCode = 1;
  });
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      return columnsOf(stream.columns);
    },
    write: (text) =>
      closed
        ? Promise.resolve()
        : new Promise((resolve) => {
            stream.write(text, () => resolve());
          }),
  };
}

/** `COLUMNS` counts where it is set; a pipe has no width. */
function columnsOf(own: number | undefined): number | null {
  const set = Number(process.env['COLUMNS']);
  return Number.isInteger(set) && set > 0 ? set : (own ?? null);
}
