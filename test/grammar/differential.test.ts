/** Two executions of one grammar: whatever the matcher does not decline, chevrotain reads the same. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, compileByNeed } from '#grammar/compile.ts';
import { waysToRead } from '#grammar/grammar.ts';
import { readerOf } from '#grammar/read.ts';
import { textMatcherOf } from '#grammar/text-matcher.ts';
import { variantsOf } from '#grammar/wording.ts';
import { behind, brokenAt, damage, damaged, hostile, lineBreaks, plain, trees, wordings, written } from './messages.ts';
import { examples, record, said } from './support.ts';

const matcher = textMatcherOf(waysToRead(wordings.flatMap(variantsOf)).matcher, trees);
const whole = compile(trees);
const reference = readerOf([whole]);

/** Whether the matcher took a message; what it says is then what chevrotain says. */
function agree(message: string, process: string): boolean {
  const matched = matcher(process, message);
  if (matched === undefined) return false;
  const quick = readerOf([() => matched])(record(message, process));
  expect(said(quick), message).toEqual(said(reference(record(message, process))));
  return true;
}

describe('what the matcher says, chevrotain says', () => {
  test('of each example, and it declines none but those with odd blanks or rare addresses', () => {
    const declined = examples.filter(({ text, process }) => !agree(text, process));
    expect(declined.map(({ text }) => text)).toEqual([expect.stringMatching(/^2001:db8::17: /), expect.stringMatching(/ via H323$/)]);
  });

  test('of messages as CMS writes them, with names as people have them; and it takes nearly all of them', () => {
    let taken = 0;
    fc.assert(
      fc.property(written(plain), ({ message, process }) => {
        if (agree(message, process)) taken++;
      }),
      { numRuns: 5000 },
    );
    // Left to chevrotain: IPv6 addresses, hours in durations, endless numbers, ways of joining that are not known by name.
    expect(taken).toBeGreaterThan(4000);
  });

  test('of messages whose names hold what wordings say', () => {
    fc.assert(
      fc.property(written(hostile), ({ message, process }) => {
        agree(message, process);
      }),
      { numRuns: 20_000 },
    );
  });

  test('of messages that are damaged', () => {
    fc.assert(
      fc.property(written(fc.oneof(plain, hostile)), damage, ({ message, process }, cuts) => {
        agree(damaged(message, cuts), process);
      }),
      { numRuns: 20_000 },
    );
  });

  test('of messages whose lines are broken; and it takes most of those that are broken between words', () => {
    let taken = 0;
    fc.assert(
      fc.property(written(fc.oneof(plain, hostile)), damage, lineBreaks, behind, ({ message, process }, cuts, breaks, prose) => {
        // Most are broken only.
        const text = cuts.length < 2 ? message : damaged(message, cuts.slice(1));
        agree(brokenAt(text, breaks) + prose, process);
      }),
      { numRuns: 30_000 },
    );
    fc.assert(
      fc.property(written(plain), fc.nat(20), ({ message, process }, which) => {
        const blanks = [...message.matchAll(/ /g)].map(({ index }) => index);
        const at = blanks[which % Math.max(1, blanks.length)] ?? 0;
        if (agree(`${message.slice(0, at)}\n${message.slice(at + 1)}`, process)) taken++;
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(3000);
  });

  test('of anything else', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 60 })), (message) => {
        agree(message, 'host:server');
      }),
      { numRuns: 5000 },
    );
  });
});

test('chevrotain says the same of a message, down to the place, whether all is compiled or only what begins like it', () => {
  const broken = fc.array(fc.nat(400), { maxLength: 3 });
  let runs = 0;
  let byNeed = compileByNeed(trees);
  fc.assert(
    fc.property(written(fc.oneof(plain, hostile)), damage, broken, ({ message, process }, cuts, breaks) => {
      const text = breaks.reduce(
        (before, where) => `${before.slice(0, where % (before.length + 1))}\n${before.slice(where % (before.length + 1))}`,
        damaged(message, cuts),
      );
      // After some parts it compiles the whole, too.
      runs += 1;
      if (runs % 60 === 0) byNeed = compileByNeed(trees);
      expect(byNeed(process, text), text).toEqual(whole(process, text));
    }),
    { numRuns: 3000 },
  );
  for (const { text, process } of examples) expect(byNeed(process, text)).toEqual(whole(process, text));
});
