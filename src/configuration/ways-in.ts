/** The table of a space: who dials or types what, with which passcode or sign-in, becomes what. */
import type { Door, Outcome, PasscodeNeed, WayIn } from '#model/verdict.ts';
import { type Access, admitsNonMembers, type Entry, samePasscode } from './access.ts';
import { known } from './setting.ts';
import { listed, originOf } from './words.ts';

/** An address, and all access methods behind it. */
export interface Address {
  readonly kind: 'uri' | 'callId';
  readonly address: string;
  /** All that share it: the passcode decides between them. */
  readonly entries: readonly Entry[];
}

/** All ways into a space; members first, as signing in asks for no passcode. */
export function waysIn(access: Access): readonly WayIn[] {
  const addresses = addressesOf(access);
  return [
    ...memberWays(access),
    ...addresses.flatMap((address) => [
      ...address.entries.map((entry) => wayOf(access, address, entry)),
      ...otherPasscode(access, address),
    ]),
  ];
}

/** URIs and call IDs of a space, each with the access methods that share it. */
export function addressesOf({ entries }: Access): readonly Address[] {
  const uris = new Map<string, Entry[]>();
  const callIds = new Map<string, Entry[]>();
  const add = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    const at = map.get(key) ?? [];
    map.set(key, at.includes(entry) ? at : [...at, entry]);
  };
  for (const entry of entries) {
    for (const uri of entry.uris) add(uris, uri, entry);
    if (entry.callId !== null) add(callIds, entry.callId, entry);
  }
  return [
    ...[...uris].map(([address, at]) => ({ kind: 'uri' as const, address, entries: at })),
    ...[...callIds].map(([address, at]) => ({ kind: 'callId' as const, address, entries: at })),
  ];
}

/** The name of a way in: its address, and the access method behind it unless that is the space itself. */
export function wayName({ kind, address }: Pick<Address, 'kind' | 'address'>, entry: Entry): string {
  const door = `${kind === 'uri' ? 'URI' : 'call ID'} ${address}`;
  return entry.method === null ? door : `${door} (${entry.label})`;
}

function wayOf(access: Access, address: Address, entry: Entry): WayIn {
  const passcode = needOf(access, address, entry);
  const { outcome, why } = outcomeOf(access, address, entry, passcode);
  const { method, parameters } = entry;
  return {
    ...{ name: wayName(address, entry), door: doorOf(address), passcode, outcome, why, parameters },
    accessMethod: method === null ? null : { id: method.id, name: method.name },
  };
}

function doorOf({ kind, address }: Address): Door {
  return { kind, address };
}

function needOf({ entries }: Access, address: Address, entry: Entry): PasscodeNeed {
  switch (entry.passcode.kind) {
    case 'unknown':
      return { kind: 'unknown' };
    case 'blank':
      return { kind: address.entries.some(({ passcode }) => passcode.kind === 'set') ? 'blank' : 'none' };
    case 'set': {
      const same = entries.filter((other) => other !== entry && samePasscode(other.passcode, entry.passcode));
      return { kind: 'set', sameAs: same.map(({ label }) => label) };
    }
  }
}

function outcomeOf(
  access: Access,
  address: Address,
  entry: Entry,
  passcode: PasscodeNeed,
): { readonly outcome: Outcome; readonly why: string } {
  if (!admitsNonMembers(access)) return { outcome: 'refused', why: 'nonMemberAccess=false: only members get in' };
  const rivals = address.entries.filter((other) => other !== entry && samePasscode(other.passcode, entry.passcode));
  if (rivals.some(({ role }) => role !== entry.role)) {
    const others = listed(rivals.map(({ label }) => label));
    return { outcome: 'unknown', why: `${others} has the same address and passcode: nothing tells them apart` };
  }
  const origin = originOf('needsActivation', entry.parameters.needsActivation);
  return { outcome: entry.role, why: passcode.kind === 'blank' ? `${origin}; ${blankEntry(access)}` : origin };
}

/**
 * How a blank passcode is given where others are set (stated, 2.1): a SIP caller presses # or waits, as passcodeMode says.
 * The web app leaves the field empty: passcodeMode does not hold for it.
 */
function blankEntry({ call: { passcodeMode, passcodeTimeout } }: Access): string {
  if (passcodeMode.state !== 'set') {
    return passcodeMode.state === 'unset'
      ? 'passcodeMode is set at no level, so how SIP callers enter a blank passcode is not documented'
      : 'passcodeMode is unknown, so it cannot be told how SIP callers enter a blank passcode';
  }
  if (passcodeMode.value === 'required') return 'SIP callers press # (passcodeMode=required)';
  const seconds = passcodeTimeout.state === 'set' ? `${passcodeTimeout.value} s` : 'a time that is not known';
  return `SIP callers press # or wait for ${seconds} (passcodeMode=timeout)`;
}

/** Where every access method of an address has a passcode, none or a wrong one leads nowhere. */
function otherPasscode(access: Access, address: Address): readonly WayIn[] {
  const [first] = address.entries;
  if (first === undefined || !admitsNonMembers(access) || address.entries.some(({ passcode }) => passcode.kind !== 'set')) return [];
  const name = `${address.kind === 'uri' ? 'URI' : 'call ID'} ${address.address}, no or another passcode`;
  const { parameters } = first;
  const why = 'no access method with this address has a blank passcode';
  return [{ name, door: doorOf(address), passcode: { kind: 'other' }, accessMethod: null, outcome: 'refused', why, parameters }];
}

/** Members with a profile of their own one by one; the others are one row, as the space decides for all of them. */
function memberWays({ members }: Access): readonly WayIn[] {
  const way = (user: string, why: string, { parameters, role }: (typeof members)[number]): WayIn => ({
    ...{ name: `member ${user}`, door: { kind: 'member', user }, passcode: { kind: 'none' }, accessMethod: null },
    ...{ outcome: role, why, parameters },
  });
  const own = members.filter(({ member }) => member.callLegProfile.state !== 'unset');
  const rest = members.filter(({ member }) => member.callLegProfile.state === 'unset');
  const rows = own.map((entry) => way(entry.user, originOf('needsActivation', entry.parameters.needsActivation), entry));
  const [first] = rest;
  if (first === undefined) return rows;
  const names = rest.slice(0, 3).map(({ user }) => user);
  const more = rest.length > 3 ? `${names.join(', ')} and ${rest.length - 3} more` : listed(names);
  return [...rows, way(more, `no profile of their own: ${originOf('needsActivation', first.parameters.needsActivation)}`, first)];
}

/** What happens to guests when the last host leaves; the guest's own value counts (inferred). */
export function lastHostLeaves(ways: readonly WayIn[]): readonly string[] {
  const byEffect = new Map<string, string[]>();
  for (const { name, outcome, parameters } of ways) {
    if (outcome !== 'guest') continue;
    const effect = effectOf(parameters.deactivationMode, parameters.deactivationModeTime);
    byEffect.set(effect, [...(byEffect.get(effect) ?? []), name]);
  }
  return [...byEffect].map(([effect, names]) => (byEffect.size === 1 ? `Guests ${effect}.` : `Guests by ${listed(names)} ${effect}.`));
}

function effectOf(mode: WayIn['parameters']['deactivationMode'], time: WayIn['parameters']['deactivationModeTime']): string {
  if (mode.state === 'unset') return 'do what the default of CMS is, which is not documented: deactivationMode is set at no level';
  if (mode.state === 'unknown') return `do what cannot be told: ${originOf('deactivationMode', mode)}`;
  const after = delayOf(time);
  switch (mode.value) {
    case 'deactivate':
      return `go back to the lobby ${after}`;
    case 'disconnect':
      return `are disconnected ${after}`;
    case 'remainActivated':
      return 'stay active';
  }
}

function delayOf(time: WayIn['parameters']['deactivationModeTime']): string {
  if (time.state === 'unset') return 'after the default time of CMS, which is not documented';
  if (time.state === 'unknown') return 'after a time that the answers do not tell';
  return time.value === 0 ? 'at once' : `after ${time.value} s`;
}

/** Whether an entry is one that anybody could take: it has an address. */
export function isReachable(entry: Entry): boolean {
  return entry.uris.length > 0 || entry.callId !== null;
}

/** The space's own name, for sentences. */
export function spaceName({ setup }: Access): string {
  return setup.space.name ?? known(setup.space.uri) ?? setup.space.id;
}
