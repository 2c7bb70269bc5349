import { describe, expect, it } from 'vitest';
import { instant, iso } from '#model/index.ts';
import { createWindow, statedTime, type Window } from '#view/window.ts';

const at = (text: string) => instant(Date.parse(text));

function window(from: string | null, to: string | null, zone = 'UTC'): Window | null {
  return createWindow({ from: from === null ? null : statedTime(from, zone), to: to === null ? null : statedTime(to, zone) }, zone);
}

describe('a time as users write it', () => {
  it.each([
    ['2024-03-05T09:00', 'Europe/Vienna', '2024-03-05T08:00:00.000Z', 60_000],
    ['2024-03-05 09:00:30', 'UTC', '2024-03-05T09:00:30.000Z', 1000],
    ['2024-03-05T09:00:30.25Z', 'Europe/Vienna', '2024-03-05T09:00:30.250Z', 10],
    ['2024-03-05T09:00+02:00', 'UTC', '2024-03-05T07:00:00.000Z', 60_000],
    ['2024-03-05', '+02:00', '2024-03-04T22:00:00.000Z', 86_400_000],
  ])('%s in %s is a moment', (written, zone, moment, unit) => {
    expect(statedTime(written, zone)).toEqual({ kind: 'moment', at: at(moment), unit });
  });

  it.each([
    ['9:00', 32_400_000, 60_000],
    ['17:49:28', 64_168_000, 1000],
    ['17:49:28.5', 64_168_500, 100],
    ['24:00', 86_400_000, 60_000],
  ])('%s is a time of any day', (written, ms, unit) => {
    expect(statedTime(written, 'UTC')).toEqual({ kind: 'time-of-day', at: ms, unit });
  });

  it.each(['', 'noon', '25:00', '24:01', '9:60', '09:00:61', '2024-13-05', '17', '99999999-01-01'])('%s is none', (written) => {
    expect(statedTime(written, 'UTC')).toBeNull();
  });
});

describe('a window', () => {
  it.each([
    // from, to, instant, inside
    ['2024-03-05T09:00', '2024-03-05T10:00', '2024-03-05T09:00:00.000Z', true, 'holds its beginning'],
    ['2024-03-05T09:00', '2024-03-05T10:00', '2024-03-05T10:00:00.000Z', false, 'but not its end'],
    ['2024-03-05', '2024-03-05', '2024-03-05T23:59:59.999Z', true, 'to a date holds that day'],
    [null, '2024-03-05', '1999-01-01T00:00:00.000Z', true, 'without a beginning reaches back'],
    ['09:00', '10:00', '2024-03-05T09:30:00.000Z', true, 'of times of day opens every day'],
    ['09:00', '10:00', '2031-01-01T10:30:00.000Z', false, ''],
    ['22:00', '02:00', '2024-03-06T01:00:00.000Z', true, 'may pass midnight'],
    ['22:00', '02:00', '2024-03-06T03:00:00.000Z', false, ''],
    ['22:00', null, '2024-03-06T23:00:00.000Z', true, 'without an end closes at midnight'],
    ['22:00', null, '2024-03-06T00:30:00.000Z', false, ''],
    [null, '08:00', '2024-03-06T00:30:00.000Z', true, 'without a beginning opens at midnight'],
    ['2024-03-05T22:00', '02:00', '2024-03-06T01:00:00.000Z', true, 'from a moment ends at the next such time'],
    ['2024-03-05T22:00', '02:00', '2024-03-07T01:00:00.000Z', false, ''],
    ['22:00', '2024-03-06T02:00', '2024-03-05T23:00:00.000Z', true, 'to a moment begins at the last such time'],
    ['22:00', '2024-03-06T02:00', '2024-03-04T23:00:00.000Z', false, ''],
  ])('from %s to %s: %s is inside: %s %s', (from, to, moment, expected, _) => {
    expect(window(from, to)?.has(at(moment))).toBe(expected);
  });

  it.each([
    // The clock goes from 02:00 to 03:00 on 2024-03-31, and from 03:00 to 02:00 on 2024-10-27.
    ['09:00', '2024-03-30T08:00:00.000Z', true],
    ['09:00', '2024-03-31T07:00:00.000Z', true],
    ['09:00', '2024-03-31T06:59:00.000Z', false],
    ['09:00', '2024-10-27T07:59:00.000Z', false],
    ['09:00', '2024-10-27T08:00:00.000Z', true],
  ])('from %s in Vienna follows the clocks there: %s %s', (from, moment, expected) => {
    expect(window(from, null, 'Europe/Vienna')?.has(at(moment))).toBe(expected);
  });

  it('of every day meets a meeting that lasts for days, from its first opening to its last', () => {
    const span = window('09:00', '10:00')?.clip(at('2024-03-05T09:30:00.000Z'), at('2024-03-08T09:15:00.000Z'));
    expect(span?.from == null ? null : iso(span.from)).toBe('2024-03-05T09:00:00.000Z');
    expect(span?.to == null ? null : iso(span.to)).toBe('2024-03-08T10:00:00.000Z');
  });

  it('is none without ends', () => {
    expect(window(null, null)).toBeNull();
  });
});
