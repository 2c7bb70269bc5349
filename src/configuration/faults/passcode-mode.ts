import type { Access } from '../access.ts';
import { admitsNonMembers } from '../access.ts';
import { known } from '../setting.ts';
import { addressesOf } from '../ways-in.ts';
import { get, post, put } from './calls.ts';
import type { FaultRule } from './fault.ts';

/** passcodeMode matters only where one address has blank and set passcodes (stated, 2.1; SIP callers only). */
export const passcodeModeUnset: FaultRule = {
  code: 'passcode-mode-unset',
  meaning: 'An address has ways in with and without a passcode, and passcodeMode is set nowhere: how SIP callers leave it blank is open.',
  find(access) {
    const address = mixed(access);
    if (address === null || access.call.passcodeMode.state === 'set') return [];
    const unknown = access.call.passcodeMode.state === 'unknown';
    return [
      {
        severity: unknown ? 'info' : 'warning',
        message:
          `${address} has ways in with and without a passcode, but passcodeMode ${unknown ? 'is not known' : 'is set at no level'}: ` +
          `how SIP callers enter a blank passcode is ${unknown ? 'open' : 'not documented then'}.`,
        ways: [],
        changes: unknown
          ? [get('/system/profiles'), get('/callProfiles')]
          : [...attach(access, { passcodeMode: 'timeout', passcodeTimeout: '5' })],
      },
    ];
  },
};

export const passcodeTimeoutUnset: FaultRule = {
  code: 'passcode-timeout-unset',
  meaning: 'passcodeMode is timeout, but passcodeTimeout is set nowhere: how long guests wait at the prompt is not documented.',
  find(access) {
    const { passcodeMode, passcodeTimeout } = access.call;
    const timesOut = passcodeMode.state === 'set' && passcodeMode.value === 'timeout';
    if (!timesOut || passcodeTimeout.state !== 'unset' || mixed(access) === null) return [];
    return [
      {
        severity: 'warning',
        message: 'passcodeMode is timeout, but passcodeTimeout is set at no level: how long guests wait at the prompt is not documented.',
        ways: [],
        changes: [put(`/callProfiles/${passcodeMode.profile}`, { passcodeTimeout: '5' })],
      },
    ];
  },
};

/** The first address with blank and set passcodes. */
function mixed(access: Access): string | null {
  if (!admitsNonMembers(access)) return null;
  const found = addressesOf(access).find(
    ({ entries }) => entries.some(({ passcode }) => passcode.kind === 'set') && entries.some(({ passcode }) => passcode.kind === 'blank'),
  );
  return found === undefined ? null : `${found.kind === 'uri' ? 'URI' : 'Call ID'} ${found.address}`;
}

function attach({ setup }: Access, parameters: Readonly<Record<string, string>>): ReturnType<typeof put>[] {
  const profile = known(setup.space.callProfile);
  if (profile !== null) return [put(`/callProfiles/${profile}`, parameters)];
  return [post('/callProfiles', parameters), put(`/coSpaces/${setup.space.id}`, { callProfile: '<id of the new profile>' })];
}
