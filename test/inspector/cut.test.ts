/** Records that are broken into lines of a window. */
import { expect, test } from 'vitest';
import { cutText } from '#render/inspector/cut.ts';

test.each([
  ['abcdef', 4, ['abcd', 'ef']],
  ['äöü', 2, ['äö', 'ü']],
  ['日本語', 4, ['日本', '語']],
  ['', 4, ['']],
  // A window may be smaller than what stands beside a record.
  ['abc', 0, ['a', 'b', 'c']],
  ['abc', -3, ['a', 'b', 'c']],
])('%j in %i columns', (text, columns, lines) => {
  expect(cutText(text, columns)).toEqual(lines);
});
