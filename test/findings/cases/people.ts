/** Single people, and whole spaces. */
import type { Cases } from '../case.ts';
import { guest, guid, host, locked, material, meeting, moved, somebody } from '../drawn.ts';

const expecting = { expectHosts: ['hal@*', '*boss*'] };
const dropped = { reason: 'local SIP teardown with reason 2 (media timeout)' };

export const people: Readonly<Record<string, Cases>> = {
  'rejoined-repeatedly': {
    fires: [
      {
        name: 'four times within two minutes, in one meeting',
        given: material([
          meeting([
            host('hal', 'AAAAAAAAAA'),
            somebody('ann', 'A', dropped),
            somebody('ann', '..AA', dropped),
            somebody('ann', '.....A'),
            somebody('Ann', '.......AA'),
          ]),
        ]),
        severity: 'warning',
      },
      {
        name: 'alone, so that each time is a meeting of its own',
        given: material([meeting([guest('ann', 'L')]), meeting([guest('ann', '..L')]), meeting([guest('ann', '....L')])]),
        severity: 'warning',
      },
      {
        name: 'two people at the same time are told together',
        given: material([
          meeting([
            host('hal', 'AAAAAAAAAA'),
            ...['A', '..A', '....A'].map((drawing) => somebody('ann', drawing, dropped)),
            ...['.A', '...A', '.....A'].map((drawing) => somebody('bo', drawing, dropped)),
          ]),
        ]),
        severity: 'warning',
      },
      {
        name: 'a web guest, by the display name, as each time makes another account',
        given: material([
          meeting([
            host('hal', 'AAAAAAAAAA'),
            ...[1, 2, 3].map((number) =>
              somebody(`guest${number}@example.org`, `${'..'.repeat(number)}A`, { kind: 'web', displayName: 'Ann', reason: null }),
            ),
          ]),
        ]),
        severity: 'warning',
      },
    ],
    silent: [
      { name: 'twice', given: material([meeting([host('hal', 'AAAAAAAA'), somebody('ann', 'A'), somebody('ann', '..AA')])]) },
      {
        name: 'three devices side by side',
        given: material([meeting([somebody('ann', 'AAAA'), somebody('ann', '.AAAA'), somebody('ann', '..AAAA')])]),
      },
      { name: 'once an hour', given: material([0, 360, 720].map((wait) => meeting([somebody('ann', `${'.'.repeat(wait)}AA`)]))) },
      {
        name: 'web guests without a display name',
        given: material([
          meeting([host('hal', 'AAAAAAAA'), ...[1, 2, 3].map((number) => somebody(`guest${number}`, `${'..'.repeat(number)}A`))]),
        ]),
      },
    ],
  },
  'expected-host-deactivated': {
    fires: [
      {
        name: 'the boss waits, twice',
        given: material([meeting([guest('hal@example.org', 'LLAALL'), host('ivy', '..AA')])]),
        options: expecting,
        severity: 'error',
      },
      {
        name: 'by display name',
        given: material([meeting([guest('guest17@example.org', 'LLL', { displayName: 'The Boss' })])]),
        options: expecting,
        severity: 'error',
      },
      {
        name: 'under a lock it proves nothing',
        given: material([meeting([somebody('hal@example.org', '.LL')], [locked(0)])]),
        options: expecting,
        severity: 'info',
      },
    ],
    silent: [
      { name: 'nobody is expected', given: material([meeting([guest('hal@example.org', 'LLL')])]) },
      { name: 'active at once', given: material([meeting([host('hal@example.org', 'AAA'), guest('ann', 'AAAL')])]), options: expecting },
      { name: 'others wait', given: material([meeting([guest('ann', 'LLL')])]), options: expecting },
    ],
  },
  'everybody-active-at-once': {
    fires: [
      {
        name: 'guests of one meeting are alone and active in another',
        given: material([
          meeting([guest('ann', 'LLAA'), guest('bo', 'LLAA'), host('hal', '..AA')]),
          meeting([somebody('ann', '..........AAA'), somebody('bo', '...........AA')]),
        ]),
        severity: 'info',
      },
    ],
    silent: [
      {
        name: 'a host was first',
        given: material([
          meeting([guest('ann', 'LLAA'), guest('bo', 'LLAA'), host('hal', '..AA')]),
          meeting([somebody('hal', '.........AAAA'), somebody('ann', '..........AAA'), somebody('bo', '...........AA')]),
        ]),
      },
      {
        name: 'they called another address this time',
        given: material([
          meeting([guest('ann', 'LLAA', { dialled: 'team@x' }), guest('bo', 'LLAA', { dialled: 'team@x' }), host('hal', '..AA')]),
          meeting([
            somebody('ann', '..........AAA', { dialled: 'team.host@x' }),
            somebody('bo', '...........AA', { dialled: 'team.host@x' }),
          ]),
        ]),
      },
      { name: 'nobody is a guest anywhere', given: material([meeting([somebody('ann', 'AAA'), somebody('bo', 'AAA')])]) },
    ],
  },
  'nobody-needed-activation': {
    fires: [
      {
        name: 'three people in two meetings',
        given: material([meeting([somebody('ann', 'AAA'), somebody('bo', '.AAA')]), meeting([somebody('ann', '........AAA')])]),
        severity: 'info',
      },
    ],
    silent: [
      {
        name: 'somebody waited',
        given: material([meeting([somebody('ann', 'AAA'), somebody('bo', '.AAA')]), meeting([guest('ann', '........LLL')])]),
      },
      { name: 'two people tell nothing', given: material([meeting([somebody('ann', 'AAA'), somebody('bo', '.AAA')])]) },
      {
        name: 'the log does not tell the states',
        given: material([meeting([somebody('ann', '.???'), somebody('bo', '.???'), somebody('cy', '.???')])]),
      },
      {
        name: 'recorders are no people',
        given: material([meeting([somebody('ann', 'AAA'), somebody('bo', '.AAA'), somebody('rec', '.AAA', { kind: 'recorder' })])]),
      },
    ],
  },
  'moved-between-spaces': {
    fires: [
      {
        name: 'a web guest is moved away',
        given: material([
          meeting([guest('guest9@example.org', 'LLL', { displayName: 'Dee', leg: guid(77) })], [moved(3, guid(77), 'guest9@example.org')]),
        ]),
        severity: 'info',
      },
      {
        name: 'a leg that is not seen',
        given: material([meeting([somebody('ann', 'AAAA')], [moved(3, guid(78), 'guest9@example.org')])]),
        severity: 'info',
      },
    ],
    silent: [{ name: 'nobody moves', given: material([meeting([somebody('ann', 'AAAA')])]) }],
  },
};
