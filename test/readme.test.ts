/** The README shows what the program does. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createStyle } from '#render/text/style.ts';
import { renderTimeline } from '#render/text/timeline.ts';
import { analyze } from '../src/analyze.ts';
import { commands } from '../src/commands/index.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const readme = readFileSync(at('README.md'), 'utf8');

test('the two commands are those that are agreed, and that the build runs', () => {
  expect(readme).toContain('npm ci && npm run demo');
  expect(readme).toContain('npm ci && npm test');
  const scripts: unknown = JSON.parse(readFileSync(at('package.json'), 'utf8')).scripts;
  expect(scripts).toMatchObject({ demo: expect.stringContaining('samples/scenario-3-pin-timeout.log'), test: 'vitest run' });
});

test('the timeline in it is the one that the program draws of the sample', () => {
  const log = readFileSync(at('samples/scenario-3-pin-timeout.log'), 'utf8');
  const style = createStyle({ colour: false, unicode: true });
  const drawn = renderTimeline(analyze(log), { columns: 100, style, zone: 'UTC', maxLanes: 60 });
  const shown = /```\n(Customer call[\s\S]*?)\n```/u.exec(readme)?.[1] ?? 'none';
  expect(drawn.startsWith(shown)).toBe(true);
});

test('the picture in it is the one that the program draws of the sample', () => {
  const name = 'samples/scenario-3-pin-timeout';
  const { PATH = '' } = process.env;
  const args = [at('dist/bin.js'), 'draw', `${name}.log`];
  const drawn = spawnSync(process.execPath, args, { encoding: 'utf8', env: { PATH }, cwd: at('.') }).stdout;
  expect(drawn).toBe(readFileSync(at(`${name}.svg`), 'utf8'));
});

test('every command line in it names a command and options that exist', () => {
  const lines = [...readme.matchAll(/^cms-timeline (.*?)(?: {2,}#.*)?$/gmu)].map(([, line = '']) => line);
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) {
    const words = line.split(' ');
    const command = commands.find(({ name }) => name === words[0]) ?? commands.find(({ name }) => name === 'show');
    const known = command?.options.map(({ flags }) => flags).join(' ') ?? '';
    for (const [option] of line.matchAll(/(?<= )--?[a-z-]+/gu)) expect(`${known} --help`, line).toContain(option);
  }
});
