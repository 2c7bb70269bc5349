/** The words of a verdict that all its renderers share. */
import type { ApiCall, Attached, Level, LevelName, SpaceVerdict, UnknownReason, Verdict } from '#model/verdict.ts';

const levelNames: Readonly<Record<LevelName, string>> = {
  global: 'global',
  tenant: 'tenant',
  coSpace: 'space',
  accessMethod: 'access method',
  coSpaceUser: 'member',
};

const reasons: Readonly<Record<UnknownReason, string>> = {
  'not-given': 'not among the answers',
  missing: 'does not exist',
  abridged: 'given only in part',
  illegible: 'illegible',
};

/** The heading of a space: name, id, and which answer it is. */
export function spaceHeading({ id, name, version, place }: SpaceVerdict): string {
  const which = version.of > 1 ? `, answer ${version.number} of ${version.of} (${place.input}:${place.line})` : '';
  return `Space ${name ?? '(without a name)'}  ${id}${which}`;
}

/** What stands where no scenario does. */
export function scenarioHeading({ ways }: SpaceVerdict): string {
  const outcomes = new Set(ways.map(({ outcome }) => outcome));
  if (outcomes.has('guest') && outcomes.has('host'))
    return 'None of the four scenarios: guests and hosts are not told apart as they should be.';
  if (outcomes.has('unknown')) return 'None of the four scenarios that the answers would tell.';
  return 'None of the four scenarios: the space does not tell guests from hosts.';
}

/** A level and what it belongs to. */
export function levelWords({ name, of }: Level): string {
  return name === 'global' ? 'global' : `${levelNames[name]} ${short(of)}`;
}

/** The profiles of a level: `call leg profile Guests (needsActivation=true)`. */
export function attachedWords({ name, callLegProfile, callProfile }: Level): string {
  if (callLegProfile?.id === '?' && callProfile?.id === '?') return reasons[callLegProfile.unknown ?? 'not-given'];
  const callLeg = `call leg profile ${profileWords(callLegProfile)}`;
  const attachesCalls = name === 'global' || name === 'tenant' || name === 'coSpace';
  return attachesCalls ? `${callLeg}, call profile ${profileWords(callProfile)}` : callLeg;
}

/** A profile and what it sets. */
export function profileWords(attached: Attached | null): string {
  if (attached === null) return 'none';
  if (attached.unknown !== null)
    return attached.id === '?' ? `unknown (${reasons[attached.unknown]})` : `${attached.id} (${reasons[attached.unknown]})`;
  const sets = attached.sets.length === 0 ? 'sets nothing that matters here' : attached.sets.join(', ');
  return `${attached.name ?? short(attached.id)} (${sets})`;
}

/** The first part of a GUID; other ids stay whole. */
function short(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? id.slice(0, 8) : id;
}

/** A call to the API as a line to copy. */
export function callWords({ method, path, parameters }: ApiCall): string {
  const body = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return [`${method} /api/v1${path}`, body.join('&')].filter((part) => part !== '').join('  ');
}

const kinds: Readonly<Record<string, readonly [string, string]>> = {
  coSpace: ['space', 'spaces'],
  accessMethod: ['access method', 'access methods'],
  coSpaceUser: ['member', 'members'],
  callLegProfile: ['call leg profile', 'call leg profiles'],
  callProfile: ['call profile', 'call profiles'],
  tenant: ['tenant', 'tenants'],
  systemProfiles: ['system profiles', 'system profiles'],
};

/** What was read, and what was mended of it. */
export function readWords({ objects, mended }: Verdict): string {
  const counts = Object.entries(kinds).flatMap(([kind, [one, many]]) => {
    const count = objects[kind] ?? 0;
    return count === 0 ? [] : [kind === 'systemProfiles' ? 'the system profiles' : `${count} ${count === 1 ? one : many}`];
  });
  const repairs = Object.entries(mended).map(([what, times]) => `${what} ${times}`);
  const read = counts.length === 0 ? 'Nothing was read' : `Read ${counts.join(', ')}`;
  return `${read}${repairs.length === 0 ? '' : `; mended ${repairs.join(', ')}`}.`;
}
