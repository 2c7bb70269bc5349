/** Guests who wait. */
import type { Cases } from '../case.ts';
import { guest, host, locked, material, meeting, somebody, unlocked } from '../drawn.ts';

const minute = { waitedLongerThanMs: 60_000 };

export const waiting: Readonly<Record<string, Cases>> = {
  'host-never-came': {
    fires: [
      {
        name: 'guests wait longer than the limit and leave, and nobody else is ever there',
        given: material([meeting([guest('ann', 'ccLLLLLLLLLL'), guest('bo', '....LLLL')])]),
        options: minute,
        severity: 'warning',
      },
      {
        name: 'a guest who looked in for a moment is for information',
        given: material([meeting([guest('ann', 'LLL')])]),
        options: minute,
        severity: 'info',
      },
      {
        name: 'somebody is active, but lets nobody in',
        given: material([meeting([guest('ann', 'LLLLLLLLLLLL'), somebody('cy', '..AAAA')])]),
        options: minute,
        severity: 'warning',
      },
    ],
    silent: [
      { name: 'a host comes in the end', given: material([meeting([guest('ann', 'LLLLLLLLLLAA'), host('hal', '..........AA')])]) },
      { name: 'the log ends while they wait', given: material([meeting([guest('ann', 'LLLLLLLLLLLL>')])]) },
      { name: 'the log starts while they wait: a host may have been there', given: material([meeting([guest('ann', '??LLLLLLLLLL')])]) },
      { name: 'under a lock even hosts wait', given: material([meeting([somebody('ann', 'LLLLLLLLLLLL')], [locked(0)])]) },
      {
        name: 'somebody was let in, whoever did it',
        given: material([meeting([guest('ann', 'LLLLLLLLLLLL'), guest('bo', 'LLLAAAA')])]),
      },
    ],
  },
  'guest-waited-long': {
    fires: [
      {
        name: 'the host comes after the limit',
        given: material([
          meeting([guest('ann', 'LLLLLLLLLLAA'), guest('bo', '..LLLLLLLLAA'), guest('cy', '........LLAA'), host('hal', '..........AA')]),
        ]),
        options: minute,
        severity: 'warning',
      },
      {
        name: 'still waiting when the log ends',
        given: material([meeting([guest('ann', 'LLLLLLLLLL>')])]),
        options: minute,
        severity: 'warning',
      },
      {
        name: 'let in, and no host joined at that moment',
        given: material([meeting([guest('ann', 'LLLLLLLLLLAA')])]),
        options: minute,
        severity: 'warning',
      },
    ],
    silent: [
      { name: 'exactly the limit', given: material([meeting([guest('ann', 'LLLLLLAA'), host('hal', '......AA')])]), options: minute },
      { name: 'left while waiting: guest-gave-up tells that', given: material([meeting([guest('ann', 'LLLLLLLLLL')])]), options: minute },
      {
        name: 'four minutes by default',
        given: material([meeting([guest('ann', `${'L'.repeat(24)}AA`), host('hal', `${'.'.repeat(24)}AA`)])]),
      },
    ],
  },
  'guest-gave-up': {
    fires: [
      {
        name: 'left before the host came',
        given: material([meeting([guest('ann', 'LLLLLLLLLL'), guest('bo', '.LLL'), host('hal', '............AAAA')])]),
        options: minute,
        severity: 'warning',
      },
      {
        name: 'came after the host had gone, and waited for nobody',
        given: material([meeting([host('hal', 'AAAA'), guest('ann', '.....LLL'), guest('bo', 'LLLL')])]),
        options: minute,
        severity: 'info',
      },
      {
        name: 'sent back to the lobby, and left before the next host came',
        given: material([meeting([host('hal', '..AAAA'), guest('ann', 'LLAAAALLLLLLLL'), host('ivy', '................AA')])]),
        options: minute,
        severity: 'warning',
      },
    ],
    silent: [
      {
        name: 'hung up in the lobby after the meeting was over',
        given: material([meeting([host('hal', '..AAAA'), guest('ann', 'LLAAAALLLL')])]),
      },
      {
        name: 'no host came at all: host-never-came tells that',
        given: material([meeting([guest('ann', 'LLLLLLLLLL')])]),
        options: minute,
      },
      { name: 'was let in', given: material([meeting([host('hal', '....AA'), guest('ann', 'LLLLAA')])]) },
    ],
  },
  'guest-not-released': {
    fires: [
      {
        name: 'others were released, one was not',
        given: material([meeting([guest('ann', 'LLLLAAAA'), guest('bo', 'LLLLLLLL'), host('hal', '....AAAA')])]),
        severity: 'warning',
      },
      {
        name: 'the conference was locked before the host came',
        given: material([meeting([guest('ann', 'LLLLLLAA'), host('hal', '....AAAA')], [locked(2), unlocked(6)])]),
        severity: 'warning',
      },
      {
        name: 'host and guest are on two Call Bridges',
        given: material([meeting([guest('ann', 'LLLLLLLL', { host: 'cms2' }), host('hal', '....AAAA', { host: 'cms1' })])]),
        severity: 'warning',
      },
      {
        name: 'the log does not tell why',
        given: material([meeting([guest('ann', 'LLLLLLL>'), host('hal', '....AAA>')])]),
        severity: 'warning',
      },
    ],
    silent: [
      { name: 'released at once', given: material([meeting([guest('ann', 'LLLLAAAA'), host('hal', '....AAAA')])]) },
      {
        name: 'on two Call Bridges, whose clocks may differ by seconds',
        given: material([meeting([guest('ann', 'LLLLL', { host: 'cms2' }), host('hal', '.....AAAA', { host: 'cms1' })])]),
      },
      { name: 'left before the host came', given: material([meeting([guest('ann', 'LLL'), host('hal', '....AAAA')])]) },
      { name: 'moved to the lobby by hand', given: material([meeting([guest('ann', 'LLAALLAA'), host('hal', '..AAAAAA')])]) },
    ],
  },
  'waited-beside-host': {
    fires: [
      {
        name: 'had to wait from joining',
        given: material([meeting([host('hal', 'AAAAAAAA'), guest('ann', '..LLLL'), guest('bo', '...LLL')])]),
        severity: 'warning',
      },
      { name: 'moved to the lobby', given: material([meeting([host('hal', '..AAAAAA'), guest('ann', 'LLAALLAA')])]), severity: 'info' },
    ],
    silent: [
      {
        name: 'under a lock, which conference-locked tells',
        given: material([meeting([host('hal', 'AAAAAAAA'), guest('ann', '..LLLL')], [locked(1)])]),
      },
      { name: 'no host there', given: material([meeting([guest('ann', 'LLLL'), host('hal', '.....AA')])]) },
      { name: 'after the host left', given: material([meeting([host('hal', '..AA'), guest('ann', 'LLAALL')])]) },
      {
        name: 'the role of the one who was there is not known',
        given: material([meeting([somebody('cy', 'AAAAAAAA'), guest('ann', '..LLLL')])]),
      },
    ],
  },
  'arrival-released-nobody': {
    fires: [
      {
        name: 'active at once, and the guests go on waiting',
        given: material([meeting([guest('ann', 'LLLLLLLL'), guest('bo', '.LLLLLL'), somebody('cy', '...AAAA')])]),
        severity: 'warning',
      },
      {
        name: 'an expected host is worse',
        given: material([meeting([guest('ann', 'LLLLLLLL'), somebody('cy@example.org', '...AAAA'), somebody('dee', '....A')])]),
        options: { expectHosts: ['cy@*'] },
        severity: 'error',
      },
    ],
    silent: [
      { name: 'a host releases', given: material([meeting([guest('ann', 'LLLAAAA'), host('hal', '...AAAA')])]) },
      {
        name: 'recorders release nobody',
        given: material([meeting([guest('ann', 'LLLLLLL'), somebody('rec', '...AAAA', { kind: 'recorder' })])]),
      },
      { name: 'nobody waits', given: material([meeting([somebody('cy', 'AAAA'), somebody('dee', '..AAAA')])]) },
      { name: 'under a lock', given: material([meeting([guest('ann', 'LLLLLLL'), somebody('cy', '...AAAA')], [locked(2)])]) },
      {
        name: 'a host is there, and the guest was moved',
        given: material([meeting([host('hal', 'AAAAAAAA'), guest('ann', 'AALLLLLL'), somebody('cy', '....AAAA')])]),
      },
    ],
  },
};
