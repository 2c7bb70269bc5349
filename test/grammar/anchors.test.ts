/** What is not worth reading is never an event: the first look at a record must not lose any. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { examples, grammar, record } from './support.ts';

/** Blanks lost, doubled or turned into tabs, outside of GUIDs and numbers, as no wording has blanks in those. */
const respaced = fc.constantFrom(...examples).chain(({ text, process }) => {
  const words = text.split(/ +/);
  return fc
    .array(fc.constantFrom('', ' ', '  ', '\t', ' \t '), { minLength: words.length, maxLength: words.length })
    .map((blanks) => ({ message: words.map((word, index) => `${blanks[index] ?? ''}${word}`).join(''), process }));
});

test('a message that is understood is found worth reading, however its blanks are', () => {
  fc.assert(
    fc.property(respaced, ({ message, process }) => {
      if (grammar.read(record(message, process)).kind === 'event')
        expect(grammar.mayMatter(message, 0, message.length), message).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test('the message is looked at where it stands in a larger text', () => {
  const text = 'x call 7: SIP call ringing y';
  expect(grammar.mayMatter(text, 2, 26)).toBe(true);
  expect(grammar.mayMatter(text, 1, 26)).toBe(true);
  expect(grammar.mayMatter(text, 0, 26)).toBe(false);
  expect(grammar.mayMatter(text, 2, 6)).toBe(false);
});

test.each([
  'call 7: receiver report from far end',
  'call 7: BFCP (client role) now active',
  'call7:BFCP',
  'guest login request 17: resolution in progress',
  'SIP trace: connection 0: outgoing SIP TCP data',
  '10.0.0.9: GET /api/v1/coSpaces',
  'call',
])('%s is refused at once', (message) => {
  expect(grammar.mayMatter(message, 0, message.length)).toBe(false);
});

test('an unknown verb of a call is worth a look, so that it can be counted', () => {
  expect(grammar.mayMatter('call 7: dancing', 0, 15)).toBe(true);
});
