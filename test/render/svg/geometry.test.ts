/** Nothing lies on anything else, and nothing is cut, whatever is drawn. */
import { describe, expect, test } from 'vitest';
import { drawSvg } from '#render/svg/index.ts';
import { cases } from './cases.ts';
import { faults, measure } from './measured.ts';

const options = { zone: 'UTC', version: '1.2.3', redacted: false } as const;

describe.each(Object.entries(cases))('%s', (_, analysis) => {
  test.each([640, 900, 1200, 2400])('at a width of %d, no text lies on another, outside, or under a line', (width) => {
    expect(faults(measure(drawSvg(analysis, { ...options, width })))).toEqual([]);
  });

  test('with every quiet stretch folded as well', () => {
    expect(faults(measure(drawSvg(analysis, { ...options, fold: 'always' })))).toEqual([]);
  });
});
