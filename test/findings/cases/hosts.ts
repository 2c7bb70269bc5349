/** Hosts who come and go, and what becomes of guests. */
import type { Cases } from '../case.ts';
import { changed, guest, host, locked, material, meeting, somebody, unlocked } from '../drawn.ts';

const long = 'A'.repeat(12);
const byBridge = { reason: 'local SIP teardown with reason 7 (call ended)' };

export const hosts: Readonly<Record<string, Cases>> = {
  'released-without-activator': {
    fires: [
      {
        name: 'nobody is seen who may have done it',
        given: material([meeting([guest('ann', 'LLLAAA'), guest('bo', '.LLAAA')])]),
        severity: 'warning',
      },
      { name: 'a host is there: admitted', given: material([meeting([host('hal', 'AAAAAA'), guest('ann', '.LLAAA')])]), severity: 'info' },
      { name: 'the lock ended', given: material([meeting([somebody('ann', 'LLLAAA')], [locked(0), unlocked(3)])]), severity: 'info' },
      {
        name: 'a user of the API did something',
        given: material([meeting([guest('ann', 'LLLAAA')], [changed(3, 'modified the call')])]),
        severity: 'info',
      },
      {
        name: 'one after the other is one finding',
        given: material([meeting([host('hal', 'AAAAAA'), guest('ann', '.LLAAA'), guest('bo', '.LLLAA')])]),
        severity: 'info',
      },
    ],
    silent: [
      { name: 'a host joins', given: material([meeting([guest('ann', 'LLLAAA'), host('hal', '...AAA')])]) },
      { name: 'nobody waits', given: material([meeting([somebody('ann', 'AAAA')])]) },
    ],
  },
  'back-to-lobby': {
    fires: [
      {
        name: 'at the end of the meeting',
        given: material([meeting([host('hal', '..AA'), guest('ann', 'LLAALL'), guest('bo', 'LLAALL')])]),
        severity: 'info',
      },
      {
        name: 'after deactivationModeTime, and a host comes again soon',
        given: material([meeting([host('hal', '..AA'), guest('ann', 'LLAAALLLAA'), host('ivy', '........AA')])]),
        severity: 'warning',
      },
      { name: 'of a host whom the log does not tell', given: material([meeting([guest('ann', 'LLAALL')])]), severity: 'info' },
      {
        name: 'again and again is one finding',
        given: material([
          meeting([host('h1', '.A'), host('h2', '...A'), host('h3', '.....A'), host('h4', '.......A'), guest('ann', 'LALALALALL')]),
        ]),
        severity: 'warning',
      },
    ],
    silent: [
      {
        name: 'another host is still there',
        given: material([meeting([host('hal', '..AA'), host('ivy', '..AAAA'), guest('ann', 'LLAAAA')])]),
      },
      { name: 'everybody leaves', given: material([meeting([host('hal', '..AA'), guest('ann', 'LLAA')])]) },
    ],
  },
  'stayed-active-after-last-host': {
    fires: [
      {
        name: 'guests go on for two minutes',
        given: material([meeting([host('hal', '..AA'), guest('ann', `LLAA${long}`), guest('bo', `LLAA${long}`)])]),
        severity: 'info',
      },
      {
        name: 'counted from the last one who may be a host',
        given: material([meeting([host('hal', '..AA'), somebody('cy', '...AAAA'), guest('ann', `LLAAAA${long}`)])]),
        severity: 'info',
      },
    ],
    silent: [
      { name: 'only for a moment', given: material([meeting([host('hal', '..AA'), guest('ann', 'LLAAAA')])]) },
      {
        name: 'somebody of unknown role is there all the time',
        given: material([meeting([host('hal', '..AA'), somebody('cy', `...A${long}`), guest('ann', `LLAA${long}`)])]),
      },
      { name: 'sent back in the end', given: material([meeting([host('hal', '..AA'), guest('ann', `LLAA${long}LL`)])]) },
      {
        name: 'somebody was let in by a host whom the log does not show: such a one may be there still',
        given: material([meeting([host('hal', '..AA'), guest('ann', `LLAA${long}`), guest('bo', `LLLLLAAAA`)])]),
      },
    ],
  },
  'disconnected-with-last-host': {
    fires: [
      {
        name: 'all calls end together, by the Call Bridge, ten seconds later',
        given: material([meeting([host('hal', '..AA'), guest('ann', 'LLAAA', byBridge), guest('bo', 'LLAAA', byBridge)])]),
        severity: 'info',
      },
      {
        name: 'nobody ever waited, as the host was first',
        given: material([meeting([host('hal', 'AAAA'), somebody('ann', '..AAA', byBridge), somebody('bo', '..AAA', byBridge)])]),
        severity: 'info',
      },
      {
        name: 'a single proven guest, at once',
        given: material([meeting([host('hal', '..AA'), guest('ann', 'LLAA', byBridge)])]),
        severity: 'info',
      },
    ],
    silent: [
      { name: 'they hang up themselves', given: material([meeting([host('hal', '..AA'), guest('ann', 'LLAA'), guest('bo', 'LLAA')])]) },
      {
        name: 'one of several',
        given: material([meeting([host('hal', '..AA'), guest('ann', 'LLAAA', byBridge), guest('bo', 'LLAAAAA')])]),
      },
      {
        name: "the host's own call ended in the same way: somebody ended the meeting for all",
        given: material([meeting([host('hal', '..AA', byBridge), guest('ann', 'LLAA', byBridge), guest('bo', 'LLAA', byBridge)])]),
      },
      {
        name: 'after a time that is no whole second',
        given: material([meeting([host('hal', '..AA'), guest('ann', 'LLAA', { ...byBridge, lateMs: 3400 })])]),
      },
    ],
  },
  'hosts-come-and-go': {
    fires: [
      {
        name: 'three times within a minute',
        given: material([meeting([host('hal', '.A'), host('ivy', '...A'), host('hal', '.....A'), guest('ann', 'LALALAL')])]),
        severity: 'warning',
      },
    ],
    silent: [
      { name: 'twice', given: material([meeting([host('hal', '.A'), host('ivy', '...A'), guest('ann', 'LALAL')])]) },
      {
        name: 'one of them stays all the time',
        given: material([
          meeting([host('hal', '.A'), host('ivy', '...A'), host('hal', '.....A'), host('joe', 'AAAAAAA'), guest('ann', 'AAAAAAAL')]),
        ]),
      },
      {
        name: 'within hours',
        given: material([
          meeting([
            host('h1', '.A'),
            host('h2', `${'.'.repeat(40)}A`),
            host('h3', `${'.'.repeat(80)}A`),
            guest('ann', `LA${'L'.repeat(38)}A${'L'.repeat(39)}A`),
          ]),
        ]),
      },
    ],
  },
};
