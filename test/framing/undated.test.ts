/** Times of day without a date: of the day of what stands beside them, where that has one; else of no day. */
import { expect, test } from 'vitest';
import { analyze } from '#analyze.ts';
import { isDateless } from '#model/index.ts';
import { pictureOf } from '#view/lanes.ts';
import { frame } from './support.ts';

const space = '4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101';
const undated = (time: string, name = 'ann'): string => `${time} Info participant "${name}" joined space ${space} (Board)\n`;
const dated = (time: string): string => `2023-05-04  ${time}  Info     participant "bob" joined space ${space} (Board)\n`;
const momentsOf = (text: string): readonly (string | null)[] =>
  frame(text).records.map(({ at }) => (at === null ? null : new Date(at).toISOString().replace('T', ' ').slice(0, -1)));

test.each([
  ['before a date', undated('10:00:07.120') + dated('10:00:09.000'), ['2023-05-04 10:00:07.120', '2023-05-04 10:00:09.000']],
  ['before midnight', undated('23:59:59.000') + dated('00:00:01.000'), ['2023-05-03 23:59:59.000', '2023-05-04 00:00:01.000']],
  [
    'newest first',
    undated('10:00:08.000') + undated('10:00:07.000', 'eve') + dated('10:00:09.000'),
    ['2023-05-04 10:00:07.000', '2023-05-04 10:00:08.000', '2023-05-04 10:00:09.000'],
  ],
])('%s', (_, text, moments) => {
  expect(momentsOf(text)).toEqual(moments);
});

test('alone, they are of no day', () => {
  expect(frame(undated('10:00:07.120') + undated('10:00:08.000', 'eve')).records.every(({ at }) => at !== null && isDateless(at))).toBe(
    true,
  );
});

test('a meeting of no day is not drawn up to the end of a log that has one', () => {
  const inputs = [
    { name: 'a.log', text: undated('10:00:07.120') },
    { name: 'b.log', text: dated('10:00:09.000').replaceAll('4f1d', '5f1d') },
  ];
  const analysis = analyze(inputs, { now: Date.UTC(2026, 0, 1) });
  const pictures = analysis.spaces.flatMap((one) => one.meetings.map((meeting) => pictureOf(analysis, one, meeting)));
  expect(pictures.map((picture) => picture !== null && isDateless(picture.from) === isDateless(picture.to))).toEqual([true, true]);
});
