import { expect, test } from 'vitest';
import { duration } from '#view/duration.ts';

test.each([
  [0, '0 ms'],
  [840, '840 ms'],
  [1000, '1 s'],
  [18_698, '18.698 s'],
  [59_999, '59.999 s'],
  [60_000, '1 min 00 s'],
  [252_000, '4 min 12 s'],
  [3_599_600, '1 h 00 min'],
  [7_500_000, '2 h 05 min'],
  [86_399_999, '1 d 0 h'],
  [273_600_000, '3 d 4 h'],
  [-1500, '1.5 s'],
])('%i ms are %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});
