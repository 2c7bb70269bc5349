/** Options may stand in front of the command. */
import { expect, test } from 'vitest';
import { commandFirst } from '../../src/commands/command-first.ts';
import { commands } from '../../src/commands/index.ts';

test.each([
  ['export a.log', 'export a.log'],
  ['--quiet export a.log', 'export --quiet a.log'],
  ['--space show export --table events a.log', 'export --space show --table events a.log'],
  ['-o x.csv --format csv export -', 'export -o x.csv --format csv -'],
  ['--space=export show', 'show --space=export'],
  ['--quiet a.log export', '--quiet a.log export'],
  ['--space export a.log', '--space export a.log'],
  ['-- export', '-- export'],
  ['- export', '- export'],
  ['--version', '--version'],
  ['', ''],
])('%s → %s', (given, ordered) => {
  const words = (line: string): readonly string[] => line.split(' ').filter((word) => word !== '');
  expect(commandFirst(words(given), commands)).toEqual(words(ordered));
});
