/** A stream of bytes, taken as they are needed: formats say how many they want next. */

/** A stream that fails gives what came before first; then every call throws what it threw. */
export interface Cursor {
  /** Bytes taken so far. */
  readonly taken: number;
  /** The next bytes, at most so many; null = the stream is over. */
  some(most: number): Promise<Uint8Array | null>;
  /** Exactly so many bytes; null = fewer are left, and they stay. */
  exactly(count: number): Promise<Uint8Array | null>;
  /** The next bytes, which stay: fewer where the stream ends. */
  ahead(count: number): Promise<Uint8Array>;
  /** Passes over bytes; false = the stream ends before. */
  skip(count: number): Promise<boolean>;
  /** Bytes that were taken last and are not needed come next again. */
  giveBack(bytes: Uint8Array): void;
  /** All that follows. */
  rest(): AsyncGenerator<Uint8Array>;
  /** No more is wanted. */
  close(): Promise<void>;
}

export function createCursor(stream: AsyncIterable<Uint8Array>): Cursor {
  const iterator = stream[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  let taken = 0;
  let failure: { readonly error: unknown } | null = null;

  /** The next chunk; null = there is none, for the stream is over or has failed. */
  const chunk = async (): Promise<Uint8Array | null> => {
    if (failure !== null) return null;
    try {
      const next = await iterator.next();
      return next.done === true ? null : next.value;
    } catch (error) {
      failure = { error };
      return null;
    }
  };
  /** A fault comes in its place: behind all that came before it. */
  const end = (): null => {
    if (failure !== null) throw failure.error;
    return null;
  };
  /** Has bytes at hand; false = there are no more. */
  const fill = async (): Promise<boolean> => {
    while (held.length === 0) {
      const next = await chunk();
      if (next === null) return false;
      held = next;
    }
    return true;
  };
  const take = (count: number): Uint8Array => {
    const bytes = held.subarray(0, count);
    held = held.subarray(count);
    taken += bytes.length;
    return bytes;
  };
  /** Has so many bytes at hand in one piece, or all there are. */
  const gather = async (count: number): Promise<void> => {
    if (held.length >= count) return;
    const parts = [held];
    let length = held.length;
    while (length < count) {
      const next = await chunk();
      if (next === null) break;
      parts.push(next);
      length += next.length;
    }
    held = joined(parts, length);
  };

  return {
    get taken() {
      return taken;
    },
    some: async (most) => ((await fill()) ? take(most) : end()),
    async exactly(count) {
      await gather(count);
      return held.length < count ? end() : take(count);
    },
    async ahead(count) {
      await gather(count);
      return held.length === 0 && count > 0 ? (end() ?? held) : held.subarray(0, count);
    },
    async skip(count) {
      for (let left = count; left > 0; ) {
        if (!(await fill())) return end() ?? false;
        left -= take(left).length;
      }
      return true;
    },
    giveBack(bytes) {
      if (bytes.length === 0) return;
      taken -= bytes.length;
      held = joined([bytes, held], bytes.length + held.length);
    },
    async *rest() {
      try {
        while (await fill()) yield take(held.length);
        end();
      } finally {
        await iterator.return?.();
      }
    },
    async close() {
      await iterator.return?.();
    },
  };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
