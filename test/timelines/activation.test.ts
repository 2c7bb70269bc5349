import { describe, expect, test } from 'vitest';
import { causes, lanes, log } from './draw.ts';

const space = '1f6e1f3c-52a1-4a5e-8a4f-5d2c0b8e7a10';
const leg = (n: number): string => `6d0c1f7e-2b1a-4c57-9b0e-00000000000${n}`;
const joined = (name: string): string => `participant "${name}" joined space ${space} (Board)`;
const left = (name: string): string => `participant "${name}" left space ${space} (Board)`;
const held = (n: number): string => `configuring call ${leg(n)} to be deactivated`;
const released = (n: number): string => `call ${leg(n)} ceasing to be deactivated`;
const called = (n: number, name: string): string => `call ${n}: incoming SIP call from "sip:${name}" to local URI "sip:board@meet.example"`;

describe('a guest and a host', () => {
  const story = log(
    `10:00:00 ${called(1, 'ann')}`,
    `10:00:02 ${held(1)}`,
    `10:00:02 ${joined('ann')}`,
    `10:00:03 ${called(2, 'hal')}`,
    `10:00:06 ${joined('hal')}`,
    `10:00:06 ${released(1)}`,
    `10:00:09.999 call 2: ending; remote SIP teardown - connected for 0:07`,
    `10:00:10 ${left('hal')}`,
    `10:00:10 ${held(1)}`,
    `10:00:12 call 1: ending; remote SIP teardown - connected for 0:12`,
    `10:00:12 ${left('ann')}`,
  );

  test('the guest waits, is released by the host, and goes back when the host leaves', () => {
    expect(lanes(story)).toEqual(['ann guest (deactivated) ··LLLLAAAALL', 'hal host (released-others)    ···AAAA']);
  });

  test('every change has its cause, with who and how late', () => {
    expect(causes(story, 'ann')).toEqual([
      'connecting: call-set-up',
      'lobby: joined-without-activator',
      'active: activator-joined by hal after 0 ms',
      'lobby: last-activator-left by hal after 0 ms',
    ]);
  });

  test('a record that is written twice changes nothing', () => {
    const doubled = story.split('\n').flatMap((line) => [line, line]);
    expect(lanes(doubled.join('\n'))).toEqual(lanes(story));
  });
});

describe('deactivationModeTime', () => {
  test('the delay between the last host and the lobby is measured', () => {
    const story = log(
      `10:00:00 ${held(1)}`,
      `10:00:00 ${joined('ann')}`,
      `10:00:01 ${joined('hal')}`,
      `10:00:01 ${released(1)}`,
      `10:00:02 ${left('hal')}`,
      `10:00:07 ${held(1)}`,
    );
    expect(lanes(story)).toEqual(['ann guest (deactivated) LAAAAAAL>', 'hal host (released-others)  A']);
    expect(causes(story, 'ann').at(-1)).toBe('lobby: last-activator-left by hal after 5000 ms');
  });
});

describe('roles that become known later', () => {
  test('a guest who joins while a host is present is marked as guest from the start once the last host leaves', () => {
    const story = log(
      `10:00:00 ${called(1, 'hal')}`,
      `10:00:01 ${joined('hal')}`,
      `10:00:02 ${joined('ann')}`,
      `10:00:05 ${left('hal')}`,
      `10:00:05 ${held(1)}`,
      `10:00:08 ${left('ann')}`,
    );
    expect(lanes(story)).toEqual(['hal host (last-activator-left) ·AAAA', 'ann guest (deactivated)   AAALLL']);
  });

  test('several guests without a leg of their own all go back together, without guessing whose leg is whose', () => {
    const story = log(
      `10:00:01 call 1: SIP call ringing`,
      `10:00:01 ${joined('hal')}`,
      `10:00:02 ${joined('ann')}`,
      `10:00:03 ${joined('bob')}`,
      `10:00:05 ${left('hal')}`,
      `10:00:05 ${held(1)}`,
      `10:00:05 ${held(2)}`,
      `10:00:08 ${left('bob')}`,
      `10:00:09 ${left('ann')}`,
    );
    expect(lanes(story)).toEqual([
      'hal host (last-activator-left)  AAAA',
      'ann guest (deactivated)   AAALLLL',
      'bob guest (deactivated)    AALLL',
    ]);
  });

  test('where fewer legs go back than people may be meant, none of them is said to have waited', () => {
    const story = log(
      `10:00:01 call 1: SIP call ringing`,
      `10:00:01 ${joined('hal')}`,
      `10:00:02 ${joined('ann')}`,
      `10:00:03 ${joined('bob')}`,
      `10:00:05 ${left('hal')}`,
      `10:00:05 ${held(1)}`,
      `10:00:08 ${left('bob')}`,
    );
    expect(lanes(story)).toEqual(['hal host (last-activator-left)  AAAA', 'ann unknown   AAA?>', 'bob unknown    AA???']);
  });

  test('one who is active at once and releases nobody is no host', () => {
    const story = log(
      `10:00:00 ${held(1)}`,
      `10:00:00 ${joined('ann')}`,
      `10:00:01 ${joined('neither')}`,
      `10:00:03 ${joined('hal')}`,
      `10:00:03 ${released(1)}`,
    );
    expect(lanes(story)).toEqual(['ann guest (deactivated) LLLA>', 'neither unknown  A>', 'hal host (released-others)    A>']);
  });

  test('one who was alone when a guest was let in at once must be an activator', () => {
    const story = log(
      `10:00:01 call 1: SIP call ringing`,
      `10:00:01 ${joined('hal')}`,
      `10:00:02 ${joined('ann')}`,
      `10:00:03 ${joined('hanna')}`,
      `10:00:04 ${left('hal')}`,
      `10:00:06 ${left('hanna')}`,
      `10:00:06 ${held(1)}`,
    );
    expect(lanes(story)).toEqual([
      'hal host (joined-active-alone)  AAA',
      'ann guest (deactivated)   AAAAL>',
      'hanna host (last-activator-left)    AAA',
    ]);
  });

  test('under a lock that lasts nobody is concluded to be a guest', () => {
    const conference = '91aa0c11-7d1e-4a6b-8d2e-3c4b5a697887';
    const via = (name: string, n: number): string => `participant "${name}" (${leg(n)}) joined conference ${conference} via SIP`;
    const story = log(
      `10:00:00 ${joined('hal')}`,
      `10:00:00 ${via('hal', 1)}`,
      `10:00:01 conference ${conference}: lock state has changed to locked`,
      `10:00:03 ${held(2)}`,
      `10:00:03 ${joined('hanna')}`,
      `10:00:03 ${via('hanna', 2)}`,
      `10:00:06 conference ${conference}: lock state has changed to unlocked`,
      `10:00:06 ${released(2)}`,
    );
    expect(lanes(story)).toEqual(['hal unknown A>', 'hanna unknown    LLLA>']);
  });
});

describe('what the log does not hold', () => {
  test('a log that starts in the middle: states are unknown until the first sign', () => {
    const story = log(`10:00:03 ${released(1)}`, `10:00:05 ${held(1)}`);
    expect(lanes(story)).toEqual([`${leg(1)} guest (deactivated) ???AAL>`]);
  });

  test('without call and activation records nobody is said to be active', () => {
    const story = log(`10:00:00 ${joined('ann')}`, `10:00:02 ${joined('hal')}`, `10:00:04 ${left('hal')}`);
    expect(lanes(story)).toEqual(['ann unknown ?>', 'hal unknown   ??']);
  });

  test('a lost release: the stretch that contradicts itself is unknown, and nobody else changes', () => {
    const story = log(
      `10:00:00 ${held(1)}`,
      `10:00:00 ${joined('ann')}`,
      `10:00:01 ${held(2)}`,
      `10:00:01 ${joined('bob')}`,
      `10:00:03 ${joined('hal')}`,
      `10:00:03 ${released(2)}`,
      `10:00:05 ${left('hal')}`,
      `10:00:05 ${held(1)}`,
      `10:00:05 ${held(2)}`,
    );
    expect(lanes(story)).toEqual([
      'ann guest (deactivated) ?????L>',
      'bob guest (deactivated)  LLAAL>',
      'hal host (released-others)    AA',
    ]);
  });
});

describe('released and sent back without an activator', () => {
  test('a release with nobody joining is told as such', () => {
    const story = log(`10:00:00 ${held(1)}`, `10:00:00 ${joined('ann')}`, `10:00:05 ${released(1)}`);
    expect(causes(story, 'ann')).toEqual(['lobby: joined-without-activator', 'active: released-without-activator']);
  });

  test('one who is moved to the lobby while a host stays is no proven guest by that', () => {
    const story = log(
      `10:00:00 ${held(1)}`,
      `10:00:00 ${joined('ann')}`,
      `10:00:01 ${joined('hal')}`,
      `10:00:01 ${released(1)}`,
      `10:00:04 ${held(1)}`,
    );
    expect(causes(story, 'ann').at(-1)).toBe('lobby: deactivated-with-activator');
  });
});
