/** Searching what is in order. */

/** The index of the first item that is not before a moment; items are in order. */
export function firstNotBefore<Item>(items: readonly Item[], moment: number, at: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && at(item) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items from one moment to another, both included. */
export function between<Item>(items: readonly Item[], from: number, to: number, at: (item: Item) => number): readonly Item[] {
  const first = firstNotBefore(items, from, at);
  let last = first;
  for (let item = items[last]; item !== undefined && at(item) <= to; item = items[++last]);
  return items.slice(first, last);
}
