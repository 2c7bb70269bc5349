/** Screens as a person sees them: golden pages at two sizes, and what holds for all of them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { screenOf } from '#render/inspector/screen.ts';
import { withSize } from '#render/inspector/told.ts';
import { widthOf } from '#view/shorten.ts';
import { ascii, openLogs, openSample, plain } from './support.ts';

const host = 'scenario-3-pin-timeout.log';
const long = 'long-meeting-with-several-hosts.log';

/** Name → sample, size and keys. */
const pages: Readonly<Record<string, readonly [string, readonly [number, number], readonly string[]]>> = {
  'meetings-80x24': [long, [80, 24], []],
  'timeline-80x24': [host, [80, 24], ['enter', 'down', ']', ']']],
  'details-80x24': [host, [80, 24], ['enter', 'enter', 'down', 'down']],
  'evidence-80x24': [host, [80, 24], ['enter', 'enter', 'down', 'down', 'down', 'enter']],
  'record-80x24': [host, [80, 24], ['4', 'down', 'down', 'down', 'down', 'enter']],
  'help-80x24': [host, [80, 24], ['?']],
  'findings-80x24': [long, [80, 24], ['F', 'down']],
  'filter-80x24': [host, [80, 24], ['f', 'right', 'down', 'down', '"anna"']],
  'search-80x24': [host, [80, 24], ['/', '"211"', 'enter']],
  'save-80x24': [host, [80, 24], ['s']],
  'smallest-60x15': [host, [60, 15], ['enter']],
  'meetings-140x40': [long, [140, 40], []],
  'timeline-140x40': [long, [140, 40], ['enter', 'down', '}', '}', '+', '+']],
  'evidence-140x40': [host, [140, 40], ['enter', '4', 'down', 'down']],
};

describe('golden screens', () => {
  for (const [name, [sample, [columns, rows], keys]] of Object.entries(pages)) {
    it(name, () => {
      const file = `test/inspector/golden/${name}.txt`;
      const screen = openSample(sample, { columns, rows })
        .keys(...keys)
        .screen();
      if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(file)) writeFileSync(file, screen);
      expect(screen).toBe(readFileSync(file, 'utf8'));
    });
  }
});

describe('every screen', () => {
  const sizes = [60, 61, 75, 80, 100, 109, 110, 140, 220].flatMap((columns) =>
    [15, 16, 20, 24, 25, 40, 70].map((rows) => ({ columns, rows })),
  );
  for (const [name, [sample, , keys]] of Object.entries(pages)) {
    it(`${name} fits any terminal, in either set of characters`, () => {
      const opened = openSample(sample).keys(...keys);
      for (const size of sizes) {
        for (const style of [plain, ascii]) {
          const lines = screenOf(withSize(opened.state(), size), style);
          expect(lines.length).toBe(size.rows);
          for (const line of lines) expect(widthOf(line), `${size.columns}x${size.rows}: ${line}`).toBe(size.columns);
          if (style === ascii) expect(lines.join('')).toMatch(/^[ -~]*$/u);
        }
      }
    });
  }

  it('says what the log does not: the zone, the year, and when a meeting began that it starts inside of', () => {
    const lines = readFileSync(`samples/${long}`, 'utf8').split('\n').slice(12).join('\n');
    const opened = openLogs([{ name: '-', text: Buffer.from(lines) }], { columns: 80, rows: 24 });
    expect(opened.screen()).toMatch(/^ standard input +1 meeting .* UTC and year assumed$/mu);
    expect(opened.screen()).toMatch(/^▌before the log +All hands/mu);
  });

  it('has the state at the moment looked at and its length apart, however narrow', () => {
    const opened = openSample(long, { columns: 60, rows: 15 }).keys('enter', 'end', '[', '[', '[');
    expect(opened.screen()).toMatch(/ active +\d+:\d\d$/mu);
    expect(opened.screen()).not.toMatch(/(?:active|lobby|connecting)\d/u);
  });

  it('asks for more room below 60 x 15', () => {
    const opened = openSample(host, { columns: 40, rows: 10 });
    expect(opened.screen()).toContain('40 x 10 is too small');
    expect(opened.keys('q').wishes).toEqual([{ kind: 'quit', code: 0 }]);
  });
});
