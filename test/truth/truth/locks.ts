/** Under a lock nobody's role is concluded from being deactivated, and nobody knows why it is. */
import type { Change, Leg } from '../world.ts';

/** So near to where a lock begins or ends things may be told as under it: stamps are coarse, and clocks differ. */
const EDGE_MS = 5000;

export function isUnderLock(leg: Leg, change: Change): boolean {
  if (change.locked) return true;
  return leg.space.locks.some(({ from, to }) => [from, to].some((edge) => edge !== null && Math.abs(edge - change.at) <= EDGE_MS));
}
