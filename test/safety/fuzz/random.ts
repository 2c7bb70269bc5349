/** Numbers that only look like chance: the same seed gives the same run on any machine. */

export interface Random {
  /** A whole number from 0 up to, but without, this one. */
  below(limit: number): number;
  /** One of these. */
  of<Item>(items: readonly Item[]): Item;
}

/** @param parts what makes the sequence: a seed, the name of a door, the number of a run */
export function randomOf(...parts: readonly (string | number)[]): Random {
  // FNV-1a over the parts, then mulberry32.
  let state = 2_166_136_261;
  for (const sign of parts.join(' ')) state = Math.imul(state ^ sign.charCodeAt(0), 16_777_619);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % Math.max(1, limit);
  return {
    below,
    of(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
  };
}
