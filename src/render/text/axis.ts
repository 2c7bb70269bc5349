/** The time axis above the lanes: two lines, with the date and the zone on their left. */

import { type Instant, instant } from '#model/index.ts';
import { ticks } from '#view/axis.ts';
import { fill, fillLeft } from '#view/shorten.ts';
import { cellAt, type Scale } from './cells.ts';
import { isZoneAssumed, type Page } from './page.ts';

/** Columns of the lines of a timeline: labels, a blank, the bars, and what follows them. */
export interface Columns {
  readonly labels: number;
  readonly bars: number;
  /** 0 = there is no such column. */
  readonly waits: number;
}

/** Cells that a tick needs to itself. */
const perTick = 10;

export function axisLines(page: Page, scale: Scale, { labels, waits }: Columns): readonly string[] {
  const { signs, paint } = page.style;
  const from = instant(scale.from);
  const words = [page.face.date(from), `${page.face.zone}${isZoneAssumed(page.analysis) ? ', assumed' : ''}`];
  let names = ' '.repeat(scale.cells);
  let marks = ' '.repeat(scale.cells);
  let free = 0;
  const put = (cell: number, label: string): void => {
    const at = Math.max(0, Math.min(cell, scale.cells - label.length));
    if (at < free && free > 0) return;
    names = names.slice(0, at) + label + names.slice(at + label.length);
    marks = marks.slice(0, cell) + signs.tick + marks.slice(cell + 1);
    free = at + label.length + 2;
  };
  for (const tick of ticksOf(page, scale)) put(Math.min(scale.cells - 1, Math.floor(cellAt(scale, tick.at))), tick.label);
  const head = waits === 0 ? ['', ''] : ['', `  ${fillLeft('in the lobby', waits, signs.ellipsis)}`];
  return [names, marks].map((bars, index) =>
    paint(`${fill(words[index] ?? '', labels, signs.ellipsis)} ${bars}${head[index] ?? ''}`.trimEnd(), 'faint'),
  );
}

function ticksOf(page: Page, { from, to, cells }: Scale): readonly { readonly at: Instant; readonly label: string }[] {
  const found = ticks(instant(from), instant(to), Math.max(1, Math.floor(cells / perTick)), page.face);
  // A span between two round times has none of its own: its beginning has to do.
  return found.length > 0 ? found : [{ at: instant(from), label: page.face.time(instant(from)) }];
}
