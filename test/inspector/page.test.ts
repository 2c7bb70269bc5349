/** The page of the inspector: its table of keys is made of the table that the keys are looked up in. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Group, keyLabel, keyTable } from '#render/inspector/keys.ts';

const file = 'src/render/inspector/README.md';
const groups: readonly Group[] = ['moving', 'time', 'finding', 'taking away', 'program'];

function table(): string {
  return groups
    .flatMap((group) => [
      `**${group.charAt(0).toUpperCase()}${group.slice(1)}**`,
      '',
      '| keys | what they do |',
      '|---|---|',
      ...keyTable
        .filter((row) => row.group === group)
        .map(({ keys, meaning }) => `| ${keys.map((key) => `\`${keyLabel(key)}\``).join(' ')} | ${meaning.replaceAll('|', '\\|')} |`),
      '',
    ])
    .join('\n');
}

it('the page has the keys that there are', () => {
  const page = readFileSync(file, 'utf8');
  const made = page.replace(
    /(<!-- keys -->\n)[\s\S]*(\n<!-- end of keys -->)/u,
    (_, begin: string, end: string) => `${begin}\n${table()}${end}`,
  );
  if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(file, made);
  expect(made).toContain('| `q` | out |');
  expect(page).toBe(made);
});
