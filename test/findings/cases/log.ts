/** What the log itself does not tell, and what was changed meanwhile. */
import { instant, type Leg, type UnreadSummary } from '#model/index.ts';
import type { Cases } from '../case.ts';
import { at, changed, guest, guid, host, locked, material, meeting, record, somebody, unlocked } from '../drawn.ts';

const cms1 = { host: 'cms1' };
const cms2 = { host: 'cms2' };

/** A call that never joined. */
function stray(address: string, dialled: string | null, reason: string | null, column: number): { readonly leg: Leg } {
  return {
    leg: {
      id: `stray-${address}-${column}`,
      host: null,
      kind: 'sip',
      callNumber: 7,
      callLegId: null,
      sipCallId: null,
      user: null,
      address,
      displayName: null,
      dialled,
      setUp: { at: at(column), order: 0, precision: 1, evidence: record(`incoming call from ${address}`) },
      ended: { at: instant(at(column) + 1200), order: 1, precision: 1, evidence: record(`ending; ${reason}`), reason },
      ties: [],
    },
  };
}

const met = [meeting([somebody('ann', 'AAAA', { dialled: 'team@meet.example.org' })])];
const notMatched = 'local teardown, destination URI not matched';

/** No record of leaving: the end of the call stands for it. */
const endless = { leftByCall: true };

const unread: UnreadSummary = { records: [], recordCount: 3, lines: [], lineCount: 0 };

export const log: Readonly<Record<string, Cases>> = {
  'leg-failed-before-joining': {
    fires: [
      {
        name: 'an address of the own domain that nothing matches',
        given: material(met, [
          stray('bo@example.org', 'taem@meet.example.org', notMatched, 1),
          stray('cy@example.org', 'tea@meet.example.org', notMatched, 3),
        ]),
        severity: 'warning',
      },
      {
        name: 'strangers who try addresses',
        given: material(met, [stray('100@198.51.100.7', '900441234567@203.0.113.9', notMatched, 1)]),
        severity: 'info',
      },
      {
        name: 'hung up before joining, at an address by which others came in',
        given: material(met, [stray('bo@example.org', 'TEAM@meet.example.org', 'remote SIP teardown', 1)]),
        severity: 'info',
      },
      {
        name: 'a call out that nobody answered',
        given: material(met, [stray('room@example.org', null, 'local SIP teardown with reason 7 (no answer)', 2)]),
        severity: 'warning',
      },
      {
        name: 'causes are told apart',
        given: material(met, [
          stray('a@x', 'b@meet.example.org', notMatched, 1),
          stray('a@x', 'c@meet.example.org', 'local SIP teardown with reason 3 (busy)', 2),
        ]),
        severity: 'warning',
        count: 2,
      },
    ],
    silent: [
      {
        name: 'a gateway call that ends as calls end',
        given: material(met, [stray('bo@example.org', 'cy@partner.example', 'remote SIP teardown', 1)]),
      },
      { name: 'a call without a logged cause', given: material(met, [stray('bo@example.org', 'team@meet.example.org', null, 1)]) },
      { name: 'all calls joined', given: material(met) },
    ],
  },
  'conference-locked': {
    fires: [
      {
        name: 'somebody waits meanwhile',
        given: material([meeting([host('hal', 'AAAAAAAA'), somebody('cy', '...LLLA')], [locked(2), unlocked(6)])]),
        severity: 'info',
      },
      { name: 'without an end', given: material([meeting([host('hal', 'AAAAAAAA')], [locked(2)])]), severity: 'info' },
      {
        name: 'two Call Bridges tell of one lock',
        given: material([meeting([host('hal', 'AAAAAAAA')], [locked(2), locked(2.01), unlocked(5), unlocked(5.01)])]),
        severity: 'info',
      },
    ],
    silent: [
      { name: 'no lock', given: material([meeting([host('hal', 'AAAA')])]) },
      { name: 'an end whose beginning the log does not hold', given: material([meeting([host('hal', 'AAAA')], [unlocked(2)])]) },
    ],
  },
  'configuration-changed': {
    fires: [
      {
        name: 'the call, twice, and the space',
        given: material([
          meeting(
            [host('hal', 'AAAAAAAA')],
            [changed(1, 'modified the call'), changed(2, 'modified the space'), changed(4, 'modified the call')],
          ),
        ]),
        severity: 'info',
      },
    ],
    silent: [
      { name: 'somebody is dialled out', given: material([meeting([host('hal', 'AAAAAAAA')], [changed(1, 'created a participant')])]) },
      {
        name: 'a profile is made, which concerns nobody yet',
        given: material([meeting([host('hal', 'AAAAAAAA')], [changed(1, 'created a call leg profile')])]),
      },
    ],
  },
  'clock-skew': {
    fires: [
      {
        name: 'guests were released three seconds before the host came',
        given: material([meeting([guest('ann', 'LLLAAA', cms2), host('hal', '...AAA', { ...cms1, skewMs: 3000 })])]),
        severity: 'warning',
      },
      {
        name: 'a second is for information',
        given: material([meeting([guest('ann', 'LLLAAA', cms2), host('hal', '...AAA', { ...cms1, skewMs: -1000 })])]),
        severity: 'info',
      },
    ],
    silent: [
      {
        name: 'a few milliseconds',
        given: material([meeting([guest('ann', 'LLLAAA', cms2), host('hal', '...AAA', { ...cms1, skewMs: -8 })])]),
      },
      {
        name: 'one Call Bridge',
        given: material([meeting([guest('ann', 'LLLAAA', cms1), host('hal', '...AAA', { ...cms1, skewMs: -3000 })])]),
      },
    ],
  },
  'log-starts-inside-meeting': {
    fires: [
      {
        name: 'somebody was there before',
        given: material([meeting([guest('ann', '??LLAA'), somebody('bo', '??????'), host('hal', '....AA')])]),
        severity: 'info',
      },
    ],
    silent: [
      { name: 'everybody joined', given: material([meeting([guest('ann', 'LLAA'), host('hal', '..AA')])]) },
      { name: 'states are not known, joinings are', given: material([meeting([somebody('ann', '.??')])]) },
    ],
  },
  'log-ends-inside-meeting': {
    fires: [
      { name: 'somebody is still there', given: material([meeting([guest('ann', 'LLAA>'), host('hal', '..AA')])]), severity: 'info' },
    ],
    silent: [{ name: 'everybody left', given: material([meeting([guest('ann', 'LLAA'), host('hal', '..AA')])]) }],
  },
  'log-contradicts-itself': {
    fires: [
      {
        name: 'a record between two others is lost',
        given: material([meeting([somebody('ann', 'A??A', { contradiction: { column: 3, what: 'activated although it was active' } })])]),
        severity: 'warning',
      },
    ],
    silent: [{ name: 'all in order', given: material([meeting([guest('ann', 'LLAA'), host('hal', '..AA')])]) }],
  },
  'departure-not-attributed': {
    fires: [
      {
        name: 'one of two of the same name left',
        given: material([meeting([somebody('ann', 'AA', { doubtfulEnd: true }), somebody('ann', 'AAAA')])]),
        severity: 'info',
      },
    ],
    silent: [{ name: 'the calls told it', given: material([meeting([somebody('ann', 'AA'), somebody('ann', 'AAAA')])]) }],
  },
  'facility-missing': {
    fires: [
      {
        name: 'nobody has a state',
        given: material([meeting([somebody('ann', '.???', cms1), somebody('bo', '.??', cms1)])]),
        severity: 'warning',
      },
      {
        name: 'of one of two Call Bridges',
        given: material([meeting([somebody('ann', '.???', cms1), somebody('bo', '.AA', cms2)])]),
        severity: 'warning',
      },
      {
        name: 'ends are known by the ends of calls only',
        given: material([meeting([somebody('ann', 'AAA', endless), somebody('bo', '.AA', endless)])]),
        severity: 'warning',
      },
      {
        name: 'nobody has a name',
        given: material([meeting([guest('', 'LL>', { leg: guid(41) }), guest('', 'LL>', { leg: guid(42) })])]),
        severity: 'warning',
      },
    ],
    silent: [
      { name: 'both are there', given: material([meeting([somebody('ann', '.???', cms1), somebody('bo', '.AA', cms1)])]) },
      { name: 'one record of leaving is lost', given: material([meeting([somebody('ann', 'AAA', endless), somebody('bo', '.AA')])]) },
      { name: 'there since before the log starts', given: material([meeting([somebody('ann', '???', cms1)])]) },
    ],
  },
  'unread-records': {
    fires: [{ name: 'three records', given: { ...material(met), unread }, severity: 'info' }],
    silent: [
      { name: 'none', given: { ...material(met), unread: { ...unread, recordCount: 0 } } },
      { name: 'not asked for', given: material(met) },
    ],
  },
};
