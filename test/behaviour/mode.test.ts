/** `deactivationMode` and its time, read off what happened to guests after the last host left. */
import { describe, expect, test } from 'vitest';
import { behaviourOf } from '#behaviour/index.ts';
import type { Behaviour } from '#model/behaviour.ts';
import type { Meeting } from '#model/index.ts';
import { guest, guid, host, meeting, somebody } from '../findings/drawn.ts';

const byBridge = { reason: 'local SIP teardown with reason 7 (call ended)' };
const long = 'A'.repeat(12);

function of(...meetings: readonly Meeting[]): Behaviour {
  return behaviourOf({ id: guid(1), name: 'Board', meetings });
}

const returned = () => meeting([host('hal', '..AA'), guest('ann', 'LLAALL'), guest('bo', 'LLAALL')]);
const returnedLater = () => meeting([host('hal', '..AA'), guest('ann', 'LLAAAAALL'), guest('bo', 'LLAAAAALL')]);
const disconnected = () => meeting([host('hal', '..AA'), guest('ann', 'LLAAA', byBridge), guest('bo', 'LLAAA', byBridge)]);
const stayed = () => meeting([host('hal', '..AA'), guest('ann', `LLAA${long}`), guest('bo', `LLAA${long}`)]);

describe('deactivationMode', () => {
  test('guests who go back to the lobby: deactivate, with the time from the leaving on', () => {
    const { deactivationMode, deactivationModeTime } = of(returnedLater());
    expect(deactivationMode).toMatchObject({ value: 'deactivate', confidence: 'probable', seen: 1, against: 0 });
    expect(deactivationModeTime).toMatchObject({ value: 30_000, confidence: 'possible', seen: 1 });
  });

  test('at once is a time, too; the more often it is seen, the surer it is', () => {
    expect(of(returned(), returned()).deactivationModeTime).toMatchObject({ value: 0, confidence: 'probable', seen: 2 });
  });

  test('calls that the Call Bridge ends together: disconnect, at first only possible', () => {
    expect(of(disconnected()).deactivationMode).toMatchObject({ value: 'disconnect', confidence: 'possible', seen: 1 });
    expect(of(disconnected(), disconnected(), disconnected()).deactivationMode).toMatchObject({
      value: 'disconnect',
      confidence: 'probable',
      seen: 3,
    });
    expect(of(disconnected()).deactivationModeTime).toMatchObject({ value: 10_000 });
  });

  test('guests who go on alone: remainActivated, at first only possible', () => {
    expect(of(stayed()).deactivationMode).toMatchObject({ value: 'remainActivated', confidence: 'possible', seen: 1 });
    expect(of(stayed()).deactivationModeTime).toBeNull();
  });

  test('now this, now that: contradictory, and both are counted', () => {
    const { deactivationMode } = of(returned(), returned(), stayed());
    expect(deactivationMode).toMatchObject({ value: 'deactivate', confidence: 'contradictory', seen: 2, against: 1 });
    expect(deactivationMode?.because).toBe(
      'after the last host left, guests were sent back to the lobby; seen twice, and once something else happened',
    );
  });

  test('a short stay says nothing against a return: the time may just not be over', () => {
    const short = meeting([host('hal', '..AA'), guest('ann', 'LLAAAAAA')]);
    expect(of(returned(), short).deactivationMode).toMatchObject({ confidence: 'probable', against: 0 });
  });

  test.each([
    ['everybody hangs up', meeting([host('hal', '..AA'), guest('ann', 'LLAA'), guest('bo', 'LLAAA')])],
    ['no host is proven', meeting([somebody('ann', 'AAAA'), somebody('bo', '..AAAA')])],
    ['the log ends with the host', meeting([host('hal', '..AA>'), guest('ann', 'LLAA>')])],
    [
      'a guest goes on with somebody who may be a host',
      meeting([host('hal', '..AA'), somebody('cy', `...A${long}`), guest('ann', `LLAA${long}`)]),
    ],
    [
      'a single web guest goes after a whole second, which may be a disconnection',
      meeting([host('hal', '..AA'), guest('ann', `LLAA${long}`, { kind: 'web', reason: null })]),
    ],
  ])('nothing is said where %s', (_, each) => {
    const { deactivationMode, deactivationModeTime } = of(each);
    expect([deactivationMode, deactivationModeTime]).toEqual([null, null]);
  });
});

test('each departure of the last host is told with guests, delay, the next host, and proof', () => {
  const { departures } = of(meeting([host('hal', '..AA'), guest('ann', 'LLAAALLLAA'), host('ivy', '........AA')]));
  expect(departures).toHaveLength(1);
  const [first] = departures;
  expect(first).toMatchObject({ meeting: 0, aftermath: 'returned', delayMs: 10_000 });
  expect(first?.guests).toHaveLength(1);
  expect((first?.hostAgainAt ?? 0) - (first?.effectAt ?? 0)).toBe(30_000);
  expect(first?.evidence.length).toBeGreaterThan(0);
});
