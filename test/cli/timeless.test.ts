/** A log whose records all lost their stamps shows nothing: it is said why, and what to do. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ran } from '../commands/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'cms-timeline-timeless-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = readFileSync(new URL('../../samples/scenario-3-pin-timeout.log', import.meta.url), 'utf8');
const timeless = join(folder, 'timeless.log');
const records = sample.match(/ {5}.+/g) ?? [];
const cut = records.map((text) => `bridge1 host:server:  INFO : ${text.trim()}\n`);
writeFileSync(timeless, cut.join(''));

test.each([['show'], ['explain'], ['export'], ['show', '--quiet']])('%s %s', async (...args) => {
  const { code, err } = await ran([...args, timeless]);
  expect(code).toBe(0);
  expect(err).toContain(
    `cms-timeline: ${timeless}: none of its ${records.length} records has a time, so that nothing of it can be shown; expected a date and a time`,
  );
});

test('it is lost, and --strict takes that for an error', async () => {
  expect((await ran(['show', '--strict', timeless])).code).toBe(1);
});

test('one record', async () => {
  const one = join(folder, 'one.log');
  writeFileSync(one, cut[0] ?? '');
  expect((await ran(['show', one])).err).toContain(`${one}: its only record has no time`);
});

test.each([
  ['a stamp on one record', `${cut.join('')}${sample}`],
  ['times of day', sample.replaceAll(/^\S+ +(?=\d\d:)/gm, '')],
])('nothing is said where there is %s', async (_, text) => {
  const timed = join(folder, 'timed.log');
  writeFileSync(timed, text);
  expect((await ran(['show', timed])).err).not.toContain('time');
});
