/** How many were in the lobby and active, over a meeting: the counts behind the sparklines of the list. */
import type { Meeting, State } from '#model/index.ts';
import type { Extent } from '#view/presence.ts';
import type { Signs } from '#render/text/signs.ts';

/** Cells that the list has for each of the two, by its width. */
export const sparkWidths = [5, 8, 12] as const;

export interface Counts {
  readonly lobby: readonly number[];
  readonly active: readonly number[];
}

/** The most that were in each state at once, cell by cell. */
export function countsOf(meeting: Meeting, extent: Extent | null, cells: number): Counts {
  return { lobby: mostOf(meeting, extent, cells, 'lobby'), active: mostOf(meeting, extent, cells, 'active') };
}

function mostOf({ participants }: Meeting, extent: Extent | null, cells: number, state: State): readonly number[] {
  const most = new Array<number>(cells).fill(0);
  if (extent === null) return most;
  const changes: (readonly [number, number])[] = [];
  for (const { intervals } of participants) {
    for (const interval of intervals) {
      if (interval.state !== state) continue;
      const from = interval.from ?? extent.from;
      const to = interval.to ?? extent.to;
      // One that is over before it counts would never be seen: it lasts at least a moment.
      changes.push([from, 1], [Math.max(to, from + 1), -1]);
    }
  }
  changes.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const length = Math.max(1, extent.to - extent.from);
  let present = 0;
  let cell = 0;
  for (const [at, by] of changes) {
    const until = Math.min(cells - 1, Math.floor(((at - extent.from) / length) * cells));
    for (; cell < until; cell += 1) {
      most[cell] = Math.max(most[cell] ?? 0, present);
      most[cell + 1] = Math.max(most[cell + 1] ?? 0, present);
    }
    present += by;
    most[cell] = Math.max(most[cell] ?? 0, present);
  }
  return most;
}

/** Counts as heights: blank is nobody, the highest sign is `top`. */
export function sparkline(counts: readonly number[], top: number, { heights }: Signs): string {
  return counts
    .map((count) => {
      if (count <= 0 || top <= 0) return ' ';
      const level = Math.ceil((count / top) * heights.length) - 1;
      return heights[Math.max(0, Math.min(heights.length - 1, level))] ?? ' ';
    })
    .join('');
}
