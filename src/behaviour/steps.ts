/** A meeting as steps: people who become active and cease to be, in the order of time. */
import { firstWithout } from '#model/halving.ts';
import type { Instant, Interval, Meeting, Participant } from '#model/index.ts';
import { isPerson, mayActivate } from './people.ts';

/** host: proven; other: its role is not known, so that it may be a host; guest: proven. */
export type Group = 'host' | 'other' | 'guest';

export interface Step {
  readonly group: Group;
  readonly comes: boolean;
  /** null = before the log starts. */
  readonly at: Instant | null;
  readonly participant: Participant;
  readonly interval: Interval;
}

/**
 * Of one moment, those who may be hosts come before they go, and guests follow: a guest who returns to the lobby in the
 * moment the host leaves was still active when the host left.
 */
export function steps(meeting: Meeting): readonly Step[] {
  const all: Step[] = [];
  for (const participant of meeting.participants) {
    if (!isPerson(participant)) continue;
    for (const interval of participant.intervals) {
      const group = groupOf(participant, interval);
      if (group === null) continue;
      all.push({ group, comes: true, at: interval.from, participant, interval });
      if (interval.to !== null) all.push({ group, comes: false, at: interval.to, participant, interval });
    }
  }
  return all.sort((a, b) => (a.at ?? Number.NEGATIVE_INFINITY) - (b.at ?? Number.NEGATIVE_INFINITY) || rank(a) - rank(b));
}

function groupOf(participant: Participant, interval: Interval): Group | null {
  if (participant.role === 'guest') return interval.state === 'active' ? 'guest' : null;
  if (!mayActivate(participant, interval)) return null;
  return participant.role === 'host' ? 'host' : 'other';
}

function rank({ group, comes }: Step): number {
  return (group === 'guest' ? 2 : 0) + (comes ? 0 : 1);
}

/** Moments at which a host came in, in order. */
export function arrivalsOfHosts(all: readonly Step[]): readonly Instant[] {
  return all.flatMap(({ group, comes, at }) => (group === 'host' && comes && at !== null ? [at] : []));
}

/** The first of ordered moments after another. */
export function firstAfter(moments: readonly Instant[], at: number): Instant | null {
  const low = firstWithout(0, moments.length, (place) => (moments[place] ?? 0) <= at);
  return moments[low] ?? null;
}
