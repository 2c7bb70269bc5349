/** Prose behind a record of which no wording says where it ends: a sentence, and what stands behind it, but no line of a trace. */
import { expect, test } from 'vitest';
import { proseLines } from '#framing/index.ts';

test.each([
  ['nothing', 'call 7: becoming floor', 0],
  ['a sentence', 'call 7: becoming floor\nThen she heard nothing at all.', 1],
  ['a sentence, and a line that is none', 'call 7: becoming floor\nThen she heard nothing at all.\n:-(', 2],
  ['a paragraph from its beginning', 'call 7: becoming floor\n\nHi all,\nplease look at this:\n12', 3],
  ['a paragraph in small letters', 'call 7: becoming floor\n\nand then there was silence', 1],
  ['small letters right behind it, as a wrap leaves them', 'audio of\nsome call that was wrapped', 0],
  ['a capital behind a blank, as a word wrap leaves it', 'joined by \nSome Name Of Somebody', 0],
  ['markup', 'API trace:\n<b>some words in it</b>\n\n<c>And some more words</c>', 0],
  ['headers, and a body behind a blank line', 'SIP trace:\nUser-Agent: some words here\nVia: a\n\nv=0\ns=some words here', 0],
  ['an object', 'trace:\n\n{"some": "words in it and more"}', 0],
])('%s', (_, message, lines) => {
  expect(proseLines(message)).toBe(lines);
});
