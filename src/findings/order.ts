/** Searching what is in order. */
import { firstWithout } from '#model/halving.ts';

/** The index of the first item that is not before a moment; items are in order. */
export function firstNotBefore<Item>(items: readonly Item[], moment: number, at: (item: Item) => number): number {
  return firstWithout(0, items.length, (place) => {
    const item = items[place];
    return item !== undefined && at(item) < moment;
  });
}

/** The items from one moment to another, both included. */
export function between<Item>(items: readonly Item[], from: number, to: number, at: (item: Item) => number): readonly Item[] {
  const first = firstNotBefore(items, from, at);
  let last = first;
  for (let item = items[last]; item !== undefined && at(item) <= to; item = items[++last]);
  return items.slice(first, last);
}
