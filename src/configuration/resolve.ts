/**
 * Which value counts: per parameter, the most specific level that sets it wins, an unset one inherits (stated for needsActivation and
 * as the order of `callLegProfileTrace`; that every parameter follows it is inferred). Global < tenant < space < access method < member.
 */
import type { CallLegParameters, CallParameters, LevelName, Resolved, UnknownReason } from '#model/verdict.ts';
import type { AccessMethod, CallLegProfile, CallProfile, Configuration, CoSpace, CoSpaceUser, Known } from './objects.ts';
import type { Setting } from './setting.ts';

/** One level of a way in, with the profiles attached to it by id. */
export interface Link {
  readonly level: LevelName;
  /** Of the object; null = the system, or a tenant that is not known. */
  readonly id: string | null;
  /** Of what object, by its name. */
  readonly of: string;
  readonly callLegProfile: Setting<string>;
  readonly callProfile: Setting<string>;
}

const none = { state: 'unset' } as const;

/**
 * The levels of one way in, least specific first.
 * @param method null = the space itself is dialled
 * @param member null = nobody signed in
 */
export function chain(
  configuration: Configuration,
  space: CoSpace,
  method: AccessMethod | null,
  member: CoSpaceUser | null,
): readonly Link[] {
  const links: Link[] = [globalLink(configuration)];
  const tenant = tenantLink(configuration, space);
  if (tenant !== null) links.push(tenant);
  links.push({
    level: 'coSpace',
    id: space.id,
    of: space.name ?? space.id,
    callLegProfile: space.callLegProfile,
    callProfile: space.callProfile,
  });
  if (method !== null) {
    links.push({
      level: 'accessMethod',
      id: method.id,
      of: method.name ?? method.id,
      callLegProfile: method.callLegProfile,
      callProfile: none,
    });
  }
  if (member !== null) {
    const of = member.userJid.state === 'set' ? member.userJid.value : member.id;
    links.push({ level: 'coSpaceUser', id: member.id, of, callLegProfile: member.callLegProfile, callProfile: none });
  }
  return links;
}

function globalLink({ system }: Configuration): Link {
  const notGiven = { state: 'unknown', why: 'not-given' } as const;
  return {
    ...{ level: 'global', id: null, of: 'system profiles' },
    callLegProfile: system?.callLegProfile ?? notGiven,
    callProfile: system?.callProfile ?? notGiven,
  };
}

function tenantLink({ tenants }: Configuration, space: CoSpace): Link | null {
  if (space.tenant.state === 'unset') return null;
  if (space.tenant.state === 'unknown') {
    return { level: 'tenant', id: null, of: 'unknown', callLegProfile: space.tenant, callProfile: space.tenant };
  }
  const tenant = tenants.byId.get(space.tenant.value);
  if (tenant !== undefined) {
    return {
      level: 'tenant',
      id: tenant.id,
      of: tenant.name ?? tenant.id,
      callLegProfile: tenant.callLegProfile,
      callProfile: tenant.callProfile,
    };
  }
  const unknown = { state: 'unknown', why: absence(tenants) } as const;
  return { level: 'tenant', id: space.tenant.value, of: space.tenant.value, callLegProfile: unknown, callProfile: unknown };
}

/** Why an object is not there: a complete list without it says that it does not exist. */
export function absence<T>(objects: Known<T>): UnknownReason {
  return objects.complete ? 'missing' : 'not-given';
}

/** What is attached at one level: nothing, a profile, or something that is not known. */
export type AttachedProfile<P> =
  | { readonly state: 'none' }
  | { readonly state: 'given'; readonly id: string; readonly profile: P }
  | { readonly state: 'unknown'; readonly id: string | null; readonly why: UnknownReason };

/** Follows the id of a profile. */
export function attached<P>(reference: Setting<string>, profiles: Known<P>): AttachedProfile<P> {
  switch (reference.state) {
    case 'unset':
      return { state: 'none' };
    case 'unknown':
      return { state: 'unknown', id: null, why: reference.why };
    case 'set': {
      const profile = profiles.byId.get(reference.value);
      if (profile !== undefined) return { state: 'given', id: reference.value, profile };
      return { state: 'unknown', id: reference.value, why: absence(profiles) };
    }
  }
}

/** The guest and host parameters of a way in. */
export function callLegParameters(links: readonly Link[], profiles: Known<CallLegProfile>): CallLegParameters {
  const levels = links.map(({ level, callLegProfile }) => ({ level, attached: attached(callLegProfile, profiles) }));
  return {
    needsActivation: resolve(levels, (profile) => profile.needsActivation),
    deactivationMode: resolve(levels, (profile) => profile.deactivationMode),
    deactivationModeTime: resolve(levels, (profile) => profile.deactivationModeTime),
  };
}

/** The prompt and lock parameters of a way in. */
export function callParameters(links: readonly Link[], profiles: Known<CallProfile>): CallParameters {
  const levels = links.map(({ level, callProfile }) => ({ level, attached: attached(callProfile, profiles) }));
  return {
    passcodeMode: resolve(levels, (profile) => profile.passcodeMode),
    passcodeTimeout: resolve(levels, (profile) => profile.passcodeTimeout),
    locked: resolve(levels, (profile) => profile.locked),
    lockMode: resolve(levels, (profile) => profile.lockMode),
  };
}

/** One parameter: from the most specific level down to the first that sets it, or that cannot be known. */
export function resolve<P, T>(
  levels: readonly { readonly level: LevelName; readonly attached: AttachedProfile<P> }[],
  pick: (profile: P) => Setting<T>,
): Resolved<T> {
  for (const { level, attached: at } of levels.toReversed()) {
    if (at.state === 'none') continue;
    if (at.state === 'unknown') return { state: 'unknown', level, profile: at.id, why: at.why };
    const setting = pick(at.profile);
    if (setting.state === 'set') return { state: 'set', value: setting.value, level, profile: at.id };
    if (setting.state === 'unknown') return { state: 'unknown', level, profile: at.id, why: setting.why };
  }
  return { state: 'unset' };
}
