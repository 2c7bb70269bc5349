/** A stream that ends when it ends, or when the user wants no more of it, even while it waits. */

/**
 * (`Promise.race` with one promise for all chunks would keep every chunk in memory for as long as that promise is open.)
 */
export async function* untilStop<Chunk>(stream: AsyncIterable<Chunk>, stop: AbortSignal): AsyncGenerator<Chunk> {
  const iterator = stream[Symbol.asyncIterator]();
  let end = (): void => undefined;
  const listener = (): void => end();
  stop.addEventListener('abort', listener, { once: true });
  try {
    while (!stop.aborted) {
      const next = await new Promise<IteratorResult<Chunk>>((resolve, reject) => {
        end = () => resolve({ done: true, value: undefined });
        iterator.next().then(resolve, reject);
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    stop.removeEventListener('abort', listener);
    // Not waited for: what is asked for last may never come.
    void iterator.return?.().then(undefined, () => undefined);
  }
}
