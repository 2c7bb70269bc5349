import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '#model/index.ts';
import { type RowOptions, renderRows, tables } from '#render/data/tables.ts';
import { createWindow, statedTime } from '#view/window.ts';
import { analyze } from '../../../src/analyze.ts';
import { analysisOf, meeting } from '../../fixtures/build.ts';
import { hostileNames, unsafe } from '../hostile.ts';

const samples = new URL('../../../samples/', import.meta.url);
const sample = (name: string): Analysis =>
  analyze([{ name, text: readFileSync(new URL(name, samples)) }], { keepEvents: true, now: Date.UTC(2026, 10, 24) });

const rows = (of: Analysis, options: Partial<RowOptions> = {}): string =>
  [...renderRows(of, { format: 'csv', table: 'intervals', evidence: 'text', window: null, ...options })].join('');

type Table = keyof typeof tables;
const all: readonly Table[] = ['events', 'intervals', 'participants'];
const read = (csv: string): readonly Readonly<Record<string, string>>[] => parse(csv, { columns: true, record_delimiter: '\r\n' });

const hostile = analysisOf(
  [
    meeting(
      hostileNames.map((name, index) => ({
        id: `p${index}`,
        name,
        displayName: name,
        turns: [{ state: 'lobby', from: index * 1000 }],
        reason: name,
        left: 60_000,
      })),
    ),
  ],
  { name: hostileNames[4] ?? '' },
);

describe('csv', () => {
  it.each(all)('of %s is what a person would write', async (table) => {
    await expect(rows(sample('scenario-3-pin-timeout.log'), { table, evidence: 'lines' })).toMatchFileSnapshot(
      `golden/scenario-3.${table}.csv`,
    );
  });

  it.each(all)('of %s has as many fields in every row as in the header, also with hostile names', (table) => {
    for (const csv of [rows(sample('long-meeting-with-several-hosts.log'), { table }), rows(hostile, { table })]) {
      const lines = parse(csv, { record_delimiter: '\r\n' });
      expect(new Set(lines.map((line) => line.length)).size).toBe(1);
      expect(lines[0]?.slice(-3)).toEqual(['input', 'line', 'record']);
    }
  });

  it('keeps names whole, with an apostrophe before what a spreadsheet would compute, and signs for what a terminal would obey', () => {
    const names = read(rows(hostile, { table: 'participants' })).map(({ name }) => name);
    const same = [0, 1, 2, 3, 16, 17, 18, 19, 20, 21, 22, 23];
    for (const index of same) expect(names[index]).toBe(hostileNames[index]);
    expect(names.slice(4, 16)).toEqual([
      "'=cmd|' /C calc'!A0",
      "'+43 1 555",
      "'-1+1",
      "'@SUM(A1:A9)",
      "'␉behind a tab",
      "'␍behind a return",
      "' =1+1 behind a blank",
      "'＝1+1",
      'two␊lines␍␊  section three :crit, 2024-01-01, 1d',
      'red ␛[31m, bell ␇, C1 �2J, title ␛]0;x␇',
      'right ·to left·, zero·width, ·line, ·mark',
      'lone � surrogate',
    ]);
  });

  it.each(all)('of %s has no cell that begins a formula, and nothing that a terminal obeys', (table) => {
    const csv = rows(hostile, { table });
    expect(csv).not.toMatch(unsafe);
    for (const line of parse(csv, { record_delimiter: '\r\n' })) for (const cell of line) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/u);
  });

  it('repeats records, places or nothing, in the same columns', () => {
    const of = sample('scenario-3-pin-timeout.log');
    const [text, lines, none] = (['text', 'lines', 'none'] as const).map((evidence) => read(rows(of, { evidence }))[0]);
    expect(text).toMatchObject({ input: 'scenario-3-pin-timeout.log', record: expect.stringContaining('incoming') });
    expect(lines).toMatchObject({ input: 'scenario-3-pin-timeout.log', line: text?.['line'], record: '' });
    expect(none).toMatchObject({ input: '', line: '', record: '' });
  });

  it('of intervals holds those that meet the window', () => {
    const window = createWindow({ from: statedTime('09:00', 'UTC'), to: statedTime('09:10', 'UTC') }, 'UTC');
    const of = sample('long-meeting-with-several-hosts.log');
    const states = read(rows(of, { window })).map(({ name, state }) => `${name?.split('@')[0]} ${state}`);
    expect(states).toContain('anna active');
    expect(states).toContain('anna lobby');
    expect(states).not.toContain('anna connecting');
  });
});

describe('ndjson', () => {
  it.each(all)('of %s has the cells of the table in each line, as values, with the evidence', (table) => {
    const of = sample('scenario-3-pin-timeout.log');
    const objects = rows(of, { format: 'ndjson', table })
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    const cells = read(rows(of, { table }));
    expect(objects).toHaveLength(cells.length);
    expect(Object.keys(objects[0] ?? {})).toEqual([...tables[table].columns, 'evidence']);
    for (const [index, object] of objects.entries()) {
      for (const column of tables[table].columns) expect(String(object[column] ?? '')).toBe(cells[index]?.[column]);
    }
  });

  it('gives every name back, and escapes what a terminal would obey', () => {
    const text = rows(hostile, { format: 'ndjson', table: 'participants' });
    const lines = text.trimEnd().split('\n');
    expect(text).not.toMatch(unsafe);
    expect(lines.map((line) => JSON.parse(line).name)).toEqual(hostileNames);
  });
});
