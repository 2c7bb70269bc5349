/** Text as bytes: what is put down comes out, however little room there was for it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant, iso } from '#model/index.ts';
import { createTextBytes, type TextBytes } from '#render/data/text-bytes.ts';

const textOf = (bytes: TextBytes): string => Buffer.from(bytes.take()).toString();

/** One that has to grow at once. */
const small = (): TextBytes => createTextBytes(1);

describe('text as bytes', () => {
  test('holds any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const bytes = small();
        for (const text of texts) bytes.text(text);
        expect(textOf(bytes)).toBe(texts.join(''));
        expect(bytes.length).toBe(0);
      }),
    );
  });

  test('puts half a character as the sign that stands for none', () => {
    const bytes = small();
    bytes.text('a\ud800b');
    expect(textOf(bytes)).toBe('a\ufffdb');
  });

  test('writes numbers as they are', () => {
    for (const number of [0, 1, 9, 10, 99, 100, 123_456_789, 1e9, 1e9 + 1, -1, 0.5, 2 ** 53, Number.NaN]) {
      const bytes = small();
      bytes.number(number);
      expect(textOf(bytes)).toBe(String(number));
    }
  });

  test('writes moments as ISO 8601', () => {
    fc.assert(
      fc.property(fc.array(fc.date({ noInvalidDate: true }), { minLength: 1 }), (dates) => {
        const bytes = small();
        const moments = dates.map((date) => instant(date.getTime()));
        for (const at of moments) bytes.time(at);
        expect(textOf(bytes)).toBe(moments.map(iso).join(''));
      }),
    );
  });

  test('quotes from a place on, and repeats', () => {
    const bytes = small();
    bytes.text('say ');
    const from = bytes.length;
    bytes.text('"Hi", he');
    bytes.quote(from);
    bytes.again(0, 4);
    bytes.byte(0x21);
    expect(textOf(bytes)).toBe('say """Hi"", he"say !');
  });

  test('leaves what was taken as it is, until more is taken', () => {
    const bytes = small();
    const taken = ['one', 'two', 'three'].map((text) => {
      bytes.text(text);
      const all = bytes.take();
      bytes.text('something else');
      const said = Buffer.from(all).toString();
      bytes.cut(0);
      return said;
    });
    expect(taken).toEqual(['one', 'two', 'three']);
  });

  test('takes back', () => {
    const bytes = small();
    bytes.text('one, two');
    bytes.cut(3);
    expect(textOf(bytes)).toBe('one');
  });
});
