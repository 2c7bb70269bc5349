import { isReachable } from '../ways-in.ts';
import { newProfile } from './calls.ts';
import type { FaultRule } from './fault.ts';

export const noGuest: FaultRule = {
  code: 'no-guest',
  meaning: 'There is a way in for hosts, but none for guests: nobody waits for a host.',
  find({ setup, entries, members }, ways) {
    if (ways.some(({ outcome }) => outcome === 'guest' || outcome === 'unknown')) return [];
    const all = [...entries.filter(isReachable), ...members];
    if (all.length === 0 || all.some(({ role }) => role === 'guest')) return [];
    const distinguished = all.some(({ role }) => role === 'host');
    return [
      {
        severity: distinguished ? 'warning' : 'info',
        message: distinguished
          ? 'There are hosts, but no way in makes a guest: nobody waits for a host, everybody is active at once.'
          : 'The space does not tell guests from hosts: needsActivation is set at no level, and everybody is active at once.',
        ways: [],
        changes: distinguished ? newProfile(true, `/coSpaces/${setup.space.id}`) : [],
      },
    ];
  },
};
