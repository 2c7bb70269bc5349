/**
 * Which of the four ways to tell guests from hosts (Cisco's document) fits what was seen. Two ways may fit; none is proven,
 * as a log shows neither passcodes nor profiles.
 */
import type { AddressUse, ScenarioGuess } from '#model/behaviour.ts';
import type { Participant, Space } from '#model/index.ts';
import { times } from './confidence.ts';
import { isPerson, isSignedIn } from './people.ts';
import { seconds } from './pin-wait.ts';

export function scenarios(space: Space, addresses: readonly AddressUse[]): readonly ScenarioGuess[] {
  const guesses = [differentAddresses(addresses), ...shared(addresses), signedInHosts(space)];
  return guesses.filter((guess) => guess !== null).sort((a, b) => rank(a) - rank(b) || a.scenario - b.scenario);
}

function rank({ confidence }: ScenarioGuess): number {
  return ['probable', 'possible', 'contradictory'].indexOf(confidence);
}

/** 1: guests and hosts call different addresses. */
function differentAddresses(addresses: readonly AddressUse[]): ScenarioGuess | null {
  const ofGuests = addresses.filter(({ guests, hosts }) => guests > 0 && hosts === 0);
  const ofHosts = addresses.filter(({ guests, hosts }) => hosts > 0 && guests === 0);
  if (ofGuests.length === 0 || ofHosts.length === 0) return null;
  const both = addresses.filter(({ guests, hosts }) => guests > 0 && hosts > 0);
  const often = ofGuests.some(({ guests }) => guests > 1) && ofHosts.some(({ hosts }) => hosts > 1);
  return {
    scenario: 1,
    confidence: both.length > 0 ? 'contradictory' : often ? 'probable' : 'possible',
    reasons: [`guests called ${named(ofGuests)}, hosts ${named(ofHosts)}`],
    doubts: both.length > 0 ? [`guests and hosts both called ${named(both)}`] : [],
  };
}

/** 2 and 3: one address for both; what guests do at the prompt tells the two apart. */
function shared(addresses: readonly AddressUse[]): readonly (ScenarioGuess | null)[] {
  const [use] = addresses.filter(({ guests, hosts }) => guests > 0 && hosts > 0);
  const entry = use?.guestEntry ?? null;
  if (use === undefined || entry === null || entry.kind === 'direct') return [];
  const called = `guests and hosts both called ${use.address}`;
  switch (entry.kind) {
    case 'constant':
      return [timedOut(use, called)];
    case 'varying':
      return [
        {
          scenario: 2,
          confidence: entry.seen > 2 ? 'probable' : 'possible',
          reasons: [called, `guests joined ${seconds(entry)} after their call came in, as when each types a PIN`],
          doubts: ['guests who press # instead of a PIN (scenario 3, passcodeMode required) look the same'],
        },
      ];
    case 'single':
      return [2, 3].map((scenario) => ({
        scenario: scenario === 2 ? 2 : 3,
        confidence: 'possible',
        reasons: [called],
        doubts: ['only one guest called there, so that the log does not tell whether it typed a PIN'],
      }));
  }
}

function timedOut({ guestEntry, hostEntry }: AddressUse, called: string): ScenarioGuess | null {
  if (guestEntry === null) return null;
  const reasons = [
    called,
    `guests joined ${seconds(guestEntry)} after their call came in, as when the prompt times out; seen ${times(guestEntry.seen)}`,
  ];
  const doubts = guestEntry.others === 0 ? [] : [`${times(guestEntry.others)} a guest took another time`];
  const differ = hostEntry !== null && (hostEntry.longestMs < guestEntry.shortestMs || hostEntry.shortestMs > guestEntry.longestMs);
  if (differ) reasons.push(`hosts took ${seconds(hostEntry)}, as when they type a PIN`);
  else doubts.push('hosts did not take another time than guests');
  return { scenario: 3, confidence: differ && guestEntry.others === 0 ? 'probable' : 'possible', reasons, doubts };
}

/** 4: hosts are members who sign in on the web. */
function signedInHosts(space: Space): ScenarioGuess | null {
  const hosts = new Set<string>();
  const guests = new Set<string>();
  let otherGuests = 0;
  let sightings = 0;
  for (const participant of space.meetings.flatMap(({ participants }) => participants.filter(isPerson))) {
    const { role } = participant;
    if (!isSignedIn(participant)) {
      if (role === 'guest') otherGuests += 1;
      continue;
    }
    if (role === 'host') sightings += 1;
    if (role === 'host') hosts.add(userOf(participant));
    if (role === 'guest') guests.add(userOf(participant));
  }
  if (hosts.size === 0) return null;
  const waited = [...guests].filter((user) => hosts.has(user));
  return {
    scenario: 4,
    confidence: waited.length > 0 ? 'contradictory' : sightings > 1 && otherGuests > 1 && guests.size === 0 ? 'probable' : 'possible',
    reasons: [
      `hosts signed in on the web as members, seen ${times(sightings)}`,
      ...(otherGuests > 0 ? [`those who waited had not signed in, seen ${times(otherGuests)}`] : []),
    ],
    doubts: [
      ...(waited.length > 0 ? ['the same members had to wait at other times'] : []),
      ...(guests.size > waited.length ? ['other members who signed in had to wait'] : []),
    ],
  };
}

function userOf({ leg, name }: Participant): string {
  return (leg.user ?? name ?? '').toLowerCase();
}

function named(uses: readonly AddressUse[]): string {
  const [first, second, ...more] = uses.map(({ address }) => address);
  if (first === undefined) return 'nothing';
  if (second === undefined) return first;
  return more.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${more.length} more`;
}
