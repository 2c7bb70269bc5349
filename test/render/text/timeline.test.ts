import { describe, expect, test } from 'vitest';
import type { Analysis, Finding } from '#model/index.ts';
import { instant } from '#model/index.ts';
import { createStyle, type StyleOptions } from '#render/text/style.ts';
import { renderTimeline, type TimelineOptions } from '#render/text/timeline.ts';
import { widthOf } from '#view/shorten.ts';
import { createWindow, statedTime } from '#view/window.ts';
import { analysisOf } from '../../fixtures/build.ts';
import { crowd, everything, hostile, overNight, seed, severalHosts } from '../../fixtures/meetings.ts';
import { drawn } from '../../fixtures/notation.ts';
import { bare, golden, visible } from './golden.ts';

const plain: StyleOptions = { colour: false, unicode: true };

function shown(analysis: Analysis, columns: number, style: StyleOptions = plain, options: Partial<TimelineOptions> = {}): string {
  return renderTimeline(analysis, { columns, style: createStyle(style), zone: 'UTC', maxLanes: 60, ...options });
}

describe('as a person has checked them', () => {
  test.each([60, 80, 140])('the seed in %i columns', (columns) => golden(`seed.${columns}.txt`, shown(seed, columns)));
  test('the seed in ASCII', () => golden('seed.80.ascii.txt', shown(seed, 80, { colour: false, unicode: false })));
  test('the seed in sixteen colours', () => golden('seed.80.colour.txt', visible(shown(seed, 80, { colour: true, unicode: true }))));
  test.each(['several-hosts', 'cut-off', 'by-hand', 'host-never-came', 'three-meetings', 'two-spaces', 'crowd-60', 'hostile', 'nothing'])(
    '%s',
    (name) => {
      golden(`${name}.100.txt`, shown(everything[name] ?? seed, 100));
    },
  );
  test('over night and into summer time, in the zone of the house', () => {
    golden('over-night.100.txt', shown(overNight, 100, plain, { zone: 'Europe/Vienna' }));
  });
  test('a thousand people', () => golden('crowd-1000.80.txt', shown(crowd(1000), 80)));
});

describe.each(Object.entries(everything))('%s', (_, analysis) => {
  test.each([60, 61, 75, 76, 80, 97, 140, 200])('is nowhere wider than %i columns, and has no blanks at the ends of lines', (columns) => {
    for (const unicode of [true, false]) {
      for (const line of shown(analysis, columns, { colour: false, unicode }).split('\n')) {
        expect(widthOf(line)).toBeLessThanOrEqual(columns);
        expect(line).toBe(line.trimEnd());
      }
    }
  });

  test('without colour, no escape sequence; with colour, the same text apart from edges turned inside out', () => {
    expect(shown(analysis, 100)).not.toContain('\u001b');
    const blocks = /[▏▎▍▌▋▊▉█▐]/gu;
    const coloured = bare(shown(analysis, 100, { colour: true, unicode: true }));
    expect(coloured.replace(blocks, '█')).toBe(shown(analysis, 100).replace(blocks, '█'));
  });

  test('in ASCII, nothing but ASCII apart from names', () => {
    const text = shown(analysis, 100, { colour: false, unicode: false });
    if (analysis !== hostile) expect(text).toMatch(/^[\n -~]*$/u);
  });

  test('says which zone the times are in, and on what that rests', () => {
    expect(shown(analysis, 100)).toMatch(/Times are UTC \((?:assumed: the log names no zone|stamps read as Europe\/Vienna, as given)\)\./u);
  });
});

describe('colours', () => {
  test.each(['16', '256', 'truecolor'] as const)('every line that begins a colour in %s ends it', (depth) => {
    for (const line of shown(severalHosts, 100, { colour: true, unicode: true, depth }).split('\n')) {
      const codes = line.match(/\u001b\[[\d;]*m/gu) ?? [];
      expect(codes.filter((code) => code === '\u001b[0m')).toHaveLength(codes.length / 2);
    }
  });
});

describe('a short wait', () => {
  test('is seen however long the meeting is', () => {
    const long = analysisOf([
      drawn(
        `hal | host  |  ·${'A'.repeat(900)}
         ann | guest |   L${'A'.repeat(800)}`,
        { unitMs: 10_000 },
      ),
    ]);
    expect(shown(long, 80)).toMatch(/ann {2,}guest *░█/u);
  });
});

describe('a window', () => {
  test('cuts the bars and says that they go on', () => {
    const window = createWindow({ from: statedTime('09:10', 'UTC'), to: statedTime('09:12', 'UTC') }, 'UTC');
    const text = shown(severalHosts, 100, plain, { window });
    expect(text).toMatch(/ann@example.org +guest ◂█+▸/u);
    expect(text).toContain('09:10:00');
  });
});

describe('findings', () => {
  const finding = (code: string, severity: Finding['severity'], participants: readonly string[]): Finding => ({
    code,
    severity,
    message: `Something about ${code}, with \u001b[31m in it.`,
    space: null,
    participants,
    span: { from: instant(0), to: null },
    evidence: [3, 4, 4, 7, 9, 11, 12].map((line) => ({ input: 'bridge1.log', line, text: '' })),
  });

  test('stand with their meeting, the gravest first, with a sign, a word and their lines; the others at the end', () => {
    const findings = [finding('whole-log', 'info', []), finding('mild', 'warning', ['2000']), finding('grave', 'error', ['1060'])];
    const text = shown({ ...seed, findings }, 80);
    const order = ['✖  Something about grave', '▲  Something about mild', '● stejanss.movi@steven.lab\n', 'ℹ  Something about whole-log'];
    expect(order.map((part) => text.indexOf(part))).toEqual(order.map((part) => text.indexOf(part)).toSorted((a, b) => a - b));
    expect(text).toContain('grave, lines 3, 4, 7, 9, 2 more');
    expect(text).not.toContain('\u001b');
  });
});

describe('places in the log', () => {
  test('name the input where there are several, by as much of its path as tells them apart', () => {
    const two = (names: readonly string[]): string => {
      const [first = ''] = names;
      const made = analysisOf([drawn('ann | guest | LLL')], { inputs: names });
      const moved = JSON.parse(JSON.stringify(made).replaceAll('"input":"bridge1.log"', `"input":"${first}"`));
      return shown(moved, 100);
    };
    expect(two(['/var/log/bridge1/cms.log', '/var/log/bridge2/cms.log'])).toContain('/var/log/bridge1/cms.log:1');
    expect(two(['/var/log/one.log', '/var/log/two.log'])).toContain(' one.log:1');
  });
});
