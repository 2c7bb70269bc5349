/** Which of the four ways to tell guests from hosts a space is set up in, as Cisco's document numbers them. */
import type { Scenario, ScenarioNumber } from '#model/verdict.ts';
import { type Access, admitsNonMembers, type Entry, type MemberEntry, samePasscode } from './access.ts';
import { known } from './setting.ts';
import { isReachable } from './ways-in.ts';
import { listed } from './words.ts';

/** A host and a guest that the space tells apart, and how. */
interface Pair {
  readonly number: ScenarioNumber;
  readonly guest: Entry;
  readonly host: Entry;
}

/** The scenarios that a space amounts to: none, one or several, in their order. */
export function scenariosOf(access: Access): readonly Scenario[] {
  if (!admitsNonMembers(access)) return [];
  const entries = access.entries.filter(isReachable);
  const guests = entries.filter(({ role }) => role === 'guest');
  const hosts = entries.filter(({ role }) => role === 'host');
  const pairs = guests.flatMap((guest) => hosts.flatMap((host) => pairOf(guest, host, access)));
  const signedIn = guests.length === 0 ? [] : access.members.filter(({ role }) => role === 'host');
  // Scenario 4 has an access method on the same URI and call ID for hosts who do not sign in: it is no scenario of its own,
  // unless somebody also cared for how guests pass its prompt.
  const kept = pairs.filter((pair) => signedIn.length === 0 || !belongsToMembers(pair, access));
  const numbers = [...new Set(kept.map(({ number }) => number))].toSorted();
  return [
    ...numbers.map((number) => ({ number, sentence: sentenceOf(number, kept) })),
    ...(signedIn.length === 0 ? [] : [{ number: 4 as const, sentence: memberSentence(signedIn, guests) }]),
  ];
}

function belongsToMembers({ number, guest, host }: Pair, { setup, call }: Access): boolean {
  if (number === 1 || guest.callId !== host.callId) return false;
  const cared = call.passcodeMode.state === 'set' && setup.space.callProfile.state === 'set';
  return !(number === 3 && cared);
}

function pairOf(guest: Entry, host: Entry, access: Access): readonly Pair[] {
  const sameDoor =
    guest.uris.length > 0 && host.uris.length > 0 ? host.uris.some((uri) => guest.uris.includes(uri)) : guest.callId === host.callId;
  if (!sameDoor) return [{ number: 1, guest, host }];
  if (host.passcode.kind !== 'set' || samePasscode(guest.passcode, host.passcode)) return [];
  if (guest.passcode.kind === 'set') return [{ number: 2, guest, host }];
  // Without passcodeMode SIP guests with a blank passcode have no documented way in, so that it is no scenario 3 (yet).
  return guest.passcode.kind === 'blank' && (modeIsSet(access) || modeMayBeSet(access)) ? [{ number: 3, guest, host }] : [];
}

function modeIsSet({ call }: Access): boolean {
  return call.passcodeMode.state === 'set';
}

/** The space has a call profile, which is not among the answers. */
function modeMayBeSet({ call, setup }: Access): boolean {
  return call.passcodeMode.state === 'unknown' && known(setup.space.callProfile) !== null;
}

function sentenceOf(number: ScenarioNumber, pairs: readonly Pair[]): string {
  const of = pairs.filter((pair) => pair.number === number);
  const guests = listed([...new Set(of.map(({ guest }) => doorOf(guest)))]);
  const hosts = listed([...new Set(of.map(({ host }) => doorOf(host)))]);
  switch (number) {
    case 1:
      return `Different addresses: guests come by ${guests}, hosts by ${hosts}.`;
    case 2:
      return `One address, two passcodes: guests (${guests}) and hosts (${hosts}) type different ones.`;
    case 3:
      return `One address, guests without a passcode: guests (${guests}) leave it blank, hosts (${hosts}) type one.`;
    case 4:
      return '';
  }
}

function memberSentence(hosts: readonly MemberEntry[], guests: readonly Entry[]): string {
  const names = hosts.slice(0, 3).map(({ user }) => user);
  const all = hosts.length > 3 ? [...names, `${hosts.length - 3} more`] : names;
  return `Members who sign in are hosts (${listed(all)}); guests come by ${listed(guests.map(doorOf))}.`;
}

function doorOf({ uris, callId, label }: Entry): string {
  const [uri] = uris;
  return uri !== undefined ? `URI ${uri}` : callId !== null ? `call ID ${callId}` : label;
}
