/** The streams of the real process. */
import type { Writable } from 'node:stream';
import type { Output, Streams } from './streams.ts';

export function processStreams(): Streams {
  const { stdin } = process;
  return {
    stdin: Object.assign(chunks(), { isTTY: stdin.isTTY === true, close: () => void stdin.destroy() }),
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env: process.env,
    now: Date.now,
  };
}

async function* chunks(): AsyncGenerator<Uint8Array> {
  for await (const chunk of process.stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
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
