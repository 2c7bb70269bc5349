/** Small seeded randomness: the same seed gives the same world on every machine. */
export interface Random {
  /** 0 ≤ x < 1 */
  readonly next: () => number;
  /** from…to, both included */
  readonly between: (from: number, to: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly guid: () => string;
  readonly digits: (length: number) => string;
}

/** mulberry32: 32 bits of state are plenty for worlds of this size. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function random(seed: number): Random {
  const next = numbers(seed);
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const hex = (length: number): string => {
    let text = '';
    while (text.length < length) text += between(0, 0xffff).toString(16).padStart(4, '0');
    return text.slice(0, length);
  };
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (list) => at(list, between(0, list.length - 1)),
    guid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${at(['8', '9', 'a', 'b'], between(0, 3))}${hex(3)}-${hex(12)}`,
    digits: (length) => {
      let text = String(between(1, 9));
      while (text.length < length) text += String(between(0, 9));
      return text;
    },
  };
}

/** The entry that an index of a script means: any number fits, so that a shrunk script stays lawful. */
export function at<T>(list: readonly T[], index: number): T {
  const entry = list[((index % list.length) + list.length) % list.length];
  if (entry === undefined) throw new Error('the world asked an empty list for an entry');
  return entry;
}
