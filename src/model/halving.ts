/** Looking for a place in what is in order, by halving. */

/**
 * The first of the places [from, to) at which something does not hold, which holds at none behind it; `to` = it holds at all of them.
 */
export function firstWithout(from: number, to: number, holds: (place: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
