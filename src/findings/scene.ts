/** One meeting, prepared: what many rules ask of it, computed once. */
import type { LastHostLeft } from '#model/behaviour.ts';
import type { Instant, Meeting, Participant, Space, SpaceSign } from '#model/index.ts';
import { type HostTime, hostTimes } from './host-time.ts';
import { limits } from './limits.ts';
import { firstNotBefore } from './order.ts';
import { type Wait, waitsOf } from './wait.ts';

/** The conference was locked; a lock that is still on has no end. */
export interface Lock {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly signs: readonly SpaceSign[];
}

export interface Scene {
  readonly space: Space;
  readonly meeting: Meeting;
  /** Without recorders and streamers. */
  readonly people: readonly Participant[];
  readonly byId: ReadonlyMap<string, Participant>;
  readonly hosts: readonly Participant[];
  readonly guests: readonly Participant[];
  /** In the order of their beginnings. */
  readonly waits: readonly Wait[];
  /** When a proven host was active, in order, without overlaps. */
  readonly hostTimes: readonly HostTime[];
  readonly locks: readonly Lock[];
  readonly departures: readonly LastHostLeft[];
  /** The last instant that the log of this meeting's time could tell of. */
  readonly logEnd: Instant | null;
}

export function sceneOf(space: Space, meeting: Meeting, departures: readonly LastHostLeft[], logEnd: Instant | null): Scene {
  const people = meeting.participants.filter(isPerson);
  return {
    space,
    meeting,
    people,
    byId: new Map(meeting.participants.map((participant) => [participant.id, participant])),
    hosts: people.filter(({ role }) => role === 'host'),
    guests: people.filter(({ role }) => role === 'guest'),
    waits: waitsOf(people),
    hostTimes: hostTimes(people),
    locks: locksOf(meeting.signs),
    departures,
    logEnd,
  };
}

export function isPerson({ leg }: Participant): boolean {
  return leg.kind !== 'recorder' && leg.kind !== 'streamer';
}

/** Each Call Bridge of a conference tells of the lock itself; from the first to the last it is one. */
function locksOf(signs: readonly SpaceSign[]): readonly Lock[] {
  const found: Lock[] = [];
  let open: SpaceSign[] = [];
  for (const sign of signs) {
    if (sign.kind === 'locked') open.push(sign);
    if (sign.kind !== 'unlocked') continue;
    const [first] = open;
    if (first !== undefined) found.push({ from: first.at, to: sign.at, signs: [...open, sign] });
    open = [];
  }
  const [first] = open;
  if (first !== undefined) found.push({ from: first.at, to: null, signs: open });
  return found;
}

/** What may lie between two moments that are one: a second on one Call Bridge, more where clocks differ. */
export function toleranceOf({ meeting }: Scene): number {
  return meeting.hosts.length > 1 ? limits.skew : limits.release;
}

/** The lock that was on at that time, or a moment before or after. */
export function lockAt(locks: readonly Lock[], at: number, tolerance: number): Lock | null {
  const lock = locks[firstNotBefore(locks, at - tolerance, ({ to }) => to ?? Number.POSITIVE_INFINITY)];
  return lock !== undefined && lock.from - tolerance <= at ? lock : null;
}
