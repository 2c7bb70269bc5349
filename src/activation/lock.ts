/** When a conference was really locked. */
import { firstWithout } from '#model/halving.ts';
import type { Guid, MeetingFacts } from '#model/index.ts';
import { limits } from './limits.ts';

export interface Locked {
  readonly from: number;
  readonly to: number;
  /** When the last of this and those before it ended. */
  readonly until: number;
}

/**
 * Locks that last, by their beginning (facts: a lock of a millisecond is printed at every conference start). A lock ends with its conference:
 * in a cluster that of one bridge may, while the meeting goes on (inferred).
 */
export function locks({ signs, lockEnds }: Pick<MeetingFacts, 'signs' | 'lockEnds'>): readonly Locked[] {
  const found: { readonly from: number; readonly to: number }[] = [];
  const since = new Map<Guid, number>();
  for (const sign of signs) {
    if (sign.kind === 'locked' && !since.has(sign.conference)) since.set(sign.conference, sign.at);
    if (sign.kind !== 'unlocked') continue;
    const from = since.get(sign.conference);
    if (from !== undefined && sign.at - from > limits.lasting) found.push({ from, to: sign.at });
    since.delete(sign.conference);
  }
  for (const [conference, from] of since) {
    const to = lockEnds.get(conference) ?? Number.POSITIVE_INFINITY;
    if (to - from > limits.lasting) found.push({ from, to });
  }
  let until = Number.NEGATIVE_INFINITY;
  return found
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => {
      until = Math.max(until, to);
      return { from, to, until };
    });
}

/** Whether a lock was on, or ended at that moment. In the time of a halving. */
export function lockedAt(locked: readonly Locked[], at: number): boolean {
  if (locked.length === 0) return false;
  const low = firstWithout(0, locked.length, (place) => (locked[place]?.from ?? 0) <= at);
  const last = locked[low - 1];
  return last !== undefined && at <= last.until + limits.atOnce;
}
