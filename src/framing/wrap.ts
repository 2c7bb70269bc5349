/**
 * How the lines around were wrapped. A hard wrap cuts every line at one width, inside words; a word wrap moves the word that does not
 * fit, so that the lines differ. Which of the two it was decides whether a line break stands for a blank.
 */

/** hard = nothing stood at the break; word = a blank did, unless a hyphen ends the line; null = not proven. */
export type WrapStyle = 'hard' | 'word' | null;

/**
 * How long a line was, by every measure that a wrap may have gone by: in bytes and in characters, with its dress; in characters without
 * it (quoted after wrapping); and with its characters mended (turned into HTML after wrapping).
 */
export type Widths = readonly [bytes: number, dressed: number, undressed: number, mended: number];

/** A line that was broken inside a record. */
export interface BrokenLine {
  readonly line: number;
  /** Blank lines follow it. */
  readonly gap: boolean;
  readonly widths: Widths | null;
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
const measures = [0, 1, 2, 3] as const;

export function createWraps(): Wraps {
  let lines: Known[] = [];

  const judge: Wraps['judge'] = ({ line, gap, widths }, nextWord) => {
    if (widths === null) return null;
    const around = lines.filter((other) => Math.abs(other.line - line) <= neighbourhood);
    if (around.length < provingLines) return null;
    // A blank line among lines that have none between them ends a paragraph.
    if (gap && around.filter((other) => other.gap).length * 2 < around.length) return null;
    for (const measure of measures) {
      const style = judgeHard(
        around.map((other) => other.widths[measure]),
        widths[measure],
      );
      if (style !== undefined) return style;
    }
    const widest = Math.max(...around.map((other) => other.widths[2]));
    return widths[2] + 1 + nextWord > widest ? 'word' : null;
  };

  return {
    add({ line, gap, widths }) {
      if (widths === null) return;
      lines.push({ line, gap, widths });
      if (lines.length > 16 * neighbourhood) lines = lines.filter((other) => line - other.line <= 4 * neighbourhood);
    },
    judge,
  };
}

interface Known {
  readonly line: number;
  readonly gap: boolean;
  readonly widths: Widths;
}

/** undefined = the lines around were not hard-wrapped by this measure. */
function judgeHard(around: readonly number[], own: number): WrapStyle | undefined {
  const counts = new Map<number, number>();
  for (const width of around) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [first = [0, 0], second = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  const widest = Math.max(...around);
  // A text that was wrapped twice is a comb: long and short lines in turn.
  const isComb = second[1] >= provingLines && (first[1] + second[1]) * 10 >= around.length * 9 && Math.max(first[0], second[0]) === widest;
  if (isComb && first[1] * 3 < around.length * 2 && (own === first[0] || own === second[0])) return 'hard';
  const nearly = around.filter((width) => width <= first[0] && width >= first[0] - strippedBlanks).length;
  if (first[1] < provingLines || first[0] !== widest || first[1] * 2 <= around.length || nearly * 5 < around.length * 3) return undefined;
  if (own === widest) return 'hard';
  return own >= widest - strippedBlanks ? 'word' : null;
}
