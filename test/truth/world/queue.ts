/** What is still to happen, in order of time; what was planned first comes first at the same time. */
export interface Planned {
  readonly at: number;
  readonly order: number;
  /** Does it, or says when to try again: a neighbour in time would make the log ambiguous. */
  readonly task: () => number | null;
}

export interface Queue {
  readonly push: (at: number, task: () => number | null) => void;
  readonly pop: () => Planned | undefined;
}

function before(one: Planned, other: Planned): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** A binary heap: bursts of thousands of arrivals stay cheap. */
export function queue(): Queue {
  const heap: Planned[] = [];
  let order = 0;

  const swap = (one: number, other: number): void => {
    const held = heap[one];
    const kept = heap[other];
    if (held === undefined || kept === undefined) return;
    heap[one] = kept;
    heap[other] = held;
  };
  const isBefore = (one: number, other: number): boolean => {
    const first = heap[one];
    const second = heap[other];
    return first !== undefined && second !== undefined && before(first, second);
  };

  const push = (at: number, task: () => number | null): void => {
    heap.push({ at, order, task });
    order += 1;
    let place = heap.length - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBefore(place, parent)) break;
      swap(place, parent);
      place = parent;
    }
  };

  const pop = (): Planned | undefined => {
    swap(0, heap.length - 1);
    const first = heap.pop();
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      let least = place;
      if (isBefore(left, least)) least = left;
      if (isBefore(left + 1, least)) least = left + 1;
      if (least === place) return first;
      swap(place, least);
      place = least;
    }
  };

  return { push, pop };
}
