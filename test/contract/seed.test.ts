/**
 * The log that started the project, as it was pasted out of a PDF. It stays outside of the repository: where the folder beside the
 * project exists, it is read and must give exactly what is agreed; elsewhere the tests say that they skip.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { toExport } from '#render/data/json.ts';
import { violations } from './schema.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
const here = existsSync(at('seed/reflowed.log'));

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Of what was found, the fields that the expectation names; a cause is compared by its kind. */
function pick(found: Json, expected: Json): Json {
  if (Array.isArray(expected) && Array.isArray(found)) return found.map((item, index) => pick(item, expected[index] ?? null));
  if (!isObject(expected) || !isObject(found)) return isObject(found) && typeof expected === 'string' ? (found['kind'] ?? null) : found;
  return Object.fromEntries(
    Object.keys(expected)
      .filter((key) => key !== '_comment')
      .map((key) => [key, pick(found[key] ?? null, expected[key] ?? null)]),
  );
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The records in clean lines: the breaks of the pasted text undone by hand. */
function clean(pasted: string): readonly string[] {
  const running = pasted.replace(/-\n(?=[0-9a-f]{4,12}\b|\d\d )/gu, '-').replaceAll('\n', ' ');
  return running.split(/ ?(?=2017-02-21 \d\d:)/u).filter((record) => record !== '');
}

const framings: Readonly<Record<string, (time: string, level: string, message: string) => string>> = {
  F1: (time, level, message) => `2017-02-21  ${time}  ${level.padEnd(9)}${message}`,
  F3: (time, level, message) => `Feb 21 ${time} user.info cms1 host:server:  ${level.toUpperCase()} : ${message}`,
  F4: (time, level, message) => `2017-02-21T${time} user.info cms1 host:server: ${level.toUpperCase()} : ${message}`,
  F5: (time, level, message) => `<14>Feb 21 ${time} user.info cms1 host:server:  ${level.toUpperCase()} : ${message}`,
};

describe.skipIf(!here)('the seed', () => {
  const pasted = here ? readFileSync(at('seed/reflowed.log'), 'utf8') : '';
  const expected: Json = here ? JSON.parse(readFileSync(at('contract/seed-expected.json'), 'utf8')) : null;
  const wanted = (): Json => pick(expected, expected);
  const found = (text: string): Json => {
    const exported: Json = JSON.parse(JSON.stringify(toExport(analyze(text, { year: 2017 }), { version: '0', evidence: 'none' })));
    return pick(exported, expected);
  };

  test('as it was pasted', () => {
    expect(found(pasted)).toEqual(wanted());
    expect(violations(analyze(pasted))).toEqual([]);
  });

  test('in clean lines', () => {
    expect(found(clean(pasted).join('\n'))).toEqual(wanted());
  });

  test.each(Object.keys(framings))('in the framing %s', (name) => {
    const lines = clean(pasted).map((record) => {
      const [, time = '', level = '', message = ''] = /^\S+ (\S+) (\S+) (.*)$/su.exec(record) ?? [];
      return framings[name]?.(time, level, message) ?? '';
    });
    expect(found(lines.join('\n'))).toEqual(wanted());
  });
});

test.runIf(!here)('the seed is not beside the project: its tests are skipped', () => {
  expect(here).toBe(false);
});
