/** When a conference was really locked. */
import type { SpaceSign } from '#model/index.ts';
import { limits } from './limits.ts';

export interface Locked {
  readonly from: number;
  readonly to: number;
}

/** Locks that last (facts: a lock of a millisecond is printed at every conference start). */
export function locks(signs: readonly SpaceSign[]): readonly Locked[] {
  const found: Locked[] = [];
  const since = new Map<string, number>();
  for (const sign of signs) {
    if (sign.kind === 'locked' && !since.has(sign.conference)) since.set(sign.conference, sign.at);
    if (sign.kind !== 'unlocked') continue;
    const from = since.get(sign.conference);
    if (from !== undefined && sign.at - from > limits.lasting) found.push({ from, to: sign.at });
    since.delete(sign.conference);
  }
  for (const from of since.values()) found.push({ from, to: Number.POSITIVE_INFINITY });
  return found;
}

/** Whether a lock was on, or ended at that moment. */
export function lockedAt(locked: readonly Locked[], at: number): boolean {
  return locked.some((lock) => lock.from <= at && at <= lock.to + limits.atOnce);
}
