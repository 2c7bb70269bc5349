import { admitsNonMembers } from '../access.ts';
import { isReachable } from '../ways-in.ts';
import { put } from './calls.ts';
import type { FaultRule } from './fault.ts';

export const nonMembersShutOut: FaultRule = {
  code: 'non-members-shut-out',
  meaning: 'nonMemberAccess is false: guests, and hosts who do not sign in, are refused.',
  find(access) {
    if (admitsNonMembers(access)) return [];
    const shut = access.entries.filter(isReachable);
    const guests = shut.some(({ role }) => role === 'guest' || role === 'host');
    return [
      {
        severity: guests ? 'error' : 'info',
        message: `nonMemberAccess is false: only members who sign in get in${guests ? '; the ways in for guests and hosts lead nowhere' : ''}.`,
        ways: [],
        changes: [put(`/coSpaces/${access.setup.space.id}`, { nonMemberAccess: 'true' })],
      },
    ];
  },
};
