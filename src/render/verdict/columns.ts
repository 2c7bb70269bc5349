/** Columns of text, by the width that a terminal gives to characters. */
import { widthOf } from '#view/shorten.ts';

/** Colours take no column. */
function width(text: string): number {
  return widthOf(text.includes('\u001b') ? text.replaceAll(/\u001b\[[0-9;]*m/g, '') : text);
}

/** Fills with blanks to so many columns. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** The widest of some texts, but no wider than a limit. */
export function widest(texts: readonly string[], limit: number): number {
  return Math.min(limit, Math.max(0, ...texts.map(width)));
}

/** A paragraph in lines of so many columns; words that are longer stay whole, as ids and paths must be copied. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && width(line) + 1 + width(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A paragraph under a hanging indent. */
export function hang(first: string, rest: string, text: string, columns: number): readonly string[] {
  const lines = wrap(text, Math.max(20, columns - width(rest)));
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`);
}

export interface Cell {
  readonly text: string;
  /** Colours, put on after the width is known. */
  readonly paint: (text: string) => string;
}

/** Rows under a heading; the last column wraps, the others are as wide as they need to be. */
export function table(rows: readonly (readonly Cell[])[], columns: number): readonly string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: Math.max(0, count - 1) }, (_, at) =>
    widest(
      rows.map((row) => row[at]?.text ?? ''),
      60,
    ),
  );
  const used = widths.reduce((sum, each) => sum + each + 2, 0);
  const beside = columns - used >= 32;
  return rows.flatMap((row) => {
    const last = row[count - 1];
    const alone = last === undefined || last.text === '' || !beside;
    // Nothing stands behind the last cell of a line: it needs no blanks.
    const head = widths
      .map((each, at) =>
        (row[at]?.paint ?? plain)(alone && at === widths.length - 1 ? (row[at]?.text ?? '') : pad(row[at]?.text ?? '', each)),
      )
      .join('  ');
    if (last === undefined || last.text === '') return [head];
    const lines = wrap(last.text, beside ? columns - used : Math.max(20, columns - 4));
    if (!beside) return [head, ...lines.map((line) => `    ${last.paint(line)}`)];
    return lines.map((line, index) => `${index === 0 ? head : ' '.repeat(used - 2)}  ${last.paint(line)}`);
  });
}

function plain(text: string): string {
  return text;
}
