/** Bounds of what is read: beyond them an input is refused with a sentence, and the rest is still read. */
export interface InputLimits {
  /** Bytes after decompression, of one input. */
  readonly bytes: number;
  /** Bytes after decompression for one before it. */
  readonly ratio: number;
  /** Members of one archive. */
  readonly members: number;
  /** Archives and compressions within each other. */
  readonly depth: number;
}

export const inputLimits: InputLimits = { bytes: 256 * 2 ** 30, ratio: 1000, members: 100_000, depth: 6 };

/** A ratio says nothing before there is something: logs repeat themselves, and begin so. */
export const ratioCountsFrom = 64 * 2 ** 20;

/** A file that begins with more zeros than this is taken for no text. */
export const longestHole = 16 * 2 ** 20;
