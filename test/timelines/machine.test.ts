/** The state machine's page is drawn from its table: `UPDATE_GOLDEN=1` draws it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type MachineSignal, type MachineState, shownAs, transitions } from '#activation/index.ts';

const page = fileURLToPath(new URL('../../src/activation/README.md', import.meta.url));
const signals: readonly MachineSignal[] = ['set-up', 'joined', 'deactivated', 'activated', 'lost', 'left'];

function entries<Key extends string, Value>(
  record: Readonly<Partial<Record<Key, Value>>>,
  keys: readonly Key[],
): readonly (readonly [Key, Value])[] {
  return keys.flatMap((key) => {
    const value = record[key];
    return value === undefined ? [] : [[key, value] as const];
  });
}

const states: readonly MachineState[] = ['absent', 'connecting', 'held', 'lobby', 'active', 'unseen', 'gone'];

function diagram(): string {
  const arrows = states.flatMap((from) => entries(transitions[from], signals).map(([signal, to]) => `    ${from} --> ${to}: ${signal}`));
  return [
    '```mermaid',
    'stateDiagram-v2',
    '    [*] --> absent',
    '    [*] --> unseen: the log starts later',
    ...arrows,
    '    gone --> [*]',
    '```',
  ].join('\n');
}

function table(): string {
  const head = `| state | in an interval | ${signals.join(' | ')} |`;
  const rule = `|---|---|${signals.map(() => '---').join('|')}|`;
  const rows = states.map(
    (state) => `| ${state} | ${shownAs[state] ?? '–'} | ${signals.map((signal) => transitions[state][signal] ?? '·').join(' | ')} |`,
  );
  return [head, rule, ...rows].join('\n');
}

test('the page of the state machine shows the table that the program runs on', () => {
  const text = readFileSync(page, 'utf8');
  const drawn = text.replace(
    /(<!-- machine -->\n)[\s\S]*?(<!-- end -->)/u,
    (_, start: string, end: string) => `${start}${diagram()}\n\n${table()}\n${end}`,
  );
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(page, drawn);
  expect(readFileSync(page, 'utf8')).toBe(drawn);
});

test('every state but the last can be left, and every signal is heard somewhere', () => {
  for (const state of states) expect(entries(transitions[state], signals).length > 0).toBe(state !== 'gone');
  const heard = new Set(states.flatMap((state) => entries(transitions[state], signals).map(([signal]) => signal)));
  expect([...heard].sort()).toEqual([...signals].sort());
});
