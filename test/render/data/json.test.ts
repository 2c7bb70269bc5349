import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { jsonPieces, jsonText, later } from '#render/data/json-text.ts';
import { renderJson, toExport } from '#render/data/json.ts';
import { analyze } from '../../../src/analyze.ts';
import { analysisOf, meeting } from '../../fixtures/build.ts';
import { hostileNames, unsafe } from '../hostile.ts';

const options = { version: '0', evidence: 'text' } as const;
const samples = new URL('../../../samples/', import.meta.url);
const logs = readdirSync(samples).filter((name) => name.endsWith('.log'));

describe('the export in pieces is the export as one text', () => {
  test.each(logs)('of %s', (name) => {
    const analysis = analyze([{ name, text: readFileSync(new URL(name, samples)) }], { now: Date.UTC(2026, 10, 24) });
    expect([...renderJson(analysis, options)].join('')).toBe(`${jsonText(toExport(analysis, options), 2)}\n`);
  });

  test('of nothing', () => {
    const nothing = analysisOf([]);
    expect([...renderJson(nothing, options)].join('')).toBe(`${jsonText(toExport(nothing, options), 2)}\n`);
  });

  test('of hostile names, of which nothing reaches a terminal', () => {
    const people = hostileNames.map((name, index) => ({ id: `p${index}`, name, turns: [{ state: 'lobby' as const, from: index }] }));
    const hostile = analysisOf([meeting(people)]);
    const text = [...renderJson(hostile, options)].join('');
    expect(text.replaceAll('\n', '')).not.toMatch(unsafe);
    expect(JSON.parse(text)).toEqual(toExport(hostile, options));
  });
});

describe('lists that are made later', () => {
  const written = (value: unknown): string => [...jsonPieces(value)].join('');

  it('are written like any other', () => {
    const list = [{ a: [1, 'x\ny'] }, {}, [], null];
    expect(written({ before: 1, list: later(list, (item) => item), after: {} })).toBe(
      JSON.stringify({ before: 1, list, after: {} }, null, 2),
    );
  });

  it('stand in one another, and may be empty', () => {
    const inner = later([1, 2], (n) => ({ n }));
    expect(written(later(['a'], (name) => ({ name, inner, none: later([], () => 0) })))).toBe(
      JSON.stringify([{ name: 'a', inner: [{ n: 1 }, { n: 2 }], none: [] }], null, 2),
    );
  });
});
