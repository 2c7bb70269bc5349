/** A grammar file with a mistake is refused with the place, the line and what would be right: one file for each complaint. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compileGrammar, GrammarError } from '#grammar/index.ts';
import { sources } from './support.ts';

const folder = fileURLToPath(new URL('../grammars/bad/', import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.grammar'))
  .sort();

function complaintsAbout(name: string, text: string): string {
  try {
    compileGrammar([...sources, { name, text }]);
    return 'no complaint';
  } catch (error) {
    if (error instanceof GrammarError) return `${error.message}\n`;
    throw error;
  }
}

describe('each mistake is told with its place', () => {
  test.each(names)('%s', async (name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    await expect(complaintsAbout(name, text)).toMatchFileSnapshot(`${folder}${name.replace('.grammar', '.txt')}`);
  });
});

test('a wording that the package has already is named', () => {
  const text = 'event leg-activated\n  call {leg:guid}  ceasing to be deactivated\n  > call x\n';
  expect(complaintsAbout('mine.grammar', text)).toContain('mine.grammar:2:3: this wording says the same as activation.grammar:10');
});

test("a new wording of a known event is read at once, from a file of one's own", () => {
  const text = 'event leg-activated\n  call {leg:guid} admitted\n  > call 4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101 admitted\n';
  expect(complaintsAbout('mine.grammar', text)).toBe('no complaint');
});

test('a word that no expression could find is refused, wherever it stands', () => {
  const word = 'x'.repeat(20_000);
  for (const wording of [`call {call:int}: ${word}`, `call {call:int}: {_:${word}|on}`]) {
    const text = `quiet\n  ${wording}\n  > call 7: on\n`;
    expect(complaintsAbout('mine.grammar', text)).toContain('a word of 20000 characters is none of CMS: words have 200 at most');
  }
});
