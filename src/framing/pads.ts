/** Blanks at the ends of all lines: mail programs put them there (`format=flowed`), also in the middle of words that were cut before. */
import type { Behind } from './undress.ts';

/** So many lines in a row end with a blank by chance in one of a hundred thousand cases. */
const provingLines = 6;
/** Zeros and returns are of the line break. */
const padded = / [\0\r]{0,4}$/;
/** Of the next line no more is known. */
const knownLength = 400;

export interface Pads {
  /** Whether a line, the one before, and enough of the others around them end with a blank. */
  isPadded(line: string, behind: Behind): boolean;
}

export function createPads(): Pads {
  let run = 0;
  return {
    isPadded(line, behind) {
      if (line.trim() === '') return false;
      run = padded.test(line) ? run + 1 : 0;
      return run >= provingLines || (run > 1 && run + padsAhead(behind) >= provingLines);
    },
  };
}

function padsAhead({ next, later }: Behind): number {
  if (next.length >= knownLength) return 0;
  const lines = [next, ...later.split(/\r?\n|\r/).slice(0, -1)].filter((line) => line.trim() !== '');
  const bare = lines.findIndex((line) => !padded.test(line));
  return bare === -1 ? lines.length : bare;
}
