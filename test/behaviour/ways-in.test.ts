/** Addresses, waits at the prompt, and which of the four scenarios fits. */
import { describe, expect, test } from 'vitest';
import { behaviourOf } from '#behaviour/index.ts';
import type { Behaviour } from '#model/behaviour.ts';
import { instant, type Meeting, type Participant } from '#model/index.ts';
import { guest, guid, host, type Lane, meeting, somebody } from '../findings/drawn.ts';

function of(...meetings: readonly Meeting[]): Behaviour {
  return behaviourOf({ id: guid(1), name: 'Board', meetings });
}

/** People who call in, each with its address and the time that it needed, ms. */
function callers(...all: readonly (readonly [Lane, string, number])[]): Meeting {
  const drawn = meeting(all.map(([lane, dialled]) => ({ ...lane, dialled, drawing: `c${lane.drawing}` })));
  const waits = new Map(all.map(([lane, , ms]) => [lane.name, ms]));
  return { ...drawn, participants: drawn.participants.map((person) => joinedAfter(person, waits.get(person.name ?? '') ?? 0)) };
}

function joinedAfter(person: Participant, ms: number): Participant {
  return { ...person, joinedAt: person.connectedAt === null ? null : instant(person.connectedAt + ms) };
}

const ann = guest('ann', 'LA');
const bo = guest('bo', 'LA');
const cy = guest('cy', 'LA');
const hal = host('hal', '.A');
const ivy = host('ivy', '.A');

describe('the wait at the prompt', () => {
  test("the seed's log: two guests after 13.16 s, the host after 9.80 s", () => {
    const { pinWait, addresses } = of(callers([ann, 'Team@x', 13_163], [bo, 'team@x', 13_169], [hal, 'team@x', 9798]));
    expect(pinWait).toMatchObject({ value: 13_166, confidence: 'possible', seen: 2, against: 0 });
    expect(pinWait?.because).toBe('guests who called team@x joined 13.16 to 13.17 s after their call came in; seen twice');
    expect(addresses).toMatchObject([
      { address: 'team@x', guests: 2, hosts: 1, others: 0, guestEntry: { kind: 'constant' }, hostEntry: { kind: 'single' } },
    ]);
  });

  test.each([
    ['direct, as no prompt is that short', [300, 900, 700], 'direct'],
    ['varying, as people type', [5200, 9100, 14_800], 'varying'],
    ['single, which tells nothing', [9100], 'single'],
    ['constant, although one of four is not', [13_160, 13_170, 13_300, 21_000], 'constant'],
    ['varying: two alike among six are chance', [4000, 6000, 8000, 8100, 12_000, 15_000], 'varying'],
    ['varying: stamps of whole seconds make two alike easily', [8000, 8000], 'varying'],
    ['constant: three alike, in whole seconds', [8000, 9000, 8000], 'constant'],
  ] as const)('%s', (_, waits, kind) => {
    const people = waits.map((ms, index) => [guest(`g${index}`, 'LA'), 'team@x', ms] as const);
    expect(of(callers(...people)).addresses[0]?.guestEntry?.kind).toBe(kind);
  });
});

describe('scenarios', () => {
  test('1: guests and hosts call different addresses', () => {
    const once = callers([ann, 'team@x', 300], [bo, 'team@x', 400], [hal, 'team.host@x', 300]);
    expect(of(once).scenarios).toMatchObject([{ scenario: 1, confidence: 'possible' }]);
    const twice = callers([ann, 'team@x', 300], [bo, 'team@x', 400], [hal, 'team.host@x', 300], [ivy, 'team.host@x', 300]);
    expect(of(twice).scenarios).toMatchObject([
      { scenario: 1, confidence: 'probable', reasons: ['guests called team@x, hosts team.host@x'], doubts: [] },
    ]);
  });

  test('2: one address, and guests take different times, as when they type', () => {
    const { scenarios } = of(callers([ann, 'team@x', 5200], [bo, 'team@x', 9100], [cy, 'team@x', 12_400], [hal, 'team@x', 7000]));
    expect(scenarios).toMatchObject([{ scenario: 2, confidence: 'probable' }]);
  });

  test('3: one address, and guests always take the same time', () => {
    const { scenarios } = of(callers([ann, 'team@x', 13_163], [bo, 'team@x', 13_169], [hal, 'team@x', 9798]));
    expect(scenarios).toMatchObject([{ scenario: 3, confidence: 'probable', doubts: [] }]);
  });

  test('3 is doubtful where hosts take the same time as guests', () => {
    const { scenarios } = of(callers([ann, 'team@x', 13_163], [bo, 'team@x', 13_169], [hal, 'team@x', 13_165]));
    expect(scenarios).toMatchObject([{ scenario: 3, confidence: 'possible', doubts: ['hosts did not take another time than guests'] }]);
  });

  test('2 or 3: a single guest does not tell', () => {
    expect(of(callers([ann, 'team@x', 9000], [hal, 'team@x', 7000])).scenarios.map(({ scenario }) => scenario)).toEqual([2, 3]);
  });

  test('4: hosts sign in as members, guests do not', () => {
    const web = { kind: 'web' } as const;
    const one = () => meeting([guest('guest12@x', 'LA', web), guest('bo@x', 'LA'), host('hal@x', '.A', web)]);
    expect(of(one()).scenarios).toMatchObject([{ scenario: 4, confidence: 'possible' }]);
    expect(of(one(), one()).scenarios).toMatchObject([{ scenario: 4, confidence: 'probable', doubts: [] }]);
  });

  test('4 is contradictory where the same member also waits', () => {
    const web = { kind: 'web' } as const;
    const { scenarios } = of(
      meeting([guest('guest12@x', 'LA', web), host('hal@x', '.A', web)]),
      meeting([guest('HAL@x', 'LA', web), host('ivy@x', '.A', web)]),
    );
    expect(scenarios).toMatchObject([
      { scenario: 4, confidence: 'contradictory', doubts: ['the same members had to wait at other times'] },
    ]);
  });

  test.each([
    ['nobody is known as host or guest', callers([somebody('ann', 'AA'), 'team@x', 300])],
    [
      'web guests host: no address, no sign-in',
      meeting([guest('guest1@x', 'LA', { kind: 'web' }), host('guest2@x', '.A', { kind: 'web' })]),
    ],
    ['one address without a prompt', callers([ann, 'team@x', 300], [bo, 'team@x', 400], [hal, 'team@x', 300])],
  ])('nothing is said where %s', (_, each) => {
    expect(of(each).scenarios).toEqual([]);
  });
});
