/** The time after the last proven host left, step by step: what the log shows of those who remain. */
import type { Instant, Participant } from '#model/index.ts';
import { limits } from './limits.ts';
import type { Step } from './steps.ts';

/** Somebody who was active and whose call ended. */
export interface Leaving {
  readonly at: Instant;
  readonly participant: Participant;
}

/** Guests were active, and nobody was there who may be a host. */
export interface Stay {
  readonly from: Instant;
  readonly to: Instant;
  readonly guests: readonly Participant[];
}

export interface Episode {
  readonly host: Participant;
  readonly at: Instant;
  readonly leavings: readonly Leaving[];
  /** How many guests went to the lobby. */
  readonly returned: number;
  /** How many guests were still active when it ended. */
  readonly active: number;
  readonly longestStay: Stay | null;
  readonly hostAgainAt: Instant | null;
}

interface Open {
  readonly host: Participant;
  readonly at: Instant;
  readonly leavings: Leaving[];
  returned: number;
  /** Since when nobody is there who may be a host. */
  alone: Instant | null;
  longestStay: Stay | null;
}

interface Walk {
  /** Active guests. */
  readonly guests: Set<Participant>;
  readonly done: Episode[];
  hosts: number;
  others: number;
  open: Open | null;
}

/** Walks through a meeting; linear in its steps. */
export function episodes(all: readonly Step[]): readonly Episode[] {
  const walk: Walk = { guests: new Set(), done: [], hosts: 0, others: 0, open: null };
  for (const step of all) {
    if (step.group === 'guest') moveGuest(walk, step);
    else if (step.comes) come(walk, step);
    else go(walk, step);
  }
  const last = all.findLast(({ at }) => at !== null)?.at ?? null;
  if (walk.open !== null && last !== null) close(walk, walk.open, last, null);
  return walk.done;
}

function moveGuest({ open, guests }: Walk, { comes, participant, at }: Step): void {
  if (comes) {
    guests.add(participant);
    return;
  }
  if (open !== null && at !== null) {
    if (participant.leftAt === at) open.leavings.push({ at, participant });
    else open.returned += 1;
    if (guests.size === 1) endStay(open, at, guests);
  }
  guests.delete(participant);
}

/** Somebody who may be a host comes: from here on the guests' being active tells nothing. */
function come(walk: Walk, { group, at }: Step): void {
  if (group === 'host') walk.hosts += 1;
  else walk.others += 1;
  const { open } = walk;
  if (open === null || at === null) return;
  if (group === 'host') close(walk, open, at, at);
  else endStay(open, at, walk.guests);
}

function go(walk: Walk, { group, at, participant }: Step): void {
  if (group === 'host') walk.hosts -= 1;
  else walk.others -= 1;
  if (at === null) return;
  if (group === 'host') {
    if (walk.hosts > 0) return;
    walk.open = { host: participant, at, leavings: [], returned: 0, alone: null, longestStay: null };
  } else if (participant.leftAt === at) walk.open?.leavings.push({ at, participant });
  if (walk.open !== null && walk.others === 0 && walk.guests.size > 0) walk.open.alone ??= at;
}

function close(walk: Walk, open: Open, at: Instant, hostAgainAt: Instant | null): void {
  endStay(open, at, walk.guests);
  const { host, leavings, returned, longestStay } = open;
  walk.done.push({ host, at: open.at, leavings, returned, active: walk.guests.size, longestStay, hostAgainAt });
  walk.open = null;
}

function endStay(open: Open, to: Instant, guests: ReadonlySet<Participant>): void {
  const { alone: from, longestStay } = open;
  open.alone = null;
  if (from === null || to - from < limits.stays) return;
  if (longestStay !== null && longestStay.to - longestStay.from >= to - from) return;
  const leaving = open.leavings.filter(({ at, participant }) => participant.role === 'guest' && to - at <= limits.together);
  open.longestStay = { from, to, guests: [...new Set([...leaving.map(({ participant }) => participant), ...guests])] };
}
