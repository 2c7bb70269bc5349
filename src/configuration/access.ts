/** The ways into one space as entries: what is dialled, what passcode it has, and what its levels make of it. */
import type { AccessRole, CallLegParameters, CallParameters, WayParameters } from '#model/verdict.ts';
import type { AccessMethod, Configuration, CoSpaceUser, Passcode, SpaceSetup } from './objects.ts';
import { callLegParameters, callParameters, chain, type Link } from './resolve.ts';
import { known, type Setting } from './setting.ts';
import { short } from './words.ts';

/** One access method, or the space itself as the default one (stated). */
export interface Entry {
  /** null = the space itself. */
  readonly method: AccessMethod | null;
  /** How it is called in sentences: `the space itself`, `access method Hosts`. */
  readonly label: string;
  /** In lower case: the part before the @, or the whole where an address has its domain. */
  readonly uris: readonly string[];
  readonly callId: string | null;
  readonly passcode: Passcode;
  readonly profile: Setting<string>;
  readonly links: readonly Link[];
  readonly parameters: WayParameters;
  readonly role: AccessRole;
}

/** A member who signs in to the web app. */
export interface MemberEntry {
  readonly member: CoSpaceUser;
  readonly user: string;
  readonly links: readonly Link[];
  readonly parameters: WayParameters;
  readonly role: AccessRole;
}

/** Everything that decides who gets into a space as what. */
export interface Access {
  readonly configuration: Configuration;
  readonly setup: SpaceSetup;
  readonly call: CallParameters;
  /** The space itself first. */
  readonly entries: readonly Entry[];
  readonly members: readonly MemberEntry[];
}

/** Everything that decides who gets into a space as what, resolved for each of its access methods and members. */
export function accessOf(configuration: Configuration, setup: SpaceSetup): Access {
  const { space } = setup;
  const call = callParameters(chain(configuration, space, null, null), configuration.callProfiles);
  const parametersOf = (links: readonly Link[]): WayParameters => ({ ...callLegParameters(links, configuration.callLegProfiles), ...call });
  const entryOf = (method: AccessMethod | null): Entry => {
    const links = chain(configuration, space, method, null);
    const parameters = parametersOf(links);
    const addresses = method === null ? [known(space.uri), known(space.secondaryUri)] : [known(method.uri)];
    return {
      ...{ method, links, parameters, role: roleOf(parameters) },
      label: method === null ? 'the space itself' : `access method ${methodName(method, setup.accessMethods)}`,
      uris: addresses.flatMap((uri) => (uri === null ? [] : [uri.toLowerCase()])),
      callId: known((method ?? space).callId),
      passcode: (method ?? space).passcode,
      profile: (method ?? space).callLegProfile,
    };
  };
  const members = setup.members.map((member): MemberEntry => {
    const links = chain(configuration, space, null, member);
    const parameters = parametersOf(links);
    return { member, user: known(member.userJid) ?? member.id, links, parameters, role: roleOf(parameters) };
  });
  return { configuration, setup, call, entries: [entryOf(null), ...setup.accessMethods.map(entryOf)], members };
}

/** A name that only one access method of the space has; else with the first part of its id. */
function methodName({ id, name }: AccessMethod, all: readonly AccessMethod[]): string {
  if (name === null) return short(id);
  return all.some((other) => other.id !== id && other.name === name) ? `${name} ${short(id)}` : name;
}

/**
 * What needsActivation makes of somebody: true a guest, false a host (stated); unset neither: active at once, but nobody's activator
 * (stated for the interface of Meeting Management, inferred for the API).
 */
export function roleOf({ needsActivation }: CallLegParameters): AccessRole {
  if (needsActivation.state === 'unset') return 'neither';
  if (needsActivation.state === 'unknown') return 'unknown';
  return needsActivation.value ? 'guest' : 'host';
}

/** Whether two passcodes are the same one; two blanks are. */
export function samePasscode(a: Passcode, b: Passcode): boolean {
  if (a.kind === 'set' && b.kind === 'set') return a.token === b.token;
  return a.kind === 'blank' && b.kind === 'blank';
}

/** Whether non-members get in at all; unset is true (stated). Unknown counts as true, and is reported elsewhere. */
export function admitsNonMembers({ setup }: Access): boolean {
  return known(setup.space.nonMemberAccess) !== false;
}
