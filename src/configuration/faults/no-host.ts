import { known } from '../setting.ts';
import { newProfile, post } from './calls.ts';
import type { FaultRule } from './fault.ts';

export const noHost: FaultRule = {
  code: 'no-host',
  meaning: 'There are ways in for guests, but none for hosts: nobody can activate anybody.',
  find({ setup }, ways) {
    const guests = ways.filter(({ outcome }) => outcome === 'guest');
    if (guests.length === 0 || ways.some(({ outcome }) => outcome === 'host')) return [];
    // What is not known may be the hosts' way in.
    const unsure = ways.some(({ outcome }) => outcome === 'unknown') || !setup.accessMethodsComplete;
    const path = `/coSpaces/${setup.space.id}/accessMethods`;
    const uri = known(setup.space.uri);
    const method = setup.accessMethods[0];
    return [
      {
        severity: unsure ? 'warning' : 'error',
        message:
          'Guests wait here for a host, but no way in makes a host: nobody is ever activated' +
          `${unsure || !setup.membersComplete ? `, unless by ${unsure ? 'a way in' : 'a member'} that the answers do not tell` : ''}.`,
        ways: guests.map(({ name }) => name),
        changes:
          method === undefined
            ? [
                post('/callLegProfiles', { name: 'host', needsActivation: 'false' }),
                post(path, {
                  ...(uri === null ? {} : { uri }),
                  passcode: '<passcode of the hosts>',
                  callLegProfile: '<id of the new profile>',
                }),
              ]
            : newProfile(false, `${path}/${method.id}`),
      },
    ];
  },
};
