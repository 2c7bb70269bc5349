/** Bytes until the user stops. */

/** What was read before the user stopped is of use; what is being unpacked may still have much to give although nothing more goes into it. */
const mostAfterStop = 1 << 22;

export async function* untilAborted(chunks: AsyncIterable<Uint8Array>, stop: AbortSignal): AsyncGenerator<Uint8Array> {
  let after = 0;
  for await (const chunk of chunks) {
    yield chunk;
    if (stop.aborted) after += chunk.length;
    if (after > mostAfterStop) return;
  }
}
