/** Nothing from a log or a name of a file moves a cursor, or is code in what is written. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { hostileNames } from '../render/hostile.ts';
import { logOf, newFolder, run, unsafe, ways } from './support.ts';

const signs = [
  ...Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter((sign) => !/[\n\r]/u.test(sign)),
  ...[
    '\u007f',
    '\u0080',
    '\u0085',
    '\u009b',
    '\u009d',
    '\u061c',
    '\u200e',
    '\u200f',
    '\u2028',
    '\u2029',
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
  ],
];
/** A name with everything that a terminal obeys. */
const everySign = `a${signs.join('x')}z`;

describe.each(ways)('%s %s %s %s %s', (...args) => {
  const given = args.filter((arg): arg is string => typeof arg === 'string');

  test('no sign that a terminal obeys comes through, whether in a name, a space or a line', () => {
    const { code, out, err } = run(given, `${logOf(everySign, everySign)}${everySign}\n`);
    expect(code).toBe(0);
    expect(out.match(unsafe)).toBeNull();
    expect(err.match(unsafe)).toBeNull();
  });

  test('each hostile name is read and written without a fault', () => {
    const log = hostileNames.map((name) => logOf(name.replace(/[\r\n]/gu, ' '))).join('');
    const { code, out, err } = run(given, log);
    expect(err).not.toMatch(/fault of cms-timeline/u);
    expect(code).toBe(0);
    // In texts and data it is a name as any other.
    if (given[0] === 'draw') expect(out).not.toMatch(/<script>alert|"onload="alert|href="javascript/iu);
  });
});

test('an SVG holds no script, no handler and no link out of itself, whatever the names say', () => {
  const { out } = run(['draw'], logOf('<script>alert(1)</script>', '" onload="alert(1)" x="'));
  const code: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (/^(?:script|foreignObject|iframe|a)$/iu.test(name)) code.push(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (/^on/iu.test(key) || (/href$/iu.test(key) && !value.startsWith('#'))) code.push(`${key}=${value}`);
    }
  });
  parser.write(out).close();
  expect(code).toEqual([]);
});

test('CSV: no cell begins like a formula', () => {
  for (const name of hostileNames) {
    const { out } = run(['export', '--format', 'csv'], logOf(name.replace(/[\r\n]/gu, ' ')));
    const rows: readonly Readonly<Record<string, string>>[] = parse(out, { columns: true });
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+@\-\uff1d\uff0b\uff0d\uff20]/u);
  }
}, 120_000);

test.each([['export'], ['export', '--format', 'ndjson'], ['export', '--format', 'perfetto']])(
  '%s %s %s is JSON for any bytes',
  (...args) => {
    const bytes = Uint8Array.from({ length: 512 }, (_, index) => (index * 89) % 256).filter(
      (byte) => byte !== 10 && byte !== 13 && byte !== 34,
    );
    const [before = '', after = ''] = logOf('NAME')
      .split('joined space', 1)
      .map((part) => part);
    const log = Buffer.concat([Buffer.from(before), Buffer.from(after), bytes, Buffer.from(`\n${logOf('NAME')}`), bytes]);
    const { out, code } = run(
      args.filter((arg): arg is string => typeof arg === 'string'),
      log,
    );
    expect(code).toBe(0);
    for (const line of args.includes('ndjson') ? out.trim().split('\n') : [out]) expect(() => void JSON.parse(line)).not.toThrow();
  },
);

describe('names of files and values of options in errors', () => {
  const evil = 'a\u001b[31m\u202e\u009b2Jb';
  const folder = newFolder();
  const there = join(folder, `${evil}.log`);
  writeFileSync(there, 'no log');
  test.each([
    [[there]],
    [[join(folder, evil)]],
    [['--space', evil]],
    [['--zone', evil]],
    [['--year', evil]],
    [['--from', evil]],
    [['--grammar', join(folder, evil)]],
    [[`--${evil}`]],
    [['draw', '-o', `x.${evil}`]],
    [['draw', '-o', join(folder, evil, 'x.svg')]],
    [['export', '--format', evil]],
    [['export', '--table', evil, '--format', 'csv']],
    [['check', '--config', join(folder, evil)]],
    [['check', '--api', `https://${evil}/`]],
    [['export', '--format', 'csv', '-o', join(folder, evil, 'x.csv')]],
  ])('%j', (args) => {
    const { out, err } = run(args, logOf('guest@lab.example'));
    expect(`${out}${err}`.match(unsafe)).toBeNull();
    expect(err).not.toMatch(/\n\s+at /u);
  });
});

test('no passcode of a log is repeated, whichever way it stands there', () => {
  const written = ['passcode=73519', '"passcode": "73519"', '<passcode>73519</passcode>', 'https://cms.example/meet?passcode=73519&x=1'];
  const log = `${logOf('guest@lab.example')}${written.map((text) => `2024-03-05  10:00:07.000  Info     call 7: dancing ${text}\nprose ${text}\n`).join('')}`;
  const file = join(newFolder(), 'unparsed.txt');
  for (const given of [...ways, ['explain'], ['explain', '--format', 'markdown'], ['redact'], ['show', '--unparsed', file]]) {
    const { out, err } = run(given, log);
    expect(`${out}${err}`).not.toContain('73519');
  }
  expect(readFileSync(file, 'utf8')).toMatch(/dancing passcode=\*{5}/u);
  expect(readFileSync(file, 'utf8')).not.toContain('73519');
});
