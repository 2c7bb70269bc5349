/** Every damage, and every pair of damages, gives the records of the clean log. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileGrammar } from '#grammar/index.ts';
import type { LogRecord } from '#model/index.ts';
import { damages } from './damage.ts';
import { lines, writings, type Writing } from './logs.ts';
import { frame } from './support.ts';

const folder = new URL('../../grammars/', import.meta.url);
const grammar = compileGrammar(
  readdirSync(folder)
    .filter((name) => name.endsWith('.grammar'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })),
);

/** What a record says, in one line: its moment, and the fields of its event. */
function said(record: LogRecord): string[] {
  const reading = grammar.read(record);
  if (reading.kind !== 'event') return reading.kind === 'unread' ? [`unread: ${record.message}`] : [];
  const { record: from, ...fields } = reading.event;
  return [`${from.at} ${from.host} ${JSON.stringify(fields)}`];
}

function story(text: string): readonly string[] {
  return frame(text).records.flatMap(said);
}

const clean = new Map<Writing, readonly string[]>(writings.map((writing) => [writing, story(`${lines(writing).join('\n')}\n`)]));

test('the clean logs are understood', () => {
  for (const writing of writings) expect(clean.get(writing)?.length, writing).toBe(21);
});

describe.each(writings)('%s', (writing) => {
  const text = `${lines(writing).join('\n')}\n`;

  test.each(damages)('$name', ({ apply }) => {
    expect(story(apply(text))).toEqual(clean.get(writing));
  });
});
