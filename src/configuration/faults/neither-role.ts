import { isReachable } from '../ways-in.ts';
import { known } from '../setting.ts';
import { memberPath, newProfile, pathOf, put } from './calls.ts';
import type { FaultRule } from './fault.ts';

/** Stated for Meeting Management's interface, inferred for the API. A space in which nobody is guest or host needs neither. */
export const neitherRole: FaultRule = {
  code: 'neither-role',
  meaning: 'needsActivation is set at no level for a way in, while others are guests: its users are active at once, but activate nobody.',
  find({ entries, members, setup, configuration }) {
    const guests = [...entries.filter(isReachable), ...members].some(({ role }) => role === 'guest');
    if (!guests) return [];
    const lacking = [
      ...entries
        .filter((entry) => isReachable(entry) && entry.role === 'neither')
        .map((entry) => ({ who: entry.label, profile: known(entry.profile), path: pathOf(setup, entry) })),
      ...members
        .filter(({ role }) => role === 'neither')
        .map((entry) => ({ who: `member ${entry.user}`, profile: known(entry.member.callLegProfile), path: memberPath(setup, entry) })),
    ];
    return lacking.map(({ who, profile, path }) => ({
      severity: 'warning',
      message: `needsActivation is set at no level for ${who}: who joins that way is active at once, but leaves guests waiting.`,
      ways: [],
      changes:
        profile !== null && configuration.callLegProfiles.byId.has(profile)
          ? [put(`/callLegProfiles/${profile}`, { needsActivation: 'false' })]
          : newProfile(false, path),
    }));
  },
};
