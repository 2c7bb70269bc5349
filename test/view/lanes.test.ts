import { describe, expect, test } from 'vitest';
import { type Analysis, instant } from '#model/index.ts';
import { pictureOf } from '#view/lanes.ts';
import type { Picture } from '#view/picture.ts';
import { analysisOf } from '../fixtures/build.ts';
import { crowd, cutOff, seed, severalHosts } from '../fixtures/meetings.ts';
import { drawn, start } from '../fixtures/notation.ts';

function picture(analysis: Analysis, from?: number, to?: number): Picture {
  const [space] = analysis.spaces;
  const [meeting] = space?.meetings ?? [];
  if (space === undefined || meeting === undefined) throw new Error('no meeting');
  const bounds = { from: from === undefined ? null : instant(from), to: to === undefined ? null : instant(to) };
  const made = pictureOf(analysis, space, meeting, bounds);
  if (made === null) throw new Error('no picture');
  return made;
}

/** `0+7 lobby-only, 7+4 active 1`: seconds since the start, length, hosts. */
function strip({ strip: stretches }: Picture, unit = 1000): string {
  return stretches
    .map(({ state, from, to, hosts }) => `${(from - start) / unit}+${(to - from) / unit} ${state}${hosts ? ` ${hosts}` : ''}`)
    .join(', ');
}

describe('lanes', () => {
  test('hosts come first, then everybody by joining, recorders and streamers last', () => {
    expect(picture(severalHosts).lanes.map(({ label }) => label.split('@')[0])).toEqual([
      'hal.okafor',
      'ida.lind',
      'hal.okafor',
      'ann',
      'bo',
      'dan',
      'cleo',
      'recorder1',
    ]);
  });

  test('a window cuts the bars and says that they go on on both sides', () => {
    const { lanes, from, to } = picture(severalHosts, start + 600_000, start + 720_000);
    expect([from - start, to - start]).toEqual([600_000, 720_000]);
    expect(lanes.map(({ segments }) => segments.map(({ state, openStart, openEnd }) => ({ state, openStart, openEnd })))).toContainEqual([
      { state: 'active', openStart: true, openEnd: true },
    ]);
  });

  test.each([
    [start - 7_200_000, start - 3_600_000],
    [start + 7_200_000, start + 9_000_000],
  ])('a window in which nothing happened has no picture', (from, to) => {
    expect(() => picture(severalHosts, from, to)).toThrow('no picture');
  });

  test('what is open at the end of the log is drawn on a little, and nothing counts from there', () => {
    const { from, to, known, openStart, openEnd } = picture(cutOff);
    expect({ openStart, openEnd, known: known - from, drawnOn: to > known }).toEqual({
      openStart: true,
      openEnd: true,
      known: 19_000,
      drawnOn: true,
    });
  });
});

describe('links', () => {
  test('one arrival and all it let in are one link, and so are a departure and all it sent back', () => {
    const links = picture(seed).links.map(({ kind, by, at, effects }) => [kind, by, at, effects.map(({ lane }) => lane)]);
    expect(links).toEqual([
      ['activator-joined', 'stejanss', Date.parse('2017-02-21T17:49:26.670Z'), ['2000', '1060']],
      ['last-activator-left', 'stejanss', Date.parse('2017-02-21T17:49:30.833Z'), ['2000', '1060']],
    ]);
  });
});

describe('the strip of the space', () => {
  test('counts the hosts, and names the time grace in which the last one is gone and guests are still active', () => {
    expect(strip(picture(severalHosts), 60_000)).toBe(
      '1+3 lobby-only, 4+3 active, 7+11 active 1, 18+5 active 2, 23+4 active 1, 27+3 grace, 30+9 lobby-only, 39+6 active 1',
    );
  });

  test('one host for another at the same instant is no change', () => {
    const relay = drawn(
      `hal | host  |  AAAA
       ida | host  |      AAAA
       ann | guest | LAAAAAAAAL`,
    );
    expect(strip(picture(analysisOf([relay])))).toBe('0+1 lobby-only, 1+8 active 1, 9+1 lobby-only');
  });

  test('where the state is not known, neither is the number of hosts', () => {
    expect(picture(cutOff).strip.map(({ state, hosts }) => [state, hosts])).toContainEqual(['lobby-only', 0]);
  });

  test('a thousand hosts are counted in no time', () => {
    const people = Array.from({ length: 1000 }, (_, index) => `h${index} | host | ${' '.repeat(index)}${'A'.repeat(1000)}`).join('\n');
    const meeting = drawn(people);
    const before = performance.now();
    expect(picture(analysisOf([meeting])).strip).toHaveLength(1999);
    expect(performance.now() - before).toBeLessThan(500);
  });

  test('a crowd of a thousand has a picture', () => {
    expect(picture(crowd(1000)).lanes).toHaveLength(1001);
  });
});

describe('findings', () => {
  const about = { severity: 'info', message: 'x', evidence: [], participants: [] } as const;
  const [space] = severalHosts.spaces;

  test('about the space as such belong to the meeting of their time', () => {
    const during = { ...about, code: 'during', space: space?.id ?? null, span: { from: instant(start), to: null } };
    const before = { ...about, code: 'before', space: space?.id ?? null, span: { from: null, to: instant(start - 1) } };
    const elsewhere = { ...about, code: 'elsewhere', space: null, span: { from: null, to: null } };
    expect(picture({ ...severalHosts, findings: [during, before, elsewhere] }).findings.map(({ code }) => code)).toEqual(['during']);
  });
});
