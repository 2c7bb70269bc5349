/** Text in any encoding, and several in one stream, in chunks of any size. */
import { describe, expect, test } from 'vitest';
import { readBytes } from './read-all.ts';

const mark = '\ufeff';
const line = (name: string): string => `2017-04-03  13:59:30.579  Info     participant "${name}" joined\n`;
const first = line('pétra.日本😀@desk.example').repeat(3);
const second = line('zoë@desk.example').repeat(40);

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const little = (text: string): Buffer => Buffer.from(text, 'utf16le');
const big = (text: string): Buffer => little(text).swap16();
const encodings = { 'UTF-8': utf8, 'UTF-16 LE': little, 'UTF-16 BE': big };
const pairs = Object.entries(encodings).flatMap(([before, a]) =>
  Object.entries(encodings).flatMap(([behind, b]) =>
    ['', mark].map((sign) => ({ before, behind, sign, bytes: [a(first), b(sign + second)] })),
  ),
);

describe('encodings behind each other, as cat and appending shells make them', () => {
  test.each(pairs)('$before, then $behind, mark "$sign"', async ({ bytes }) => {
    for (const size of [1, 3, 64, 100_000]) {
      const { texts, problems } = await readBytes(Buffer.concat(bytes), {}, size);
      expect(problems).toEqual([]);
      expect(texts['-']?.replaceAll(mark, '')).toBe(first + second);
    }
  });
});

describe('UTF-32', () => {
  const wide = (text: string, isLittle: boolean): Buffer => {
    const bytes = Buffer.alloc(4 * [...text].length);
    for (const [index, sign] of [...text].entries()) {
      const code = sign.codePointAt(0) ?? 0;
      if (isLittle) bytes.writeUInt32LE(code, 4 * index);
      else bytes.writeUInt32BE(code, 4 * index);
    }
    return bytes;
  };
  const ways = [true, false].flatMap((isLittle) => [mark, ''].map((sign) => ({ isLittle, sign })));

  test.each(ways)('little end first: $isLittle, mark "$sign"', async ({ isLittle, sign }) => {
    for (const size of [1, 3, 64, 100_000]) {
      const { texts, problems } = await readBytes(wide(sign + first, isLittle), {}, size);
      expect(problems).toEqual([]);
      expect(texts['-']).toBe(first);
    }
  });
});

describe('zeros', () => {
  test.each([
    ['at the beginning', Buffer.concat([new Uint8Array(100_000), utf8(second)])],
    ['in the middle of a line', Buffer.concat([utf8(second.slice(0, 30)), new Uint8Array(5000), utf8(second.slice(30))])],
    ['at the end', Buffer.concat([utf8(second), new Uint8Array(5000)])],
  ])('a hole %s is closed', async (_, bytes) => {
    for (const size of [7, 4096, 1 << 20]) expect((await readBytes(bytes, {}, size)).texts['-']).toBe(second);
  });

  test('a stray one stays, and is no encoding', async () => {
    const text = `${second}a\0b\n`;
    expect((await readBytes(utf8(text))).texts['-']).toBe(text);
  });

  test('nothing but zeros is no text', async () => {
    expect((await readBytes(new Uint8Array(200_000), {}, 65_536)).problems).toEqual([expect.stringMatching(/^- is no text/u)]);
  });
});
