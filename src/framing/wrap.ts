/**
 * How the lines around were wrapped. A hard wrap cuts every line at one width, inside words; a word wrap moves the word that does not
 * fit, so that the lines differ. Which of the two it was decides whether a line break stands for a blank.
 */

/** hard = nothing stood at the break; word = a blank did, unless a hyphen ends the line; null = not proven. */
export type WrapStyle = 'hard' | 'word' | null;

/** A line that was broken inside a record. */
export interface BrokenLine {
  readonly line: number;
  readonly width: number;
  readonly mendedWidth: number;
}

export interface Wraps {
  add(broken: BrokenLine): void;
  /**
   * Judges one break among its neighbours.
   * @param nextWord - length of the word that begins the next line
   */
  judge(broken: BrokenLine, nextWord: number): WrapStyle;
}

/** Lines before and behind that count as neighbours. */
export const neighbourhood = 40;
/** Equal widths by chance are one in ten for two lines of word-wrapped text, one in a hundred for three. */
const provingLines = 3;
/** A line whose trailing blanks were stripped is this much shorter. */
const strippedBlanks = 2;

export function createWraps(): Wraps {
  let lines: BrokenLine[] = [];

  const judge: Wraps['judge'] = (broken, nextWord) => {
    const around = lines.filter((other) => Math.abs(other.line - broken.line) <= neighbourhood);
    if (around.length < provingLines) return null;
    for (const measure of ['width', 'mendedWidth'] as const) {
      const widest = Math.max(...around.map((other) => other[measure]));
      const full = around.filter((other) => other[measure] === widest).length;
      const nearly = around.filter((other) => other[measure] >= widest - strippedBlanks).length;
      if (full >= provingLines && full * 2 > around.length && nearly * 5 >= around.length * 3) {
        if (broken[measure] === widest) return 'hard';
        return broken[measure] >= widest - strippedBlanks ? 'word' : null;
      }
    }
    const widest = Math.max(...around.map((other) => other.width));
    return broken.width + 1 + nextWord > widest ? 'word' : null;
  };

  return {
    add(broken) {
      lines.push(broken);
      if (lines.length > 16 * neighbourhood) {
        const last = broken.line;
        lines = lines.filter((other) => last - other.line <= 4 * neighbourhood);
      }
    },
    judge,
  };
}
