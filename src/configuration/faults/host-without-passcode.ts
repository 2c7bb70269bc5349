import { admitsNonMembers, samePasscode } from '../access.ts';
import { addressesOf } from '../ways-in.ts';
import { pathOf, put } from './calls.ts';
import type { FaultRule, Found } from './fault.ts';

/** Where guests have a passcode and hosts none, leaving it blank makes a host. Where both have none, see `passcode-collision`. */
export const hostWithoutPasscode: FaultRule = {
  code: 'host-without-passcode',
  meaning: 'The hosts’ way in has no passcode on an address that guests use: whoever leaves it blank is a host.',
  find(access) {
    if (!admitsNonMembers(access)) return [];
    const found = new Map<string, Found>();
    for (const { kind, address, entries } of addressesOf(access)) {
      const guest = entries.find(({ role }) => role === 'guest');
      const host = entries.find(({ role, passcode }) => role === 'host' && passcode.kind === 'blank');
      if (guest === undefined || host === undefined) continue;
      const both = samePasscode(guest.passcode, host.passcode);
      const before = found.get(host.label);
      found.set(host.label, {
        severity: 'error',
        message:
          before?.message ??
          `Guests and hosts share ${kind === 'uri' ? 'URI' : 'call ID'} ${address}, and ${host.label}, which makes hosts, has no passcode: ` +
            `${both ? 'nothing tells them apart' : 'whoever leaves it blank is a host'}.`,
        ways: [],
        changes: [put(pathOf(access.setup, host), { passcode: '<passcode of the hosts>' })],
      });
    }
    return [...found.values()];
  },
};
