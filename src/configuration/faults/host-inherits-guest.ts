import type { WayParameters } from '#model/verdict.ts';
import { isReachable } from '../ways-in.ts';
import { known, type Setting } from '../setting.ts';
import { levelName, short } from '../words.ts';
import { memberPath, newProfile, pathOf, put } from './calls.ts';
import type { FaultRule, Found } from './fault.ts';
import type { Access } from '../access.ts';

/** Unset is not false: the level below decides, and there stands the guests' true (stated per parameter, the consequence inferred). */
export const hostInheritsGuest: FaultRule = {
  code: 'host-inherits-guest',
  meaning:
    'A profile that looks like the hosts’ leaves needsActivation unset and inherits true: its users are guests, and nobody is activated.',
  find(access) {
    const { entries, members, setup } = access;
    return [
      ...entries
        .filter((entry) => entry.method !== null && isReachable(entry))
        .flatMap((entry) => inherited(access, entry.label, entry.profile, entry.parameters, 'accessMethod', pathOf(setup, entry))),
      ...members.flatMap((entry) =>
        inherited(access, `Member ${entry.user}`, entry.member.callLegProfile, entry.parameters, 'coSpaceUser', memberPath(setup, entry)),
      ),
    ];
  },
};

function inherited(
  { configuration, setup }: Access,
  who: string,
  reference: Setting<string>,
  { needsActivation }: WayParameters,
  own: 'accessMethod' | 'coSpaceUser',
  path: string,
): readonly Found[] {
  const id = known(reference);
  if (id === null || needsActivation.state !== 'set' || !needsActivation.value || needsActivation.level === own) return [];
  const profile = configuration.callLegProfiles.byId.get(id);
  if (profile === undefined || profile.needsActivation.state !== 'unset') return [];
  // Guests share the profile: to make it explicit would make hosts of them.
  const shared = known(setup.space.callLegProfile) === id;
  const message =
    `${who.slice(0, 1).toUpperCase()}${who.slice(1)} has a call leg profile of its own (${short(id)}) that leaves needsActivation unset: ` +
    `it inherits true from ${levelName(needsActivation.level)} and makes guests. Hosts need an explicit false.`;
  return [
    {
      severity: 'error',
      message,
      ways: [],
      changes: shared ? newProfile(false, path) : [put(`/callLegProfiles/${id}`, { needsActivation: 'false' })],
    },
  ];
}
