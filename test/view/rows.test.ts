import { describe, expect, test } from 'vitest';
import { type Analysis, instant } from '#model/index.ts';
import { pictureOf } from '#view/lanes.ts';
import { type Row, rowsOf } from '#view/rows.ts';
import { crowd, severalHosts } from '../fixtures/meetings.ts';

function rows(analysis: Analysis, most: number): readonly Row[] {
  const [space] = analysis.spaces;
  const meeting = space?.meetings[0];
  const picture = space === undefined || meeting === undefined ? null : pictureOf(analysis, space, meeting);
  return picture === null ? [] : rowsOf(picture, most);
}

/** How many stand on each row, largest first. */
function sizes(found: readonly Row[]): readonly number[] {
  return found.map((row) => (row.kind === 'one' ? 1 : row.lanes.length)).sort((a, b) => b - a);
}

describe('rows', () => {
  test('are one for each, as long as they are few', () => {
    expect(sizes(rows(severalHosts, 8))).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });

  test('gather those who fared alike, the largest crowd first and no more of them than needed', () => {
    expect(sizes(rows(crowd(100), 60))).toEqual([68, ...Array.from({ length: 33 }, () => 1)]);
    expect(sizes(rows(crowd(1000), 60))).toEqual([655, 280, 65, 1]);
  });

  test('leave hosts alone, and whom a finding is about', () => {
    const span = { from: null, to: instant(0) };
    const finding = { code: 'x', severity: 'info', message: 'x', space: null, participants: ['g7'], span, evidence: [] } as const;
    const found = rows({ ...crowd(1000), findings: [finding] }, 60);
    expect(found.filter(({ kind }) => kind === 'one').map(({ id }) => id)).toEqual(['host', 'g7']);
  });

  test('never are more than asked for, nobody is lost and nobody stands twice', () => {
    for (const most of [4, 5, 10, 37, 60]) {
      const found = rows(crowd(300), most);
      expect(found.length).toBeLessThanOrEqual(most);
      expect(sizes(found).reduce((sum, size) => sum + size, 0)).toBe(301);
    }
  });
});
