/** The document that started this, as it was pasted, damaged places included: four scenarios, and every way in as the document says. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { judged, outcomes } from './support/answers.ts';

const seed = fileURLToPath(new URL('../../../shared/seed/guest-host-access.txt', import.meta.url));
const there = existsSync(seed);
if (!there) process.stderr.write('skipped: the document beside the project is not here\n');

describe.skipIf(!there)('the document', () => {
  const verdict = judged(['document', there ? readFileSync(seed, 'utf8') : '']);
  const [different, twoPins, emptyPin, member] = verdict.spaces;

  test('is set up in the four ways, in their order', () => {
    expect(verdict.spaces.map(({ scenarios }) => scenarios.map(({ number }) => number))).toEqual([[1], [2], [3], [4]]);
  });

  test('1: two addresses', () => {
    expect(different && outcomes(different)).toEqual({
      'URI guest.space': 'guest',
      'URI host.space (access method 447c61c5)': 'host',
      'call ID 628821815': 'guest',
      'call ID 888 (access method 447c61c5)': 'host',
    });
  });

  test('2: one address, two passcodes', () => {
    expect(twoPins && outcomes(twoPins)).toEqual({
      'URI guestpin.space': 'guest',
      'URI guestpin.space (access method 760c0e17)': 'host',
      'URI guestpin.space, no or another passcode': 'refused',
      'call ID 189': 'guest',
      'call ID 189, no or another passcode': 'refused',
      'call ID 889 (access method 760c0e17)': 'host',
      'call ID 889, no or another passcode': 'refused',
    });
  });

  test('3: guests leave the passcode blank, or wait five seconds', () => {
    expect(emptyPin && outcomes(emptyPin)).toEqual({
      'URI guestpin.space': 'guest',
      'URI guestpin.space (access method 760c0e17)': 'host',
      'call ID 189': 'guest',
      'call ID 889 (access method 760c0e17)': 'host',
      'call ID 889, no or another passcode': 'refused',
    });
    expect(emptyPin?.ways[0]?.why).toContain('SIP callers press # or wait for 5 s (passcodeMode=timeout)');
  });

  test('4: a member who signs in; its profiles are only named in the prose, and that is said', () => {
    expect(member && outcomes(member)).toEqual({
      'member user1@evacanoalone.net': 'host',
      'URI global': 'guest',
      'URI global (access method c4ecc16e)': 'host',
      'call ID 1234': 'guest',
      'call ID 1234 (access method c4ecc16e)': 'host',
    });
    expect(verdict.notices.filter(({ code }) => code === 'profile-from-prose')).toHaveLength(2);
  });

  test('goes back to the lobby when the last host leaves', () => {
    expect(different?.lastHostLeaves[0]).toMatch(/^Guests go back to the lobby/);
  });

  test('is mended where it was damaged', () => {
    expect(verdict.mended).toMatchObject({ 'doubled-bracket': 12, 'broken-tag': 2, 'broken-value': 1 });
    expect(verdict.notices.map(({ code }) => code).filter((code) => code !== 'profile-from-prose')).toEqual(['space-versions']);
  });
});
