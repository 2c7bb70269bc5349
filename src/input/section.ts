/** A part of a stream whose length is known, as a member of an archive. */
import type { Cursor } from './cursor.ts';
import { whatCame } from './member.ts';
import { InputError } from './source.ts';

const portion = 1 << 16;

export interface Section {
  /** Bytes of it that were taken. */
  readonly taken: number;
  /** What is left of it. @throws InputError where the stream ends before it does */
  bytes(): AsyncGenerator<Uint8Array>;
  /** The next bytes of it; null = fewer are left. */
  exactly(count: number): Promise<Uint8Array | null>;
  /** Passes over what is left of it. */
  leave(): Promise<void>;
}

export function createSection(cursor: Cursor, size: number, name: string): Section {
  let left = size;
  return {
    get taken() {
      return size - left;
    },
    async *bytes() {
      while (left > 0) {
        const bytes = await cursor.some(Math.min(portion, left));
        if (bytes === null) throw new InputError(name, `the archive is cut off in it; ${whatCame}`);
        left -= bytes.length;
        yield bytes;
      }
    },
    async exactly(count) {
      const bytes = count > left ? null : await cursor.exactly(count);
      if (bytes !== null) left -= count;
      return bytes;
    },
    async leave() {
      await cursor.skip(left);
      left = 0;
    },
  };
}
