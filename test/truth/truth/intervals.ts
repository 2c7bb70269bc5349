/** The true states of one presence, with what may be said of their causes. */

import type { Change, Leg } from '../world.ts';
import { type Framing, stampOf } from '../write.ts';
import { isUnderLock } from './locks.ts';

export type TrueState = 'connecting' | 'lobby' | 'active';

export interface TrueInterval {
  readonly state: TrueState;
  readonly from: number;
  readonly to: number | null;
  readonly causes: readonly string[];
  /** The activators that may be named; null: none is named. */
  readonly by: readonly (Leg | null)[];
  /** null: not to be judged. */
  readonly delays: readonly (number | null)[] | null;
}

interface Said {
  readonly causes: readonly string[];
  readonly by: readonly (Leg | null)[];
}

function sawOtherThanGuests(leg: Leg, change: Change): boolean {
  return leg.space.meetings.some((meeting) =>
    meeting.legs.some(
      (other) =>
        other.role !== 'guest' &&
        other.joinedAt !== null &&
        other.joinedAt <= change.at &&
        (other.leftAt ?? other.crashedAt ?? Infinity) >= change.at &&
        meeting.legs.includes(leg),
    ),
  );
}

/** So far apart may two bridges write what happens at one moment, beside the difference of their clocks. */
const MOMENT_MS = 20;

/** On another bridge an activator came or went at about this time: whether before or after, no stamp tells. */
function isBesideActivator(leg: Leg, change: Change): boolean {
  const near = (other: Leg, at: number | null): boolean => {
    if (at === null) return false;
    const apart = at + other.bridge.skewMs - (change.at + leg.bridge.skewMs);
    const skew = Math.abs(other.bridge.skewMs - leg.bridge.skewMs);
    return Math.abs(apart) <= MOMENT_MS + 2 * skew;
  };
  return leg.space.meetings.some((meeting) =>
    meeting.legs.some(
      (other) => other.bridge !== leg.bridge && other.role !== 'guest' && (near(other, other.joinedAt) || near(other, other.leftAt)),
    ),
  );
}

/** So near to each other two records of two bridges may be one story: nobody knows how the clocks differ. */
const REACH_MS = 10_000;

function arrivedElsewhere(leg: Leg, change: Change): readonly Leg[] {
  const others = leg.space.meetings.flatMap((meeting) => meeting.legs);
  return others.filter(
    (other) => other.bridge !== leg.bridge && other.joinedAt !== null && Math.abs(other.joinedAt - change.at) < REACH_MS,
  );
}

/** Activators who left on other bridges at about the same time: which of them was the last no two clocks tell. */
function alsoLeft(last: Leg | null, change: Change): readonly Leg[] {
  const { byAt } = change;
  if (last === null || byAt === null) return [];
  const others = last.space.meetings.flatMap((meeting) => meeting.legs);
  return others.filter(
    (other) =>
      other.role === 'host' &&
      other.bridge !== last.bridge &&
      other.leftAt !== null &&
      Math.abs(other.leftAt - byAt) <= MOMENT_MS + 2 * Math.abs(other.bridge.skewMs - last.bridge.skewMs),
  );
}

/** Whose bridge restarted looks as if still present. */
function hasVanished(leg: Leg, change: Change): boolean {
  return leg.space.meetings.some((meeting) => meeting.legs.some((other) => other.crashedAt !== null && other.crashedAt <= change.at));
}

/** What the facts allow to be said: the whole truth first. */
function saidOf(leg: Leg, change: Change): Said {
  const { by } = change;
  const isElsewhere = by !== null && by.bridge !== leg.bridge;
  switch (change.why) {
    case 'joined-waiting': {
      if (!isUnderLock(leg, change) && (isBesideActivator(leg, change) || hasVanished(leg, change))) {
        return { causes: ['joined-without-activator', 'deactivated-with-activator'], by: [null] };
      }
      // Under a lock nobody can tell whether an activator was in: hosts look like neither-nor participants.
      return {
        causes: isUnderLock(leg, change) ? ['deactivated-with-activator', 'joined-without-activator'] : ['joined-without-activator'],
        by: isUnderLock(leg, change) && change.activators > 0 ? [null, ...leg.space.meetings.flatMap((one) => one.legs)] : [null],
      };
    }
    case 'joined-active':
      return { causes: ['joined-active'], by: [null] };
    case 'activator-joined':
      return isElsewhere
        ? { causes: ['activator-joined', 'released-without-activator'], by: [by, null] }
        : { causes: ['activator-joined'], by: [by] };
    case 'last-activator-left': {
      const isAtOnce = change.byAt === change.at && !isElsewhere;
      if (isAtOnce) return { causes: ['last-activator-left'], by: [by] };
      // After a grace, or on another bridge: somebody who is still in might be an activator, who knows.
      const isDoubtful = isElsewhere || isUnderLock(leg, change) || sawOtherThanGuests(leg, change);
      return {
        causes: isDoubtful ? ['last-activator-left', 'deactivated-with-activator'] : ['last-activator-left'],
        by: [by, null, ...alsoLeft(by, change)],
      };
    }
    case 'admitted': {
      // In a cluster an activator may have come elsewhere; who admits one of several shows that none has.
      const others = change.waiting > 0 ? [] : arrivedElsewhere(leg, change);
      return others.length === 0
        ? { causes: ['released-without-activator'], by: [null] }
        : { causes: ['released-without-activator', 'activator-joined'], by: [null, ...others] };
    }
    case 'unlocked':
      return { causes: ['released-without-activator'], by: [null] };
    case 'sent-to-lobby':
      return { causes: ['deactivated-with-activator'], by: [null] };
  }
}

function delaysOf(leg: Leg, change: Change, framing: Framing): readonly (number | null)[] | null {
  const { by, byAt } = change;
  if (by === null || byAt === null) return null;
  const delay = stampOf(change.at, leg.bridge.skewMs, framing) - stampOf(byAt, leg.bridge.skewMs, framing);
  if (by.bridge === leg.bridge) return [delay];
  const apart = stampOf(change.at, leg.bridge.skewMs, framing) - stampOf(byAt, by.bridge.skewMs, framing);
  return [delay, apart, null];
}

/** Without gaps: from the set-up of the call to its leaving. Those without length are kept, the judge drops them. */
export function trueIntervals(leg: Leg, framing: Framing): readonly TrueInterval[] {
  const stamp = (at: number): number => stampOf(at, leg.bridge.skewMs, framing);
  const joinedAt = stamp(leg.joinedAt ?? leg.setUpAt);
  const intervals: TrueInterval[] = [
    {
      state: 'connecting',
      from: stamp(leg.setUpAt),
      to: joinedAt,
      causes: ['call-set-up'],
      by: [null],
      delays: null,
    },
  ];
  const goneAt = leg.leftAt ?? leg.crashedAt;
  leg.changes.forEach((change, index) => {
    const next = leg.changes[index + 1]?.at ?? goneAt;
    intervals.push({
      state: change.state,
      from: stamp(change.at),
      to: next === null ? null : stamp(next),
      ...saidOf(leg, change),
      delays: delaysOf(leg, change, framing),
    });
  });
  return intervals;
}
