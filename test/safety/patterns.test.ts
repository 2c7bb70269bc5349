/**
 * Every pattern of the program takes time in proportion to its text, whatever the text. recheck proves it with automata. Two things are
 * taken out first, both to the side of caution: counts are made small (a thousand times is as linear as twice), and what only looks around
 * is dropped (a pattern without its conditions tries no less). What cannot be proved so is on the list, with the reason why it is no harm.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';
import { built, literals, type Pattern } from './patterns.ts';

process.env['RECHECK_BACKEND'] = 'pure';

const excused: readonly (readonly [beginning: string, reason: string])[] = [
  ['(?:(?<! ) +)?\\n', 'the look behind lets a run of blanks be entered at its beginning only'],
  ['-----BEGIN CERTIFICATE-----', "of a file that the user names, the user's own"],
  ['\\?.*$', 'of a path that the program made'],
  ['(?:^|[/\\\\!])coSpaces[/\\\\]', 'of a path, which systems limit to some thousand signs'],
  ['^<([\\s\\S]*?)(\\s+\\S+\\s*=', 'of a tag of at most 600 signs'],
  ['[ \\t]', 'sticky: a token of a grammar file is tried where it stands, not from every blank on'],
  ['\\.?0+$', 'of a number that the program wrote'],
  ['^\\p{RGI_Emoji}$', 'a property of strings, which recheck does not know; it has no repetition'],
  ['^-+|-+$', 'of a name that was cut to some ten signs'],
  ['[/\\\\!]+$', 'of a path'],
  ['^[("\'[]+|(?<!', 'the look behind lets a run be entered at its beginning only'],
  ['^ *(?:<\\d{1,3}>(?:1 )?)?(?:(?:(?:19|20)', 'anchored, and every part is counted or a different sign'],
];

/** Without what looks around: `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`. */
function withoutLooks(source: string): string {
  let plain = '';
  for (let at = 0; at < source.length; at += 1) {
    if (/^\(\?<?[=!]/u.test(source.slice(at, at + 4))) at = groupEnd(source, at);
    else if (source[at] === '\\') plain += source.slice(at, ++at + 1);
    else plain += source[at];
  }
  return plain;
}

/** The place of the bracket that closes the group at `from`. */
function groupEnd(source: string, from: number): number {
  let depth = 0;
  let inClass = false;
  for (let at = from; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '\\') at += 1;
    else if (sign === '[') inClass = true;
    else if (sign === ']') inClass = false;
    else if (!inClass && sign === '(') depth += 1;
    else if (!inClass && sign === ')' && --depth === 0) return at;
  }
  return source.length;
}

function withSmallCounts(source: string): string {
  return source.replace(/\{(\d+)(,?)(\d*)\}/gu, (_, least: string, comma: string, most: string) => {
    const small = (count: string, limit: number): number => Math.min(Number(count), limit);
    if (comma === '') return `{${small(least, 2)}}`;
    return `{${small(least, 1)},${most === '' ? '' : Math.max(1, small(most, 2))}}`;
  });
}

function complaintOf({ file, source, flags }: Pattern): readonly string[] {
  if (excused.some(([beginning]) => source.startsWith(beginning))) return [];
  const plain = withSmallCounts(withoutLooks(source));
  // A sticky one is tried in one place only.
  const checked = checkSync(flags.includes('y') ? `^(?:${plain})` : plain, flags.replace(/[gyv]/gu, ''), {
    checker: 'automaton',
    timeout: 20_000,
  });
  return checked.status === 'safe' ? [] : [`${file}: /${source}/${flags} is ${checked.status}`];
}

const samples = ['scenario-1-two-addresses.log', 'scenario-3-pin-timeout.log'].map((name) =>
  readFileSync(fileURLToPath(new URL(`../../samples/${name}`, import.meta.url))),
);

/** Modules build some when they are loaded, and the grammar some when it reads. */
async function readSamples(): Promise<void> {
  const { analyze } = await import('../../src/analyze.ts');
  for (const log of samples) analyze(log, { now: Date.UTC(2024, 5, 1) });
}

test('every pattern of the sources, and every one that reading a log builds, is linear', async () => {
  const patterns = [...literals(), ...(await built(readSamples))];
  expect(patterns.length).toBeGreaterThan(300);
  const once = new Map(patterns.map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern]));
  expect([...once.values()].flatMap(complaintOf).join('\n')).toBe('');
  // Nothing is excused that is no more.
  expect(excused.flatMap(([beginning]) => (patterns.some(({ source }) => source.startsWith(beginning)) ? [] : [beginning]))).toEqual([]);
}, 180_000);

test.each([['^(a+)+$'], ['\\s+$'], ['(?<!b)x*x*y'], ['a{0,1000}a*a*b']])('the check itself finds /%s/', (source) => {
  expect(complaintOf({ file: 'here', source, flags: 'u' })).toHaveLength(1);
});
