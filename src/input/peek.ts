/** Looking at the first bytes of a stream without taking them from it. */

export interface Peeked {
  /** The first bytes: as many as were asked for, unless the stream is shorter. */
  readonly head: Uint8Array;
  /** The whole stream, the first bytes included. */
  readonly rest: AsyncIterable<Uint8Array>;
}

export async function peek(stream: AsyncIterable<Uint8Array>, least: number): Promise<Peeked> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let failure: { readonly error: unknown } | null = null;
  while (length < least) {
    try {
      const next = await iterator.next();
      if (next.done === true) break;
      chunks.push(next.value);
      length += next.value.length;
    } catch (error) {
      // What came before the fault is still of use; the fault comes in its place.
      failure = { error };
      break;
    }
  }
  return { head: Buffer.concat(chunks).subarray(0, least), rest: again(chunks, iterator, failure) };
}

async function* again(
  chunks: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
  failure: { readonly error: unknown } | null,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
    if (failure !== null) throw failure.error;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
