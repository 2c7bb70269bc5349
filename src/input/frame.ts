/** One compressed frame out of a stream, by the decoders of Node: to its end and not a byte further. */
import type { Transform } from 'node:stream';
import type { Cursor } from './cursor.ts';

/** So much is held before the decoder waits. */
const mostHeld = 1 << 20;
/** Bytes that are given to the decoder at once, a share of all before: a fault costs what went in with it. */
const leastPiece = 16;
const mostPiece = 1 << 14;

/** The decoders of `node:zlib`, which count what they have taken. */
export interface Decoder extends Transform {
  readonly bytesWritten: number;
}

interface Decoding {
  readonly ready: Uint8Array[];
  /** The piece given last was taken. */
  done: boolean;
  over: boolean;
  failure: Error | null;
  took(): void;
  /** Waits until something happens. */
  change(): Promise<void>;
}

/** Events rather than iteration: an iteration forgets what came before a fault. */
function observed(decoder: Decoder): Decoding {
  let wake = (): void => undefined;
  const state: Decoding = {
    ready: [],
    done: false,
    over: false,
    failure: null,
    took() {
      state.done = true;
      wake();
    },
    change: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  };
  decoder.on('data', (chunk: Uint8Array) => {
    state.ready.push(chunk);
    if (state.ready.reduce((sum, { length }) => sum + length, 0) > mostHeld) decoder.pause();
    wake();
  });
  decoder.on('end', () => {
    state.over = true;
    wake();
  });
  decoder.on('error', (error) => {
    state.failure = error;
    wake();
  });
  return state;
}

/**
 * What a frame holds. The cursor stands behind it afterwards, or, after a fault, before the piece that has it.
 * @throws Error of the decoder, after all that came before the fault
 */
export async function* frame(cursor: Cursor, decoder: Decoder): AsyncGenerator<Uint8Array> {
  const state = observed(decoder);
  const { ready } = state;
  try {
    for (;;) {
      const piece = await cursor.some(Math.min(mostPiece, Math.max(leastPiece, Math.floor(cursor.taken / 64))));
      const before = decoder.bytesWritten;
      state.done = false;
      if (piece === null) decoder.end();
      else decoder.write(piece, state.took);
      for (;;) {
        yield* ready.splice(0);
        decoder.resume();
        if (ready.length > 0) continue;
        if (state.failure !== null) {
          if (piece !== null) cursor.giveBack(piece);
          throw state.failure;
        }
        if (state.over) {
          if (piece !== null) cursor.giveBack(piece.subarray(decoder.bytesWritten - before));
          return;
        }
        if (state.done) break;
        await state.change();
      }
    }
  } finally {
    decoder.destroy();
  }
}
