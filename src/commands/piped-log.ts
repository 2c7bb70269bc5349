/**
 * A log on standard input that nobody asked for by name. `check` does without one, so that it must not wait for ever on a pipe that
 * whoever called it merely left open.
 */
import type { Streams } from './streams.ts';

/** Milliseconds in which a pipe has to say something. */
const patience = 2000;

/** The streams with the log on standard input, or null where there is none. */
export async function pipedLog(streams: Streams): Promise<Streams | null> {
  const { stdin } = streams;
  if (stdin.isTTY === true) return null;
  const chunks = stdin[Symbol.asyncIterator]();
  const first = await Promise.race([chunks.next(), silence()]);
  if (first === null) {
    if ('close' in stdin && typeof stdin.close === 'function') stdin.close();
    await streams.stderr.write(
      'cms-timeline: nothing comes from standard input, so there is no log to hold the configuration against; - waits for one.\n',
    );
    return null;
  }
  if (first.done === true) return null;
  return { ...streams, stdin: chained(first.value, chunks) };
}

function silence(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), patience).unref());
}

async function* chained(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
