/** Wordings survive the way into the bundle. */
import { expect, test } from 'vitest';
import { checkedWordings, compileGrammar, GrammarError, grammarOf, restoreWordings, storeWordings } from '#grammar/index.ts';
import { examples, read, record, said, sources } from './support.ts';

const wordings = checkedWordings(sources);
const restored = restoreWordings(storeWordings(wordings));

test('what is stored comes back as it was', () => {
  expect(restored).toEqual(wordings);
  expect(() => restoreWordings('[{}]')).toThrow('these are no stored wordings');
});

test('the restored grammar reads the examples alike', () => {
  const grammar = grammarOf(restored);
  for (const { text, process } of examples) expect(said(grammar.read(record(text, process)))).toEqual(read(text, process));
});

test('files of the user are checked against the stored wordings', () => {
  const text = 'event leg-activated\n  call {leg:guid} admitted\n  > call 4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101 admitted\n';
  const grammar = compileGrammar([{ name: 'mine.grammar', text }], restored);
  expect(said(grammar.read(record('call 4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101 admitted')))).toMatchObject({ kind: 'leg-activated' });
  expect(said(grammar.read(record('call 7: SIP call ringing')))).toMatchObject({ kind: 'call-ringing' });
  expect(() =>
    compileGrammar([{ name: 'mine.grammar', text: text.replaceAll('admitted', 'ceasing to be deactivated') }], restored),
  ).toThrow(GrammarError);
});
