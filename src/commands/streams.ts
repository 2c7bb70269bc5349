/** The process as commands see it: nothing in the program touches the real one. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The present, ms UTC: only to guess years and to name it in progress. */
  now(): number;
  /** Fires when the user wants to stop (Ctrl-C): what is known by then is still told. */
  readonly stop: AbortSignal;
}

export interface Output {
  write(text: string | Uint8Array): Promise<void>;
  readonly isTTY: boolean;
  readonly columns: number | null;
}

/** The user asked for something impossible: one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whoever reads standard output has seen enough: nothing is left to do. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** An input or output could not be used: one sentence, exit code 1. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
