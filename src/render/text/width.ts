/** Text in columns: widths as terminals count them. */
import stringWidth from 'string-width';

export function width(text: string): number {
  // Plain ASCII, which nearly everything is, needs no table.
  return /^[ -~]*$/u.test(text) ? text.length : stringWidth(text);
}

/** Cuts to so many columns, with an ellipsis where something is missing. */
export function shorten(text: string, columns: number, ellipsis = '…'): string {
  if (width(text) <= columns) return text;
  const room = columns - width(ellipsis);
  if (room <= 0) return ellipsis.slice(0, Math.max(0, columns));
  let cut = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text.slice(0, columns * 12))) {
    const next = width(segment);
    if (used + next > room) break;
    cut += segment;
    used += next;
  }
  return `${cut}${ellipsis}`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts or fills to exactly so many columns. */
export function fit(text: string, columns: number, ellipsis = '…'): string {
  const cut = shorten(text, columns, ellipsis);
  return cut + ' '.repeat(Math.max(0, columns - width(cut)));
}

/** Breaks a sentence into lines of at most so many columns, at blanks. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && width(line) + 1 + width(word) > columns) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? shorten(word, columns) : `${line} ${shorten(word, columns)}`;
  }
  return line === '' ? lines : [...lines, line];
}
