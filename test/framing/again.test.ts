/** What a log says again after its time went back is told once; what it says at another time, elsewhere or otherwise is not the same. */
import { describe, expect, test } from 'vitest';
import { createAgain } from '#framing/index.ts';
import { instant, type LogRecord } from '#model/index.ts';

const first: LogRecord = {
  input: 'test.log',
  line: 1,
  text: '',
  at: instant(Date.UTC(2023, 4, 4, 9, 12, 33)),
  stampBasis: 'stamp',
  precision: 1,
  host: 'bridge1',
  process: 'host:server',
  message: 'call 7: SIP call ringing',
  framing: 'syslog-ms',
  order: 0,
};
const later: LogRecord = { ...first, at: instant(Date.UTC(2023, 4, 4, 9, 12, 40)) };

/** Whether each record of a log was told before. */
function told(...records: readonly LogRecord[]): readonly boolean[] {
  const isAgain = createAgain();
  return records.map(isAgain);
}

describe('after the time went back', () => {
  test('a record is known again, also when it was wrapped elsewhere', () => {
    expect(told(first, later, first, later)).toEqual([false, false, true, true]);
    expect(told(first, later, { ...first, message: 'call 7: SIP\ncall  ringing' })).toEqual([false, false, true]);
  });

  test.each<[string, Partial<LogRecord>]>([
    ['a millisecond later', { at: instant(Date.UTC(2023, 4, 4, 9, 12, 33, 1)) }],
    ['of another Call Bridge', { host: 'bridge2' }],
    ['of another process', { process: 'authp' }],
    ['about another call', { message: 'call 8: SIP call ringing' }],
    ['with the same signs in another order', { message: 'call 7: SIP call ringnig' }],
  ])('a record %s is another one', (_, change) => {
    const other = { ...first, message: 'call 6: SIP call ringing' };
    expect(told(first, later, other, { ...first, ...change })).toEqual([false, false, false, false]);
  });
});

test('what is said twice in one pass counts as often in the next', () => {
  expect(told(first, first, later, first, first, first)).toEqual([false, false, false, true, true, false]);
});
