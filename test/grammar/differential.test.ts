/** Two executions of one grammar: whatever the matcher does not decline, chevrotain reads the same. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, compileByNeed } from '#grammar/compile.ts';
import { checkedWordings, waysToRead } from '#grammar/grammar.ts';
import { readerOf } from '#grammar/read.ts';
import { textMatcherOf } from '#grammar/text-matcher.ts';
import { plantTrees } from '#grammar/tree.ts';
import { type Step, variantsOf } from '#grammar/wording.ts';
import { examples, record, said, sources } from './support.ts';

const wordings = checkedWordings(sources);
const { trees } = plantTrees(wordings.flatMap(variantsOf));
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

const guid = fc.uuid().map((id) => id);
const literals = [...new Set(wordings.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'literal' ? [part.text] : []))))];

/** Pieces of what wordings say themselves, where a name should be: the hardest names there are. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '" joined space ',
        '" (',
        ')',
        ') joined conference ',
        "'",
        ' - ',
        '-',
        ' / "',
        '" conference participation',
        ' ',
        '  ',
        ':',
        '\\',
      ),
      fc.constantFrom(...literals),
      guid,
      fc.constantFrom('ann@example.org', 'sip:ann@example.org', '0:14', '17', '10.0.0.9', 'fe80::1', 'Ünal', '🦊', '', 'x', '(', '"Board"'),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

const plain = fc.constantFrom('Board', 'Ann Ray', 'ann@example.org', 'Größe (4)', 'Dee "DJ" Jo', "O'Hara", '');

function spelled(steps: readonly Step[], text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(
      ...steps.map(({ part, blank }) => {
        const filled = part.kind === 'literal' ? fc.constant(part.text) : holeContent(part.type, text);
        return filled.map((content) => `${blank ? ' ' : ''}${content}`);
      }),
    )
    .map((pieces) => pieces.join(''));
}

function holeContent(type: string, text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  switch (type) {
    case 'guid':
      return fc.oneof(
        guid,
        guid.map((id) => id.toUpperCase()),
      );
    case 'int':
      return fc.oneof(fc.nat().map(String), fc.constantFrom('007', '123456789012345', '1234567890123456'));
    case 'duration':
      return fc.constantFrom('0:00', '0:14', '75:03', '1:02:03', '123456:59');
    case 'ip':
      return fc.constantFrom('192.0.2.44', '2001:db8::17', '::1', '1.2.3', 'fe80::a:b');
    default:
      return text;
  }
}

const variants = fc.constantFrom(...wordings.flatMap(variantsOf));
const written = (text: fc.Arbitrary<string>): fc.Arbitrary<{ readonly message: string; readonly process: string }> =>
  variants.chain(({ steps, wording }) => spelled(steps, text).map((message) => ({ message, process: wording.process })));

/** A small damage: characters lost, doubled, or put in. */
const damage = fc.array(fc.tuple(fc.nat(400), fc.constantFrom('', ' ', '  ', '"', ')', 'x', ':', '7', '-'), fc.nat(3)), { maxLength: 3 });

function damaged(message: string, cuts: readonly (readonly [number, string, number])[]): string {
  let text = message;
  for (const [where, put, lost] of cuts) {
    const at = where % (text.length + 1);
    text = text.slice(0, at) + put + text.slice(at + lost);
  }
  return text;
}

/** Places in a message where its line breaks, and what stands there then: blanks may be kept or lost with it. */
const lineBreaks = fc.array(fc.tuple(fc.nat(400), fc.constantFrom('\n', ' \n', '\n ', '\n\n', '\r\n', '\t\n')), {
  minLength: 1,
  maxLength: 4,
});

/** What somebody wrote behind the record. */
const behind = fc.constantFrom('', '', '', '\n', '\n\nRegards,\nBob', '\n"so it goes)"', '\n) and (more)', '\n-- \nBob (ops)');

function brokenAt(message: string, breaks: readonly (readonly [number, string])[]): string {
  return breaks.reduce((text, [where, put]) => {
    const blanks = [...text.matchAll(/ /g)].map(({ index }) => index);
    const at = where % 2 === 0 ? (blanks[where % Math.max(1, blanks.length)] ?? 0) : where % (text.length + 1);
    return `${text.slice(0, at)}${put}${text.slice(where % 4 === 0 ? at + 1 : at)}`;
  }, message);
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
