/** What input hands on: named streams of bytes, and what could not be read. */
import type { Instant } from '#model/index.ts';
import type { OpenFile } from './file.ts';

export interface Source {
  readonly kind: 'source';
  /** As given; members of archives as `archive!member`; standard input as `-`. */
  readonly name: string;
  /** Bytes before decompression; null = not known before it is read. */
  readonly size: number | null;
  /** When it was written last; null = not known. */
  readonly modified: Instant | null;
  /** false = it was found in a directory or archive, and may be no log at all. */
  readonly named: boolean;
  /** true = it is part of a stream, and has to be read before the next source is asked for. */
  readonly passing: boolean;
  /** The file that its text lies in as it is, open; null = there is none. */
  readonly file: OpenFile | null;
  /**
   * The bytes: decompressed, UTF-16 turned into UTF-8. Can be read once.
   * @throws InputError while it is read, with a sentence for the user
   */
  open(): AsyncIterable<Uint8Array>;
}

/** An input, or a part of one, that cannot be read. */
export interface InputProblem {
  readonly kind: 'problem';
  readonly name: string;
  /** A sentence for the user, without the name. */
  readonly message: string;
}

/** Something that was found and is no log by its first bytes: nothing is wrong, and nothing is to be read. */
export interface Passed {
  readonly kind: 'passed';
  readonly name: string;
  readonly reason: string;
}

/** Something cannot be read: its name, and a sentence that says why and what was expected. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly input: string;

  constructor(input: string, message: string) {
    super(message);
    this.input = input;
  }
}
