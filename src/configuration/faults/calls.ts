/** The calls to the API that rules show. Nothing makes them. Passcodes and ids that only the administrator knows are written as `<…>`. */
import type { ApiCall } from '#model/verdict.ts';
import type { Entry, MemberEntry } from '../access.ts';
import type { SpaceSetup } from '../objects.ts';

/** A call that would tell something. */
export function get(path: string): ApiCall {
  return { method: 'GET', path, parameters: {} };
}

/** A call that would change an object. */
export function put(path: string, parameters: Readonly<Record<string, string>>): ApiCall {
  return { method: 'PUT', path, parameters };
}

/** A call that would make an object. */
export function post(path: string, parameters: Readonly<Record<string, string>>): ApiCall {
  return { method: 'POST', path, parameters };
}

/** Where an entry stands in the API. */
export function pathOf({ space }: SpaceSetup, { method }: Pick<Entry, 'method'>): string {
  return method === null ? `/coSpaces/${space.id}` : `/coSpaces/${space.id}/accessMethods/${method.id}`;
}

/** Where a member stands in the API. */
export function memberPath({ space }: SpaceSetup, { member }: Pick<MemberEntry, 'member'>): string {
  return `/coSpaces/${space.id}/coSpaceUsers/${member.id}`;
}

/** A new profile, and its place: for profiles that others share, or where there is none yet. */
export function newProfile(needsActivation: boolean, path: string): readonly ApiCall[] {
  return [
    post('/callLegProfiles', { name: needsActivation ? 'guest' : 'host', needsActivation: String(needsActivation) }),
    put(path, { callLegProfile: '<id of the new profile>' }),
  ];
}
