/**
 * gen-1 (2.0, 2.1) ties a leg to its participant by neighbourhood only: `configuring call L to be deactivated` stands
 * 0 to 1 ms before `participant "X" joined space S`. Several guests of one millisecond come in the same order (inferred).
 */
import type { Bridge, LegDraft, Timed } from './draft.ts';
import { limits, near } from './limits.ts';

/** The leg that was deactivated for the participant who joins now, or null. */
export function adjacentLeg(bridge: Bridge, record: Timed): LegDraft | null {
  const queue = bridge.deactivated;
  for (let leg = queue[0]; leg !== undefined; leg = queue[0]) {
    queue.shift();
    const last = leg.signals.at(-1);
    if (leg.presence === null && last?.kind === 'deactivated' && near(last.at, record.at, limits.adjacent, record.precision)) {
      return leg;
    }
  }
  return null;
}

/** A leg of unknown participant was deactivated: the next one who joins may be its participant. */
export function expectJoining(bridge: Bridge, leg: LegDraft): void {
  if (!bridge.deactivated.includes(leg)) bridge.deactivated.push(leg);
}

/** A record told that the participant has another leg: this one waits for its own again. */
export function giveBack(bridge: Bridge, leg: LegDraft): void {
  bridge.deactivated.unshift(leg);
}
