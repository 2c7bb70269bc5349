/** A damage, and the lines of a text. */
import type { Random } from '../truth/world/random.ts';

/** The order in which such things happen to a text. */
export type Stage = 'signs' | 'records' | 'wrap' | 'dress' | 'around' | 'breaks';

export interface Damage {
  readonly name: string;
  readonly stage: Stage;
  readonly apply: (text: string, random: Random) => string;
  /** Blanks in names may be lost with it: names with several blanks are no fair test. */
  readonly losesBlanks?: boolean;
}

export const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');
export const textOf = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
export const eachLine = (write: (line: string, place: number, all: readonly string[]) => string) => (text: string) =>
  textOf(linesOf(text).map(write));
