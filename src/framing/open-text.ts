/** The text that is being read carefully: its line breaks are taken out, and remembered beside it. */

import { firstWithout } from '#model/halving.ts';
import type { Widths } from './wrap.ts';

/** A place where a physical line begins. */
export interface LineMark {
  /** Offset in the text. */
  readonly at: number;
  /** Physical line, from 1. */
  readonly line: number;
  /** Whether blank lines stand before it. */
  readonly gap: boolean;
  /** How long the line before it was: it shows a hard wrap. null = it did not end in a line break. */
  readonly widths: Widths | null;
  /** The lines around all end with a blank, which a mail program put there. */
  readonly isPadded: boolean;
  /** The line before it ended with a soft break of quoted-printable. */
  readonly isSoft: boolean;
  /** The line stood in a field of an export. */
  readonly envelope: 'json' | 'csv' | null;
}

/** A text without its breaks, and where they were; `marks[0].at` is 0 when a line begins there. */
export interface View {
  readonly text: string;
  readonly marks: readonly LineMark[];
}

export interface OpenText {
  /** Appends one undressed line, or (mark null) more of the line before. */
  append(text: string, mark: Omit<LineMark, 'at'> | null): void;
  /** What follows is the rest of a line whose beginning was read elsewhere. */
  resume(mark: Omit<LineMark, 'at'>): void;
  /** Puts another text in the place of so many characters at its end. */
  replaceEnd(count: number, text: string): void;
  /** So many characters of its end. */
  end(count: number): string;
  length(): number;
  view(): View;
  /** Forgets what stands before `from`. The line that goes on there keeps its number. */
  keepFrom(from: number): void;
}

export function createOpenText(): OpenText {
  let pieces: string[] = [];
  let marks: LineMark[] = [];
  let length = 0;

  const join = (): string => {
    const text = pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('');
    pieces = [text];
    return text;
  };
  return {
    append(text, mark) {
      if (mark !== null) marks.push({ at: length, ...mark });
      pieces.push(text);
      length += text.length;
    },
    resume(mark) {
      marks.push({ at: length - 1, ...mark });
    },
    replaceEnd(count, replacement) {
      if (count === 0 && replacement === '') return;
      const text = join();
      const to = text.length - count;
      pieces = [text.slice(0, to) + replacement];
      length = to + replacement.length;
      // Lines that are gone leave none: the one that goes on behind them counts.
      const kept = marks.filter((mark) => mark.at <= to);
      const last = marks.at(-1);
      marks = last === undefined || last.at <= to ? kept : [...kept, { ...last, at: to }];
    },
    end(count) {
      let text = '';
      for (let index = pieces.length - 1; index >= 0 && text.length < count; index -= 1) text = (pieces[index] ?? '') + text;
      return text.slice(-count);
    },
    length: () => length,
    view: () => ({ text: join(), marks }),
    keepFrom(from) {
      const text = join().slice(from);
      const current = markAt(marks, from);
      const rest = marks.filter((mark) => mark.at > from).map((mark) => ({ ...mark, at: mark.at - from }));
      marks = current === null ? rest : [{ ...current, at: Math.min(0, current.at - from) }, ...rest];
      pieces = [text];
      length = text.length;
    },
  };
}

/** The last mark at or before an offset: the line that a character stands on. */
export function markAt(marks: readonly LineMark[], at: number): LineMark | null {
  return marks[markIndex(marks, at)] ?? null;
}

/** Its index; -1 when there is none. */
export function markIndex(marks: readonly LineMark[], at: number): number {
  const low = firstWithout(0, marks.length, (place) => (marks[place]?.at ?? 0) <= at);
  return low - 1;
}
