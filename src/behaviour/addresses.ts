/** The addresses that people called, and what became of them: they tell the access methods apart. */
import type { AddressUse } from '#model/behaviour.ts';
import type { Evidence, Participant, Role, Space } from '#model/index.ts';
import { entryOf } from './entry.ts';
import { limits } from './limits.ts';
import { isPerson } from './people.ts';

interface Tally {
  readonly count: Record<Role, number>;
  readonly waits: Record<Role, number[]>;
  readonly evidence: Record<Role, Evidence[]>;
}

/** The most used first. Calls that the server dials out say nothing about ways in. */
export function addressesOf(space: Space): readonly AddressUse[] {
  const tallies = new Map<string, Tally>();
  for (const meeting of space.meetings) {
    for (const participant of meeting.participants) {
      const { dialled } = participant.leg;
      if (dialled === null || !isPerson(participant)) continue;
      const address = dialled.toLowerCase();
      const known = tallies.get(address);
      const tally = known ?? emptyTally();
      if (known === undefined) tallies.set(address, tally);
      count(tally, participant);
    }
  }
  return [...tallies]
    .map(([address, tally]) => useOf(address, tally))
    .sort((a, b) => total(b) - total(a) || (a.address < b.address ? -1 : 1));
}

function useOf(address: string, { count: { guest, host, unknown }, waits, evidence }: Tally): AddressUse {
  return {
    address,
    guests: guest,
    hosts: host,
    others: unknown,
    guestEntry: entryOf(waits.guest),
    hostEntry: entryOf(waits.host),
    evidence: [...evidence.guest, ...evidence.host, ...evidence.unknown],
  };
}

function emptyTally(): Tally {
  return {
    count: { guest: 0, host: 0, unknown: 0 },
    waits: { guest: [], host: [], unknown: [] },
    evidence: { guest: [], host: [], unknown: [] },
  };
}

function count(tally: Tally, { role, leg, connectedAt, joinedAt, joinedBy }: Participant): void {
  tally.count[role] += 1;
  if (connectedAt !== null && joinedAt !== null && joinedAt >= connectedAt) tally.waits[role].push(joinedAt - connectedAt);
  // A few of each role: the set-up names the address, and the way from there to joining is the wait.
  if (leg.setUp === null || tally.count[role] > limits.examples) return;
  tally.evidence[role].push(leg.setUp.evidence, ...(joinedBy === null ? [] : [joinedBy]));
}

function total({ guests, hosts, others }: AddressUse): number {
  return guests + hosts + others;
}
