/** Large meetings and long logs: work grows with what there is to look at, and findings stay few. */
import { expect, test } from 'vitest';
import { findFindings, type Material } from '#findings/index.ts';
import { guest, host, material, meeting, somebody } from './drawn.ts';

function timed(given: Material): { readonly ms: number; readonly count: number } {
  const from = performance.now();
  const count = findFindings(given, { waitedLongerThanMs: 5000, expectHosts: ['*nobody*', 'h?????'] }).length;
  return { ms: performance.now() - from, count };
}

function crowd(people: number): Material {
  const guests = Array.from({ length: people }, (_, index) => guest(`g${index}`, 'LA'.repeat(20)));
  const neither = Array.from({ length: people }, (_, index) => somebody(`n${index}`, `${'..'.repeat(index % 20)}A`));
  const hosts = Array.from({ length: 20 }, (_, index) => host(`h${index}`, `${'..'.repeat(index)}.A`));
  return material([meeting([...guests, ...neither, ...hosts])]);
}

function weeks(meetings: number): Material {
  const spaces = Array.from({ length: 50 }, (_, space) =>
    Array.from({ length: meetings / 50 }, (_, index) => {
      const late = '.'.repeat(index * 100);
      return meeting([guest(`g${space}`, `${late}LLLLAAAALL`), guest('bo', `${late}.LLLAAAALL`), host(`h${space}`, `${late}....AAAA`)]);
    }),
  );
  return material(spaces);
}

test('a thousand guests who are let in twenty times, and a thousand who are neither', () => {
  const small = crowd(250);
  const large = crowd(1000);
  timed(small);
  const [one, four] = [timed(small), timed(large)];
  expect(four.ms, `${one.ms} ms for a quarter`).toBeLessThan(Math.max(12 * one.ms, 500));
  expect(four.count).toBeLessThan(20);
});

test('a thousand meetings', () => {
  const { ms, count } = timed(weeks(1000));
  expect(ms).toBeLessThan(2000);
  // One or two each, which say how they ended and who waited: no more.
  expect(count).toBeLessThanOrEqual(2000);
});
