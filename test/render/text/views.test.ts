import { describe, expect, test } from 'vitest';
import type { Analysis } from '#model/index.ts';
import { createStyle } from '#render/text/style.ts';
import type { TimelineOptions } from '#render/text/timeline.ts';
import { isViewName, type ViewName, viewNames, views } from '#render/text/views.ts';
import { widthOf } from '#view/shorten.ts';
import { createWindow, statedTime } from '#view/window.ts';
import { everything, hostile, hostNeverCame, overNight, seed, severalHosts, threeMeetings, twoSpaces } from '../../fixtures/meetings.ts';
import { golden } from './golden.ts';

function shown(view: ViewName, analysis: Analysis, columns: number, options: Partial<TimelineOptions> = {}): string {
  return views[view].render(analysis, {
    columns,
    style: createStyle({ colour: false, unicode: true }),
    zone: 'UTC',
    maxLanes: 60,
    ...options,
  });
}

describe('list', () => {
  test.each([60, 80, 140])('of all meetings in %i columns', (columns) => {
    const spaces = Object.entries(everything)
      .filter(([name]) => name !== 'hostile' && name !== 'seed' && name !== 'cut-off')
      .flatMap(([name, analysis]) => analysis.spaces.map((space) => ({ ...space, name: `${space.name ?? ''}, ${name}` })));
    golden(`list.${columns}.txt`, shown('list', { ...hostNeverCame, spaces }, columns));
  });

  test('counts findings by severity', () => {
    const finding = { code: 'x', message: 'x', space: null, participants: ['2000'], span: { from: null, to: null }, evidence: [] } as const;
    const findings = (['info', 'warning', 'warning', 'error'] as const).map((severity) => ({ ...finding, severity }));
    expect(shown('list', { ...seed, findings }, 140)).toContain('✖ 1 ▲ 2 ℹ 1');
  });
});

describe('events', () => {
  test.each([60, 80, 140])('of the seed in %i columns', (columns) => golden(`events.${columns}.txt`, shown('events', seed, columns)));
  test('of two spaces, with what happened to a space as a whole', () =>
    golden('events.two-spaces.120.txt', shown('events', twoSpaces, 120)));
  test('begin a day with its date', () => {
    golden('events.over-night.100.txt', shown('events', overNight, 100, { zone: 'Europe/Vienna' }));
  });

  test('of one moment stand in the order of the log: who came before whom that let in', () => {
    const text = shown('events', seed, 120);
    expect(text.indexOf('17:49:26.670  stejanss')).toBeLessThan(text.indexOf('17:49:26.670  2000'));
  });

  test('are those of the window', () => {
    const window = createWindow({ from: statedTime('09:07', 'UTC'), to: statedTime('09:08', 'UTC') }, 'UTC');
    const times = shown('events', severalHosts, 120, { window }).match(/^\d\d:\d\d:\d\d\.\d{3}/gmu);
    expect(times?.length).toBeGreaterThan(3);
    for (const time of times ?? []) expect(time.slice(0, 5)).toBe('09:07');
  });
});

describe('views', () => {
  test('are known by name', () => {
    expect(viewNames).toEqual(['timeline', 'list', 'events']);
    expect([isViewName('list'), isViewName('toString')]).toEqual([true, false]);
  });

  describe.each(viewNames)('%s', (view) => {
    test.each(Object.entries(everything))('of %s keeps to its width, and is safe to print', (_, analysis) => {
      for (const columns of [60, 72, 80, 100, 140]) {
        const text = shown(view, analysis, columns);
        expect(text).toMatch(/[^\n]\n$/u);
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u);
        for (const line of text.split('\n')) {
          expect(widthOf(line)).toBeLessThanOrEqual(columns);
          expect(line).toBe(line.trimEnd());
        }
      }
    });

    test('says which zone the times are in', () => {
      expect(shown(view, threeMeetings, 80)).toContain('Times are UTC (assumed: the log names no zone).');
      expect(shown(view, hostile, 80)).toContain('Times are UTC');
    });
  });
});
