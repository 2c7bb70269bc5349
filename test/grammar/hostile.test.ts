/** A message may be 64 KiB of anything: reading it neither throws nor takes longer than its length allows. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedWordings, waysToRead } from '#grammar/grammar.ts';
import { readerOf } from '#grammar/read.ts';
import { textMatcherOf } from '#grammar/text-matcher.ts';
import { variantsOf } from '#grammar/wording.ts';
import { grammar, record, sources } from './support.ts';

const space = '4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101';
const length = 65_536;

function full(begin: string, filling: string, end = ''): string {
  return begin + filling.repeat(Math.ceil(length / filling.length)).slice(0, length) + end;
}

const messages: readonly (readonly [string, string])[] = [
  ['quotes', full('participant "', '"')],
  ['the words behind a name', full('participant "', `" joined space ${space} (`)],
  ['the words behind a name, at last closed', full('participant "', `" joined space ${space} (`, ')')],
  ['closing brackets', full(`participant "x" joined space ${space} (`, ')', 'x')],
  ['closing brackets and blanks', full(`participant "x" joined space ${space} (`, ')  ', 'x')],
  ['blanks', full('call 7: ', ' ', 'x')],
  ['digits', full('call ', '7')],
  ['hexadecimal digits', full('conference ', 'a')],
  ['colons', full('', 'a:')],
  ['hyphens', full('call 7: ending; ', '-')],
  ['nearly an ending', full('call 7: ending; ', '- connected for ')],
  ['nearly a display name', full('call 7: allocated for u / "', '" conference participation (')],
  ['nearly a space name', full('call 7: outgoing SIP call to "', '" from space "')],
  ['broken lines', full('participant "', 'a\n')],
  ['broken lines that might end it', full(`participant "x" joined space ${space} (`, 'a)\n(', ')')],
  ['one long word', full('participant "', 'a', `\n" joined space ${space} (x)`)],
  ['keywords', full('participant "', 'joined')],
  ['nearly GUIDs', full('call 7: configured - API call leg ', '0123456789abcdef-')],
];

const { trees, matcher: quickest, parser } = waysToRead(checkedWordings(sources).flatMap(variantsOf));
const matcher = textMatcherOf(quickest, trees);
const ways = [
  ['the matcher', readerOf([matcher])],
  ['chevrotain', readerOf([parser])],
] as const;

describe.each(ways)('%s', (_, read) => {
  test.each(messages)('reads 64 KiB of %s in a moment', (_name, message) => {
    const start = performance.now();
    read(record(message));
    // A hundredth of what anything quadratic would take, and a hundred times what it takes.
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test('no message makes it throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('', 'call 7: ', 'participant "', `conference ${space} `),
      (text, begin) => {
        grammar.read(record(begin + text));
        grammar.mayMatter(text, 0, text.length);
      },
    ),
    { numRuns: 3000 },
  );
});
