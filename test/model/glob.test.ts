import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { createGlob } from '#model/glob.ts';

describe('a glob', () => {
  it.each([
    ['Board', 'board', true, 'case does not matter'],
    ['Board', 'Board room', false, 'the whole name has to match'],
    ['Board*', 'Board (4th floor)', true, '* stands for any text'],
    ['*floor*', 'Board (4th floor)', true, 'on both sides'],
    ['*', '', true, 'also for none'],
    ['a*b*c', 'a1b2b3c', true, 'a later star gets what an earlier one leaves'],
    ['a*b*c', 'a1c2b3', false, ''],
    ['?oard', 'Board', true, '? stands for one character'],
    ['?', '🚀', true, 'an emoji is one'],
    ['?', '', false, ''],
    ['Zoe\u0308*', 'Zoë Müller', true, 'however the accent is composed'],
    ['Space [1]', 'Space [1]', true, 'brackets are brackets'],
    ['2 * 3 = ?', '2 * 3 = ?', true, 'a name with stars is matched by itself'],
    ['\\*', '*', true, 'a backslash takes the next sign as it is'],
    ['\\*', 'x', false, ''],
    ['C:\\', 'C:\\', true, 'a backslash at the end is a backslash'],
  ])('%s against %s: %s %s', (pattern, name, expected) => {
    expect(createGlob(pattern)(name)).toBe(expected);
  });

  it('takes time that grows with the name, not with the ways to match it', () => {
    const isMatch = createGlob(`${'*a'.repeat(30)}b`);
    const started = performance.now();
    expect(isMatch('a'.repeat(200_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
