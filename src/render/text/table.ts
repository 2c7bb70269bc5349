/** Rows of aligned cells under a heading. */
import { fill, fillLeft, widthOf } from '#view/shorten.ts';
import type { Style, Tone } from './style.ts';

export interface Column {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Where there is no room for all columns, those of the smallest number go first. */
  readonly weight: number;
  /** Widest it may become. */
  readonly most: number;
}

export interface Cell {
  readonly text: string;
  readonly tone: Tone;
}

const gap = '  ';

export interface Table {
  readonly head: string;
  readonly rows: readonly string[];
}

/** @param columns what the widest row may take */
export function tableOf(table: readonly Column[], rows: readonly (readonly Cell[])[], columns: number, style: Style): Table {
  const widths = table.map(({ head, most }, at) =>
    Math.min(
      most,
      rows.reduce((widest, row) => Math.max(widest, widthOf(row[at]?.text ?? '')), widthOf(head)),
    ),
  );
  const shown = new Set(table.keys().filter((at) => at === 0 || rows.some((row) => (row[at]?.text ?? '') !== '')));
  const used = (): number => [...shown].reduce((sum, at) => sum + (widths[at] ?? 0) + gap.length, -gap.length);
  while (used() > columns && shown.size > 1) {
    const lightest = [...shown].reduce((least, at) => ((table[at]?.weight ?? 0) < (table[least]?.weight ?? 0) ? at : least));
    shown.delete(lightest);
  }
  const line = (cells: readonly Cell[]): string =>
    table
      .flatMap(({ align }, at) => {
        const cell = cells[at];
        if (!shown.has(at)) return [];
        const text = (align === 'left' ? fill : fillLeft)(cell?.text ?? '', widths[at] ?? 0, style.signs.ellipsis);
        return [style.paint(text, cell?.tone ?? 'plain')];
      })
      .join(gap)
      .trimEnd();
  return { head: line(table.map(({ head }) => ({ text: head, tone: 'faint' }))), rows: rows.map(line) };
}
