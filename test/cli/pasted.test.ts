/** Pasting into a terminal: text comes whole, and keys are told from it. */
import { expect, test } from 'vitest';
import { createPasteReader } from '../../src/commands/pasted.ts';

const [begin, end] = ['\u001b[200~', '\u001b[201~'];

test.each<readonly [string, string, string, string | null]>([
  ['lines end as in files, however the terminal sends them', 'a\rb\nc\r\nd', 'a\nb\nc\nd', null],
  ['Ctrl-D ends it, and nothing behind it is taken', 'a\r\u0004b', 'a\n', 'end'],
  ['Ctrl-D ends it also within a line', 'ab\u0004', 'ab', 'end'],
  ['Ctrl-C stops', 'a\r\u0003b', 'a\n', 'stop'],
  ['brackets are taken off', `${begin}a\rb${end}\u0004`, 'a\nb', 'end'],
  ['what is pasted in brackets holds no keys', `${begin}a\u0004b\u0003c${end}d`, 'a\u0004b\u0003cd', null],
  ['colours stay', '\u001b[31ma\u001b[0m', '\u001b[31ma\u001b[0m', null],
  ['a line may be of any length', `${'x'.repeat(100_000)}\r\u0004`, `${'x'.repeat(100_000)}\n`, 'end'],
])('%s', (_, signs, text, key) => {
  expect(createPasteReader()(signs)).toEqual({ text, key });
  const read = createPasteReader();
  const steps = [...signs].map(read);
  const last = steps.findIndex((step) => step.key !== null);
  const taken = last === -1 ? steps : steps.slice(0, last + 1);
  expect(taken.map((step) => step.text).join('')).toBe(text);
  expect(taken.at(-1)?.key).toBe(key);
});
