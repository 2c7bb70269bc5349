/** What a participant should be, by the address it dialled or the name it signed in with (facts: the dialled URI tells the access method). */
import type { Participant } from '#model/timeline.ts';
import type { AccessRole, Outcome, WayParameters } from '#model/verdict.ts';
import { type Access, accessOf, admitsNonMembers } from './access.ts';
import type { Configuration } from './objects.ts';
import { known } from './setting.ts';
import { type Address, addressesOf, wayName } from './ways-in.ts';
import { originOf } from './words.ts';

/** One way in that a participant may have taken, and what it makes of it. */
export interface Candidate {
  readonly name: string;
  readonly role: AccessRole;
  readonly parameters: WayParameters;
}

export interface Forecast {
  /** What was dialled, or who signed in. */
  readonly took: string;
  readonly candidates: readonly Candidate[];
  /** Empty = cannot be told. Without doubles. */
  readonly outcomes: readonly Outcome[];
  /** true = the address is none of the space's. */
  readonly unknownWay: boolean;
  readonly why: string;
}

/** A web join without a login; not the same as a guest who needs activation (stated). */
const guestAccount = /^guest\d+(?:@|$)/;

/** @returns null for recorders and streamers: they are no people */
export function forecast(access: Access, { leg, name }: Participant): Forecast | null {
  switch (leg.kind) {
    case 'recorder':
    case 'streamer':
      return null;
    case 'web':
      return ofWeb(access, leg.user ?? name);
    case 'sip':
    case 'unknown':
      return leg.dialled === null
        ? untold('not dialled', 'it did not dial in, or the log does not show what it dialled')
        : ofDialled(access, leg.dialled);
  }
}

function untold(took: string, why: string): Forecast {
  return { took, candidates: [], outcomes: [], unknownWay: false, why };
}

function ofDialled(access: Access, dialled: string): Forecast {
  const whole = dialled.toLowerCase();
  const part = whole.split('@')[0] ?? whole;
  const addresses = addressesOf(access);
  const byUri = addresses.filter(({ kind, address }) => kind === 'uri' && (address === whole || address === part));
  // A call ID is typed at a voice prompt; some dial plans reach it as a number, too (inferred).
  const found = byUri.length > 0 ? byUri : addresses.filter(({ kind, address }) => kind === 'callId' && address === part);
  if (found.length > 0) return ofAddresses(access, dialled, found);
  const why = 'no way in of the space has this address; a voice prompt at which a call ID is typed would explain it';
  return { ...untold(dialled, why), unknownWay: true };
}

function ofAddresses(access: Access, took: string, addresses: readonly Address[]): Forecast {
  const candidates = addresses.flatMap((address) =>
    address.entries.map((entry) => ({ name: wayName(address, entry), role: entry.role, parameters: entry.parameters })),
  );
  if (!admitsNonMembers(access)) {
    return { took, candidates, outcomes: ['refused'], unknownWay: false, why: 'nonMemberAccess=false: only members get in' };
  }
  const outcomes = [...new Set(candidates.map(({ role }) => role))];
  const [first] = candidates;
  const why = outcomes.length > 1 || first === undefined ? '' : originOf('needsActivation', first.parameters.needsActivation);
  return { took, candidates, outcomes, unknownWay: false, why };
}

function ofWeb(access: Access, user: string | null): Forecast {
  if (user === null) return untold('the web app', 'the log does not show who joined');
  const everyWay = (took: string): Forecast => ofAddresses(access, took, addressesOf(access));
  if (guestAccount.test(user)) return everyWay('the web app, not signed in');
  const member = access.members.find((entry) => entry.user.toLowerCase() === user.toLowerCase());
  if (member === undefined) {
    if (access.setup.membersComplete) return everyWay(`the web app as ${user}, no member`);
    return untold(`the web app as ${user}`, 'the answers do not tell whether this user is a member');
  }
  const { role, parameters } = member;
  const why = originOf('needsActivation', parameters.needsActivation);
  const candidates = [{ name: `member ${member.user}`, role, parameters }];
  return { took: `the web app as ${user}, a member`, candidates, outcomes: [role], unknownWay: false, why };
}

/** Finds the setup of a space of a log: by id, else by a name that only one space has. The last answer for it counts. */
export function accessFinder(
  configuration: Configuration,
): (space: { readonly id: string | null; readonly name: string | null }) => Access | null {
  const byId = new Map(configuration.spaces.map((setup) => [setup.space.id, setup]));
  const cache = new Map<string, Access>();
  return ({ id, name }) => {
    const named = id === null ? [...byId.values()].filter(({ space }) => space.name !== null && space.name === name) : [];
    const setup = id === null ? (named.length === 1 ? named[0] : undefined) : byId.get(id);
    if (setup === undefined) return null;
    const access = cache.get(setup.space.id) ?? accessOf(configuration, setup);
    cache.set(setup.space.id, access);
    return access;
  };
}

/** The one value that all candidates which make a guest agree on, or null. */
export function agreed<T>(candidates: readonly Candidate[], pick: (parameters: WayParameters) => T | null): T | null {
  const values = new Set(candidates.filter(({ role }) => role === 'guest').map(({ parameters }) => pick(parameters)));
  return values.size === 1 ? ([...values][0] ?? null) : null;
}

/** The resolved mode and time, where all guests' ways in agree. */
export function guestDeactivation(candidates: readonly Candidate[]) {
  return {
    mode: agreed(candidates, ({ deactivationMode }) => (deactivationMode.state === 'set' ? deactivationMode.value : null)),
    /** Seconds. */
    time: agreed(candidates, ({ deactivationModeTime }) => (deactivationModeTime.state === 'set' ? deactivationModeTime.value : null)),
  };
}

/** Whether the configuration locks meetings from their beginning, so that even hosts may be deactivated. */
export function mayLockHosts({ call }: Access): boolean {
  const lockedAtStart = call.locked.state === 'set' && call.locked.value;
  return lockedAtStart && !(call.lockMode.state === 'set' && call.lockMode.value === 'needsActivation');
}

/** The display of a space of the configuration. */
export function accessName({ setup: { space } }: Access): string {
  return space.name ?? known(space.uri) ?? space.id;
}
