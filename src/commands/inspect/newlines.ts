/** Where lines begin, as far as bytes have gone by: the place of every so many-th, so that a gigabyte takes little memory. */

export interface Newlines {
  add(chunk: Uint8Array): void;
  /** The nearest known beginning of a line at or before a line (from 1). */
  before(line: number): { readonly line: number; readonly offset: number };
  /** Lines that have begun so far. */
  count(): number;
}

const every = 128;
const newline = 10;

export function createNewlines(): Newlines {
  const offsets: number[] = [0];
  let lines = 1;
  let bytes = 0;
  let endsWithNewline = false;
  return {
    add(chunk) {
      const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      for (let at = view.indexOf(newline); at >= 0; at = view.indexOf(newline, at + 1)) {
        if (lines % every === 0) offsets.push(bytes + at + 1);
        lines += 1;
      }
      bytes += chunk.length;
      endsWithNewline = view.at(-1) === newline;
    },
    before(line) {
      const index = Math.max(0, Math.min(offsets.length - 1, Math.floor((line - 1) / every)));
      return { line: index * every + 1, offset: offsets[index] ?? 0 };
    },
    count: () => (endsWithNewline || bytes === 0 ? lines - 1 : lines),
  };
}
