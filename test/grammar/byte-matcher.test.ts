/** The matcher in WebAssembly is its text, and takes what the one in JavaScript takes. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import wabt from 'wabt';
import { describe, expect, test } from 'vitest';
import { createByteMatcher } from '#grammar/byte-matcher.ts';
import { matchModule } from '#grammar/match-module.ts';
import { createMatcher } from '#grammar/matcher.ts';
import { processOf } from '#grammar/read.ts';
import { plantTrees, type Tree } from '#grammar/tree.ts';
import type { Step } from '#grammar/wording.ts';
import { damage, damaged, hostile, plain, trees, wordings, written } from './messages.ts';
import { examples } from './support.ts';

const source = new URL('../../src/grammar/match.wat', import.meta.url);

test('match-module.ts is match.wat, assembled', async () => {
  const { parseWat } = await wabt();
  const features = { simd: true, multi_memory: true };
  const { buffer } = parseWat('match.wat', readFileSync(source, 'utf8'), features).toBinary({});
  expect(matchModule, 'put this into src/grammar/match-module.ts').toBe(Buffer.from(buffer).toString('base64'));
});

/** Reads messages both ways; says whether they were taken, and that both say the same of them. */
function pairOver(over: readonly Tree[]): (message: string, process: string, around?: readonly [string, string]) => boolean {
  const memory = new WebAssembly.Memory({ initial: 2 });
  const bytes = Buffer.from(memory.buffer);
  const quick = createByteMatcher(memory);
  const matcher = createMatcher(over);
  return (message, process, [before, behind] = ['INFO : ', '\nMay']) => {
    const root = matcher.rootOf(processOf({ process }));
    if (root === undefined || quick === null) return false;
    const from = bytes.write(before);
    const to = from + bytes.write(message, from);
    bytes.write(behind, to);
    const asWritten = bytes.toString('latin1', 0, to + 40);
    const taken = matcher.read(root, bytes, from, to);
    const { leaf, holes, isOdd } = quick(root, from, to);
    const { match } = matcher;
    expect(leaf, message).toBe(match.leaf);
    if (leaf !== null) {
      const count = 2 * leaf.slots.length;
      expect([...holes.subarray(0, count)], message).toEqual([...match.holes.subarray(0, count)]);
      expect(isOdd, message).toBe(match.isOdd);
    }
    expect(bytes.toString('latin1', 0, to + 40), 'the log is as it was').toBe(asWritten);
    return taken;
  };
}

describe('the matcher in WebAssembly reads what the one in JavaScript reads', () => {
  const read = pairOver(trees);
  const around = fc.tuple(
    fc.constantFrom('', ' ', 'x', 'INFO : ', 'call 1', 'ü', '-'),
    fc.constantFrom('', ' ', '"', '0', 'a', '-', ':1', '\n', ' joined space ', 'f00d'),
  );

  test('of each example, of which it takes nearly all', () => {
    const taken = examples.filter(({ text, process }) => read(text, process));
    expect(taken.length).toBeGreaterThan(0.9 * examples.length);
  });

  test('of messages as CMS writes them, with names as people have them', () => {
    let taken = 0;
    fc.assert(
      fc.property(written(plain), around, ({ message, process }, beside) => {
        if (read(message, process, beside)) taken += 1;
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(4000);
  });

  test('of messages whose names hold what wordings say, and of damaged ones', () => {
    fc.assert(
      fc.property(written(fc.oneof(plain, hostile)), damage, around, ({ message, process }, cuts, beside) => {
        read(message, process, beside);
        read(damaged(message, cuts), process, beside);
      }),
      { numRuns: 20_000 },
    );
  });

  test('of anything else', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 60 })), around, (message, beside) => {
        read(message, 'host:server', beside);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('whatever the wordings are', () => {
  const [wording] = wordings;
  const word = (text: string): Step => ({ part: { kind: 'literal', text }, blank: true });
  const number = (name: string): Step => ({ part: { kind: 'hole', name, type: 'int' }, blank: true });

  function planted(all: readonly (readonly Step[])[]): readonly Tree[] {
    if (wording === undefined) return [];
    return plantTrees(all.map((steps) => ({ wording, steps, constants: {} }))).trees;
  }

  test('more of them than its memory has room for at first', () => {
    const count = 8000;
    const read = pairOver(planted(Array.from({ length: count }, (_, index) => [word(`word${index}`), number('n'), word(`end${index}`)])));
    for (let index = 0; index < count; index += 97) expect(read(`word${index} 7 end${index}`, wording?.process ?? '')).toBe(true);
    expect(read('word1 7 end2', wording?.process ?? '')).toBe(false);
  });

  test('beginning with a letter beyond ASCII', () => {
    const read = pairOver(
      planted([
        [word('über'), number('n')],
        [word('uber'), number('n')],
      ]),
    );
    expect(read('über 7', wording?.process ?? '')).toBe(true);
    expect(read('uber 7', wording?.process ?? '')).toBe(true);
    expect(read('öber 7', wording?.process ?? '')).toBe(false);
  });

  test('with names before signs that can stand inside of a token', () => {
    const name: Step = { part: { kind: 'hole', name: 'name', type: 'text' }, blank: true };
    const sign = (text: string): Step => ({ part: { kind: 'literal', text }, blank: false });
    const read = pairOver(planted([':', '-', '.', ':a', '-7'].map((text) => [word(`who${text}`), name, sign(text), word('end')])));
    const names = fc.string({ unit: fc.constantFrom('a', '7', ' ', ':', '-', '.', ')', '"', 'ü'), maxLength: 6 });
    const ends = fc.constantFrom(':', '-', '.', ':a', '-7');
    let taken = 0;
    fc.assert(
      fc.property(names, ends, ends, (inside, begun, ended) => {
        if (read(`who${begun} ${inside}${ended} end`, wording?.process ?? '')) taken += 1;
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  test('with as many holes as are counted, and with more', () => {
    const holes = (count: number): readonly Step[] => Array.from({ length: count }, (_, index) => number(`n${index}`));
    const read = pairOver(
      planted([
        [word('few'), ...holes(31)],
        [word('many'), ...holes(33)],
      ]),
    );
    const numbers = (count: number): string => Array.from({ length: count }, (_, index) => index).join(' ');
    expect(read(`few ${numbers(31)}`, wording?.process ?? '')).toBe(true);
    expect(read(`many ${numbers(33)}`, wording?.process ?? '')).toBe(false);
  });
});
