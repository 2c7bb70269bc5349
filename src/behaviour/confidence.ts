/** How far a number of sightings carries. */
import type { Confidence } from '#model/behaviour.ts';

/** @param enough sightings that make it probable when nothing speaks against it */
export function confidenceOf(seen: number, against: number, enough: number): Confidence {
  if (against * 5 > seen) return 'contradictory';
  return seen >= enough ? 'probable' : 'possible';
}

/** `once`, `twice`, `7 times`. */
export function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
