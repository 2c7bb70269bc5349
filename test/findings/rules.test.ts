/** The registry: every rule is documented, named as its file, and on the page of all findings. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '#findings/index.ts';
import { page } from './page.ts';

const files = readdirSync(new URL('../../src/findings/rules/', import.meta.url)).filter((file) => file !== 'index.ts');

test('one rule a file, and the registry has them all, in order', () => {
  expect(rules.map(({ code }) => `${code}.ts`)).toEqual(files.sort());
});

test.each(rules)('$code says what it means and what to look at next', ({ code, meaning, check }) => {
  expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
  for (const text of [meaning, check]) {
    expect(text).toMatch(/^[A-Z].*[.?]$/u);
    expect(text.length).toBeGreaterThan(40);
  }
});

test('src/findings/README.md is current', async () => {
  await expect(page()).toMatchFileSnapshot('../../src/findings/README.md');
});
