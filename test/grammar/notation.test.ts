/** The notation of grammar files, and the page that describes it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ISerializedGast } from 'chevrotain';
import { expect, test } from 'vitest';
import { NotationReader } from '#grammar/notation.ts';
import { vocabulary } from '#model/index.ts';
import { sources } from './support.ts';

const readme = readFileSync(fileURLToPath(new URL('../../grammars/README.md', import.meta.url)), 'utf8');
const reader = new NotationReader();

/** A rule on one line: `line = [statement] end-of-line`. */
function ruleLine(rule: ISerializedGast): string {
  return `${'name' in rule ? String(rule.name) : ''} = ${sequence(rule)}`;
}

function sequence(gast: ISerializedGast): string {
  const parts = 'definition' in gast && Array.isArray(gast.definition) ? gast.definition : [];
  return parts.map((part: ISerializedGast) => phrase(part)).join(' ');
}

function phrase(gast: ISerializedGast): string {
  switch (gast.type) {
    case 'NonTerminal':
      return 'name' in gast ? String(gast.name) : '';
    case 'Terminal':
      return terminal('label' in gast ? String(gast.label) : '');
    case 'Option':
      return `[ ${sequence(gast)} ]`;
    case 'Repetition':
      return `{ ${sequence(gast)} }`;
    case 'RepetitionMandatory':
      return `${sequence(gast)}+`;
    case 'Alternation':
      return 'definition' in gast && Array.isArray(gast.definition)
        ? `( ${gast.definition.map((way: ISerializedGast) => sequence(way)).join(' | ')} )`
        : '';
    default:
      return sequence(gast);
  }
}

function terminal(label: string): string {
  return /^[^a-z]+$|^(?:event|quiet|process)$/.test(label) ? `"${label}"` : `<${label}>`;
}

test('the page shows the rules of the notation', () => {
  expect(readme).toContain(reader.rules().map(ruleLine).join('\n'));
});

test('the examples on the page are such as the notation reads', () => {
  const blocks = [...readme.matchAll(/```\n(#[^`]*)```/g)].map(([, text]) => text ?? '');
  expect(blocks.length).toBeGreaterThan(0);
  for (const text of blocks) expect(reader.read({ name: 'README.md', text }).complaints).toEqual([]);
});

test('line ends of every system, a mark of byte order and no newline at the end are read alike', () => {
  const lines = ['event call-ringing', '  call {call:int}: SIP call ringing', '  > call 7: SIP call ringing'];
  const plain = reader.read({ name: 'x', text: `${lines.join('\n')}\n` });
  expect(plain.complaints).toEqual([]);
  for (const text of [lines.join('\r\n'), lines.join('\r'), `\ufeff${lines.join('\n')}`])
    expect(reader.read({ name: 'x', text })).toEqual(plain);
});

test('signs of the notation can stand in a wording', () => {
  const [, wording] = reader.read({ name: 'x', text: 'quiet\n  \\[a\\|b\\] \\{c\\} \\\\ > #\n' }).lines;
  expect(wording?.kind === 'wording' && wording.parts.map((part) => (part.kind === 'literal' ? part.text : ' ')).join('')).toBe(
    '[a|b] {c} \\ > #',
  );
});

test('each event of the vocabulary has a wording', () => {
  const worded = new Set(
    sources.flatMap((source) => reader.read(source).lines.flatMap((line) => (line.kind === 'event' ? [line.name] : []))),
  );
  expect([...worded].sort()).toEqual(Object.keys(vocabulary).sort());
});
