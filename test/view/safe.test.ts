import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safe } from '#view/safe.ts';

describe('text from a log', () => {
  test.each([
    ['plain ASCII', 'ann@example.org', 'ann@example.org'],
    ['letters of Europe', 'João Çelik-Ødegård', 'João Çelik-Ødegård'],
    ['escape sequences', '\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['C1 as a single character', '\u009b2J', '\ufffd2J'],
    ['delete', 'a\u007fb', 'a␡b'],
    ['line breaks and tabs', 'a\r\n\tb', 'a␍␊␉b'],
    ['separators of lines', 'a\u2028b\u2029c', 'a·b·c'],
    ['direction turned', 'a\u202egpj.exe\u2066x\u2069', 'a·gpj.exe·x·'],
    ['zero width', 'a\u200bb\ufeffc\u2060d', 'a·b·c·d'],
    ['fillers without ink', 'a\u3164b\u115fc', 'a·b·c'],
    ['tags that nobody sees', 'a\u{e0041}\u{e0042}b', 'a··b'],
    ['lone surrogates', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['heaps of marks', `a${'\u0301'.repeat(500)}b`, `a${'\u0301'.repeat(6)}·b`],
  ])('%s', (_, text, shown) => {
    expect(safe(text)).toBe(shown);
  });

  test.each([
    ['an emoji of several characters', '👩🏽‍💻 Ada 👨‍👩‍👧 ❤️'],
    ['a flag of a region', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['Persian with its separator', 'می\u200cخواهم'],
    ['a Hindi syllable that is kept apart', 'क्\u200dष'],
    ['Vietnamese, decomposed', 'Nguye\u0302\u0303n'],
    ['Hebrew', 'שָׁלוֹם'],
    ['a form of an ideograph', '辻\u{e0100}さん'],
  ])('%s stays as it is', (_, text) => {
    expect(safe(text)).toBe(text);
  });

  test('whatever comes in, nothing comes out that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(safe(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\u200b]/u);
        expect(safe(text).isWellFormed()).toBe(true);
      }),
    );
  });

  test('a name of a hundred thousand characters takes no time', () => {
    const before = performance.now();
    safe('\u200d'.repeat(100_000));
    safe('\u0301'.repeat(100_000));
    safe(`${'\u{e0061}'.repeat(50_000)}`);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
