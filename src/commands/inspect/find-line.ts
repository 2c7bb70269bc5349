/** Searching a log of any length: around the whole of it, a part at a time, so that keys are heard in between. */
import type { LineNeed } from '#render/inspector/raw.ts';
import type { LineBlock } from '#render/inspector/state.ts';

interface Search {
  readonly name: string;
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly direction: 1 | -1;
}

type Range = readonly [first: number, last: number];

/** Lines of one part. */
const step = 4000;

/** The next line with a text, without regard to case; null = there is none. */
export async function findLine(search: Search, count: number, linesOf: (need: LineNeed) => LineBlock): Promise<number | null> {
  const { name, text, line, direction } = search;
  const what = text.toLowerCase();
  for (const [first, last] of partsOf(Math.max(0, Math.min(count + 1, line)), count, direction)) {
    let found: number | null = null;
    for (let from = first; from <= last; ) {
      const { lines } = linesOf({ input: name, first: from, count: last - from + 1 });
      if (lines.length === 0) break;
      const hits = lines.flatMap((each, index) => (each.toLowerCase().includes(what) ? [from + index] : []));
      const hit = direction === 1 ? hits[0] : hits.at(-1);
      if (hit !== undefined) found = hit;
      if (found !== null && direction === 1) return found;
      from += lines.length;
    }
    if (found !== null) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return null;
}

/** From a line to the end and on from the beginning, or the other way around. */
function* partsOf(line: number, count: number, direction: 1 | -1): Generator<Range> {
  const ranges: readonly Range[] =
    direction === 1
      ? [
          [Math.max(1, line), count],
          [1, line - 1],
        ]
      : [
          [1, Math.min(line, count)],
          [line + 1, count],
        ];
  for (const [first, last] of ranges) {
    if (direction === 1) for (let from = first; from <= last; from += step) yield [from, Math.min(last, from + step - 1)];
    else for (let to = last; to >= first; to -= step) yield [Math.max(first, to - step + 1), to];
  }
}
