/**
 * Decides what a line break inside a message stands for, as far as that is certain: nothing, or a blank, which stands before the `\n` then,
 * as a message may end with any line. The rest stays `\n`.
 */
import { findBrokenGuids } from './guid.ts';
import type { BrokenLine, WrapStyle, Wraps } from './wrap.ts';

/** A message with `\n` (`\n\n` where blank lines stood) at its breaks, and the broken line before each of them. */
export interface BrokenMessage {
  readonly text: string;
  /** One for each run of `\n`, in order. */
  readonly broken: readonly BrokenLine[];
}

/** A message, and whether a GUID in it had to be joined. */
export interface SettledMessage {
  readonly text: string;
  readonly guidJoined: boolean;
  /** The physical lines behind the line breaks that are left in it. */
  readonly lines: readonly number[];
}

/** Blanks are taken from where they begin: a run of them is looked through once. */
const breaks = /(?:(?<! ) +)?\n{1,2} */g;

const noLines: readonly number[] = [];

export function settle(message: BrokenMessage, wraps: Wraps): SettledMessage {
  const { text, broken } = message;
  const styles = broken.length === 0 ? [] : stylesOf(message, wraps);
  // Cut at a width and put together again, a GUID is whole: nothing more to look for.
  if (broken.length > 0 && styles.every((style) => style === 'hard')) {
    return { text: text.replaceAll('\n', ''), guidJoined: broken.some(({ inside }) => inside), lines: noLines };
  }
  const guids = findBrokenGuids(text);
  if (guids.length === 0 && broken.length === 0) return { text, guidJoined: false, lines: noLines };
  let index = 0;
  let settled = '';
  const lines: number[] = [];
  let from = 0;
  const upTo = (to: number): void => {
    settled += text.slice(from, to).replace(breaks, (found: string, offset: number) => {
      const style = styles[index] ?? null;
      const isPadded = broken[index]?.isPadded === true;
      const line = broken[index]?.line;
      index += 1;
      const left = joint(text, from + offset, isPadded && style === null ? ` ${found}` : found, style);
      if (left.includes('\n') && line !== undefined) lines.push(line);
      return left;
    });
  };
  for (const { from: start, to, guid } of guids) {
    upTo(start);
    settled += guid;
    index += text.slice(start, to).match(/\n{1,2}/g)?.length ?? 0;
    from = to;
  }
  upTo(text.length);
  return { text: settled, guidJoined: guids.length > 0, lines };
}

function stylesOf({ text, broken }: BrokenMessage, wraps: Wraps): readonly WrapStyle[] {
  let at = -1;
  return broken.map((line) => {
    at = text.indexOf('\n', at + 1);
    while (text.charAt(at + 1) === '\n') at += 1;
    return wraps.judge(line, () => wordLength(text, at + 1));
  });
}

function joint(text: string, at: number, found: string, style: WrapStyle): string {
  if (style === 'hard') return found.replaceAll('\n', '');
  if (found.includes('\n\n') && style === null) return '\n\n';
  if (found.includes(' ')) return ' \n';
  if (style === 'word') return endsInHyphen(text, at) ? '' : ' \n';
  return '\n';
}

/** Word wraps break behind a hyphen without a blank; ` -` is a dash between words. */
function endsInHyphen(text: string, at: number): boolean {
  return text.charAt(at - 1) === '-' && text.charAt(at - 2) !== ' ';
}

/** Up to the blank or hyphen where a word wrap may break. */
function wordLength(text: string, from: number): number {
  const word = / {0,8}[^ \-\n]{0,300}-?/y;
  word.lastIndex = from;
  return word.exec(text)?.[0].length ?? 0;
}
