import type { FaultRule } from './fault.ts';
import { known } from '../setting.ts';
import { put } from './calls.ts';

/** The default of deactivationMode is not documented. */
export const deactivationUnset: FaultRule = {
  code: 'deactivation-unset',
  meaning: 'deactivationMode is set at no level for guests: what happens to them when the last host leaves is not documented.',
  find({ entries }, ways) {
    const unset = ways.filter(({ outcome, parameters }) => outcome === 'guest' && parameters.deactivationMode.state === 'unset');
    if (unset.length === 0) return [];
    const profile = entries.filter(({ role }) => role === 'guest').flatMap((entry) => known(entry.profile) ?? []);
    return [
      {
        severity: 'info',
        message: 'deactivationMode is set at no level for guests: what happens to them when the last host leaves is not documented.',
        ways: unset.map(({ name }) => name),
        changes: [...new Set(profile)].map((id) =>
          put(`/callLegProfiles/${id}`, { deactivationMode: 'deactivate', deactivationModeTime: '0' }),
        ),
      },
    ];
  },
};
