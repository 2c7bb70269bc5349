import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { fill, fillLeft, shorten, shortenMiddle, widthOf, wrap } from '#view/shorten.ts';

describe('cutting to columns', () => {
  test.each([
    ['stejanss.movi@steven.lab', 12, 'stejanss.mo…'],
    ['short', 12, 'short'],
    ['会議室の参加者', 8, '会議室…'],
    ['会議室の参加者', 7, '会議室…'],
    ['👩🏽‍💻👩🏽‍💻👩🏽‍💻', 5, '👩🏽‍💻👩🏽‍💻…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['anything', 0, ''],
  ])('%s to %i', (text, columns, shown) => {
    expect(shorten(text, columns)).toBe(shown);
  });

  test('the middle of an address says least', () => {
    expect(shortenMiddle('stejanss.movi@very.long.domain.steven.lab', 20)).toBe('stejanss.movi…en.lab');
  });

  test('fills on the right, or on the left for numbers', () => {
    expect([fill('ab', 4), fillLeft('ab', 4)]).toEqual(['ab  ', '  ab']);
  });

  test('no text is wider than it may be, and what is fitted is exactly as wide', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom('会議', '👨‍👩‍👧', 'ﷺ'));
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 30 }), (text, columns) => {
        expect(widthOf(shorten(text, columns))).toBeLessThanOrEqual(columns);
        expect(widthOf(shortenMiddle(text, columns))).toBeLessThanOrEqual(columns);
        expect(widthOf(fill(text, columns))).toBe(columns);
      }),
    );
  });

  test('ten thousand characters are not all looked at', () => {
    const name = '👩🏽‍💻'.repeat(10_000);
    const before = performance.now();
    for (let times = 0; times < 1000; times += 1) shorten(name, 20);
    expect(performance.now() - before).toBeLessThan(1500);
  });
});

test('what needs no table is as wide as the table says', () => {
  for (let code = 0x20; code < 0x2600; code += 1) {
    const character = String.fromCharCode(code);
    if (/^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2193\u2264\u2265\u2500-\u25fc]$/u.test(character))
      expect(stringWidth(character)).toBe(1);
  }
});

describe('wrapping', () => {
  test('at blanks, never wider than allowed, and nothing is lost but the middle of a word that is too long', () => {
    expect(wrap('host stejanss.movi@steven.lab joined', 20)).toEqual(['host', 'stejanss.movi…en.lab', 'joined']);
    expect(wrap('a b c', 80)).toEqual(['a b c']);
    expect(wrap('', 10)).toEqual(['']);
  });
});
