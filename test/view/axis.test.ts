import { describe, expect, test } from 'vitest';
import { instant } from '#model/index.ts';
import { clockFace, ticks } from '#view/axis.ts';

const at = (iso: string) => instant(Date.parse(iso));

function labels(from: string, to: string, most: number, zone = 'UTC'): readonly string[] {
  return ticks(at(from), at(to), most, clockFace(zone)).map(({ label }) => label);
}

describe('ticks stand on round times, however long the span is', () => {
  test.each([
    [
      'milliseconds',
      '2024-03-05T09:00:00.005Z',
      '2024-03-05T09:00:00.042Z',
      ['09:00:00.010', '09:00:00.020', '09:00:00.030', '09:00:00.040'],
    ],
    ['seconds', '2024-03-05T09:00:01Z', '2024-03-05T09:00:18Z', ['09:00:05', '09:00:10', '09:00:15']],
    ['minutes', '2024-03-05T09:01:00Z', '2024-03-05T09:45:00Z', ['09:15', '09:30', '09:45']],
    ['hours', '2024-03-05T09:01:00Z', '2024-03-05T16:00:00Z', ['10:00', '12:00', '14:00', '16:00']],
    ['days', '2024-03-05T09:01:00Z', '2024-03-08T16:00:00Z', ['2024-03-06', '2024-03-07', '2024-03-08']],
    ['weeks, from Mondays', '2024-03-05T09:01:00Z', '2024-03-25T16:00:00Z', ['2024-03-11', '2024-03-18', '2024-03-25']],
    ['months', '2024-03-05T09:01:00Z', '2024-06-25T16:00:00Z', ['2024-04-01', '2024-05-01', '2024-06-01']],
    ['years', '2020-03-05T00:00:00Z', '2024-03-08T00:00:00Z', ['2022-01-01', '2024-01-01']],
    ['nothing at all', '2024-03-05T09:00:00Z', '2024-03-05T09:00:00Z', ['09:00:00.000']],
  ])('%s', (_, from, to, expected) => {
    expect(labels(from, to, 4)).toEqual(expected);
  });

  test('there are never more than asked for, and they come in order', () => {
    for (let exponent = 0; exponent < 12; exponent += 0.25) {
      const from = at('2024-03-05T09:00:00.123Z');
      const found = ticks(from, instant(from + Math.round(10 ** exponent)), 7, clockFace('America/New_York'));
      expect(found.length).toBeLessThanOrEqual(8);
      expect(found.map((tick) => tick.at)).toEqual(found.map((tick) => tick.at).toSorted((a, b) => a - b));
    }
  });
});

describe('the date', () => {
  test('stands where it changes, also between fine ticks', () => {
    expect(labels('2024-03-05T23:40:00Z', '2024-03-06T00:25:00Z', 5)).toEqual(['23:40', '23:50', '03-06', '00:10', '00:20']);
    expect(labels('2024-03-05T17:00:00Z', '2024-03-06T01:00:00Z', 3, '+05:30')).toEqual(['03-06', '03:00', '06:00']);
  });
});

describe('the clock of a zone', () => {
  test('put forward: the hour that is missing has no tick, and those behind it are round again', () => {
    expect(labels('2024-03-30T20:00:00Z', '2024-03-31T08:00:00Z', 7, 'Europe/Vienna')).toEqual([
      '22:00',
      '03-31',
      '04:00',
      '06:00',
      '08:00',
      '10:00',
    ]);
    expect(labels('2024-03-31T00:30:00Z', '2024-03-31T01:30:00Z', 4, 'Europe/Vienna')).toEqual([
      '01:30',
      '01:45',
      '03:00',
      '03:15',
      '03:30',
    ]);
  });

  test('put back: the hour that comes twice has its ticks twice', () => {
    expect(labels('2024-10-27T00:30:00Z', '2024-10-27T01:30:00Z', 2, 'Europe/Vienna')).toEqual(['02:30', '02:00', '02:30']);
  });

  test('whole days stay at midnight over the change', () => {
    expect(labels('2024-03-29T12:00:00Z', '2024-04-01T12:00:00Z', 3, 'Europe/Vienna')).toEqual(['2024-03-30', '2024-03-31', '2024-04-01']);
  });
});
