/** How many of a crowd are in a state, as a row of heights. */
import type { State } from '#model/index.ts';
import type { Lane } from '#view/picture.ts';
import { stateTones } from './bar.ts';
import { cellAt, type Scale } from './cells.ts';
import type { Style } from './style.ts';

/** From the top down, as people go through them. */
const shownStates: readonly State[] = ['lobby', 'active', 'unknown'];

export interface CrowdBar {
  readonly state: State;
  readonly bar: string;
}

/** One row of heights for each state that anybody of the crowd was in; the highest stands for all of them. */
export function crowdBars(lanes: readonly Lane[], scale: Scale, style: Style): readonly CrowdBar[] {
  return shownStates.flatMap((state): readonly CrowdBar[] => {
    const counts = countsOf(lanes, state, scale);
    if (counts.every((count) => count === 0)) return [];
    const text = counts.map((count) => heightOf(count / lanes.length, style)).join('');
    return [{ state, bar: style.paint(text, stateTones[state]) }];
  });
}

/** How many, on average over each cell. */
function countsOf(lanes: readonly Lane[], state: State, scale: Scale): readonly number[] {
  const counts = new Array<number>(scale.cells).fill(0);
  for (const { segments } of lanes) {
    for (const segment of segments) {
      if (segment.state !== state) continue;
      const from = Math.max(0, cellAt(scale, segment.from));
      const to = Math.min(scale.cells, cellAt(scale, segment.to));
      for (let cell = Math.floor(from); cell < to; cell += 1) {
        counts[cell] = (counts[cell] ?? 0) + Math.min(to, cell + 1) - Math.max(from, cell);
      }
    }
  }
  return counts;
}

function heightOf(share: number, { signs: { heights } }: Style): string {
  if (share === 0) return ' ';
  return heights[Math.min(heights.length - 1, Math.floor(share * heights.length))] ?? ' ';
}
