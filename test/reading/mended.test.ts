/** A mended record that is read as bytes says what it says as a text. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordOf } from '#framing/index.ts';
import { packagedGrammar } from '#grammar/index.ts';
import { createMendedReader } from '#mended.ts';
import type { CmsEvent, LogRecord } from '#model/index.ts';
import { frame } from '../framing/support.ts';

const folder = new URL('../../samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => /\.(?:log|txt)$/.test(name));
const grammar = packagedGrammar();
const { raw } = packagedGrammar();
const readMended = raw === null ? expect.fail('the grammar reads bytes') : createMendedReader(raw);

/** null = it is left to be read as a text. */
function asBytes(record: LogRecord): CmsEvent | null {
  let made: CmsEvent | null = null;
  const isTaken = readMended(record, (event, at) => {
    made = raw?.eventOf(event.wording, event.holes, recordOf(at), at) ?? null;
  });
  expect(isTaken).toBe(made !== null);
  return made;
}

function expectSame(record: LogRecord): void {
  const reading = grammar.read(record);
  const event = asBytes(record);
  if (event !== null) expect({ kind: 'event', event, rest: 0 }).toEqual(reading);
}

describe('a mended record', () => {
  test.each(samples)('of %s, wrapped', (name) => {
    const lines = readFileSync(new URL(name, folder), 'utf8').replaceAll(/.{1,77}/g, '$&\n');
    const { records } = frame(lines);
    for (const record of records) expectSame(record);
    if (name.endsWith('.log')) expect(records.some((record) => asBytes(record) !== null)).toBe(true);
  });

  test('with any name, and anything behind it', () => {
    const [record] = frame('2024-03-05  10:00:00.000  Info     call 7: SIP call ringing\n').records;
    if (record === undefined) throw new Error('no record');
    const space = '4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101';
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' ', ' and more', '\nand more', '\ud800'), (name, rest) => {
        const message = `participant "${name}" joined space ${space} (${name})${rest}`;
        expectSame({ ...record, message, text: `head ${message.replaceAll('\n', ' ')}` });
        expectSame({ ...record, message, text: `head ${message}` });
      }),
    );
  });
});
