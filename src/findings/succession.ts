/** Things that happen again and again within a short time. */

/** Runs of at least `count` items of which each `count` in a row lie within `within` ms; items are in order. Linear. */
export function successions<Item>(
  items: readonly Item[],
  at: (item: Item) => number,
  { count, within }: { readonly count: number; readonly within: number },
): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  let end = -1;
  for (let index = count - 1; index < items.length; index += 1) {
    const item = items[index];
    const first = items[index - count + 1];
    if (item === undefined || first === undefined || at(item) - at(first) > within) continue;
    // Overlapping stretches are one run.
    const run = runs.at(-1);
    if (run !== undefined && end >= index - count + 1) run.push(...items.slice(end + 1, index + 1));
    else runs.push([...items.slice(index - count + 1, index + 1)]);
    end = index;
  }
  return runs;
}
