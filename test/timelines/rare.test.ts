/** Stories that random meetings showed to be told wrong, in as few records as tell them. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { causes, lanes, people } from './draw.ts';

const space = '1f6e1f3c-52a1-4a5e-8a4f-5d2c0b8e7a10';
const id = (n: number): string => `6d0c1f7e-2b1a-4c57-9b0e-0000000000${String(n).padStart(2, '0')}`;
const joined = (name: string): string => `participant "${name}" joined space ${space} (Board)`;
const left = (name: string): string => `participant "${name}" left space ${space} (Board)`;
const inConference = (name: string, leg: number, conference: number): string =>
  `participant "${name}" (${id(leg)}) joined conference ${id(conference)} via SIP`;
const begun = (conference: number, media: number): string => `conference ${id(conference)} has control/media GUID: ${id(media)}`;
const held = (leg: number): string => `configuring call ${id(leg)} to be deactivated`;
const called = (n: number, name: string): string => `call ${n}: incoming SIP call from "sip:${name}" to local URI "sip:board@cms.example"`;
const ending = (n: number): string => `call ${n}: ending; remote SIP teardown - connected for 0:05`;

/** `cms1 10:00:05.250 …` → a record of that Call Bridge. */
function cluster(...records: readonly string[]): string {
  return records
    .map((record) => record.replace(/^(\w+) (\S+) /u, (_, host, time) => `May  4 ${time} user.info ${host} host:server:  INFO : `))
    .join('\n');
}

test('a lock ends with its conference: whoever comes to another Call Bridge then is held for want of an activator', () => {
  const story = cluster(
    `cms1 10:00:00.000 ${begun(1, 11)}`,
    `cms2 10:00:00.000 ${begun(2, 12)}`,
    `cms1 10:00:00.010 ${held(21)}`,
    `cms1 10:00:00.010 ${joined('ann')}`,
    `cms1 10:00:00.010 ${inConference('ann', 21, 1)}`,
    `cms2 10:00:02.000 ${joined('hal')}`,
    `cms2 10:00:02.000 ${inConference('hal', 22, 2)}`,
    `cms1 10:00:02.003 call ${id(21)} ceasing to be deactivated`,
    `cms1 10:00:10.000 conference ${id(1)}: lock state has changed to locked`,
    `cms2 10:00:10.000 conference ${id(2)}: lock state has changed to locked`,
    `cms2 10:00:20.000 ${left('hal')}`,
    `cms2 10:00:20.000 conference ${id(12)} destroyed`,
    `cms1 10:00:20.003 ${held(21)}`,
    `cms1 10:00:30.000 conference ${id(1)}: lock state has changed to unlocked`,
    `cms1 10:00:40.000 ${held(23)}`,
    `cms1 10:00:40.000 ${joined('bea')}`,
    `cms1 10:00:40.000 ${inConference('bea', 23, 1)}`,
  );
  expect(causes(story, 'bea')).toEqual(['lobby: joined-without-activator']);
  expect(lanes(story).find((lane) => lane.startsWith('bea'))).toMatch(/^bea guest \(deactivated\)/u);
});

describe('a conference of whose beginning the log says nothing', () => {
  const story = (...others: readonly string[]): string =>
    cluster(
      `cms1 10:00:00.000 ${joined('hal')}`,
      `cms1 10:00:00.000 ${inConference('hal', 22, 1)}`,
      `cms1 10:00:01.000 ${joined('ann')}`,
      `cms1 10:00:01.000 ${inConference('ann', 21, 1)}`,
      `cms1 10:00:05.000 ${left('hal')}`,
      `cms1 10:00:09.500 ${held(21)}`,
      ...others,
    );
  const startOf = (log: string): number | null | undefined => analyze(log).spaces[0]?.meetings[0]?.span.from;

  test('began before it, where it tells how others begin: nobody is a host only because nobody else was seen', () => {
    const told = story(`cms1 10:00:20.000 ${begun(3, 13)}`);
    expect(startOf(told)).toBeNull();
    expect(people(analyze(told)).map(({ name, role }) => [name, role])).toEqual([
      ['hal', 'unknown'],
      ['ann', 'guest'],
    ]);
  });

  test('began with its first participant, where such records were left out', () => {
    expect(startOf(story())).not.toBeNull();
  });
});

test('whoever leaves while a call of before the log ends is of before, though somebody of that name is there', () => {
  const story = cluster(
    `cms1 10:00:00.000 ${held(21)}`,
    `cms1 10:00:00.000 ${joined('ann')}`,
    `cms1 10:00:00.000 ${inConference('ann', 21, 1)}`,
    `cms1 10:00:05.000 ${ending(2)}`,
    `cms1 10:00:05.000 ${left('ann')}`,
    `cms1 10:00:05.000 call 2: destroying API call leg ${id(35)}`,
    `cms1 10:00:09.000 call 7: SIP call ringing`,
  );
  expect(people(analyze(story)).map(({ leg, intervals }) => [leg.callLegId, intervals.at(-1)?.to !== null])).toEqual([
    [id(35), true],
    [id(21), false],
  ]);
});

test('a streamer that came by its label is the one that was started: who is dialled next is a person', () => {
  const story = cluster(
    `cms1 10:00:00.000 starting automatic streaming (space 'Board')`,
    `cms1 10:00:00.200 call 2: allocated for guest7@cms.example "Streaming client (${id(40)})" conference participation`,
    `cms1 10:00:00.500 call 4: outgoing SIP call to "ann@lab.example" from space "Board"`,
    `cms1 10:00:03.000 ${joined('ann@lab.example')}`,
  );
  expect(people(analyze(story)).map(({ leg }) => leg.kind)).toEqual(['sip']);
});

test('a call that was never connected brought nobody', () => {
  const story = cluster(
    `cms1 10:00:00.000 ${called(6, 'ann@lab.example')}`,
    'cms1 10:00:05.000 call 6: ending; local teardown, destination URI not matched - not connected after 0:00',
    `cms1 10:00:05.001 ${ending(4)}`,
    `cms1 10:00:05.001 ${left('ann@lab.example')}`,
  );
  expect(people(analyze(story)).map(({ leg }) => leg.callNumber)).toEqual([4]);
});

test('what waits on a Call Bridge that fell silent is decided before its meeting is handed over', () => {
  const story = cluster(
    `cms1 10:00:00.000 ${called(1, 'hal')}`,
    `cms1 10:00:00.100 ${joined('hal')}`,
    `cms1 10:00:00.200 ${called(2, 'ann')}`,
    `cms1 10:00:00.300 ${joined('ann')}`,
    `cms1 10:00:03.000 ${ending(1)}`,
    `cms1 10:00:03.000 ${left('hal')}`,
    `cms1 10:00:03.000 ${held(21)}`,
    `cms1 10:00:03.030 ${ending(2)}`,
    `cms1 10:00:03.030 ${left('ann')}`,
    `cms2 10:00:33.000 ${held(22)}`,
    `cms2 10:00:33.000 ${joined('bea')}`,
  );
  const { spaces } = analyze(story);
  expect(spaces.map(({ meetings }) => meetings.map(({ participants }) => participants.map(({ name }) => name)))).toEqual([
    [['hal', 'ann'], ['bea']],
  ]);
  expect(causes(story, 'ann').at(-1)).toBe('lobby: last-activator-left by hal after 0 ms');
});

test('after a time of grace nobody is named who may have left before another, by a clock that differs', () => {
  const story = cluster(
    `cms2 10:00:00.000 ${joined('hal')}`,
    `cms1 10:00:01.000 ${joined('ann')}`,
    `cms1 10:00:01.000 ${joined('bea')}`,
    `cms2 10:00:05.060 ${left('hal')}`,
    `cms1 10:00:05.000 ${left('ann')}`,
    `cms1 10:00:10.000 ${held(21)}`,
  );
  expect(causes(story, 'bea').at(-1)).toBe('lobby: last-activator-left');
});
