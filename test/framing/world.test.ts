/** Logs of whole worlds, damaged: the events of the clean log, at the same moments. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { compileGrammar } from '#grammar/index.ts';
import { anyScript } from '../truth/scripts.ts';
import { play } from '../truth/world.ts';
import { FRAMINGS, textOf, write } from '../truth/write.ts';
import { damages } from './damage.ts';
import { frame } from './support.ts';

const folder = new URL('../../grammars/', import.meta.url);
const grammar = compileGrammar(
  readdirSync(folder)
    .filter((name) => name.endsWith('.grammar'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })),
);

function story(text: string): readonly string[] {
  return frame(text, { mayMatter: grammar.mayMatter }).records.flatMap((record) => {
    const reading = grammar.read(record);
    if (reading.kind === 'unread') return [`unread: ${record.message}`];
    if (reading.kind !== 'event') return [];
    const { record: from, ...fields } = reading.event;
    return [`${from.at} ${from.host} ${JSON.stringify(fields)}`];
  });
}

const runs = Number(process.env['WORLDS'] ?? 3);

describe.each(FRAMINGS)('%s', (framing) => {
  const kind = {
    releases: ['2.1', '2.9', '3.8'] as const,
    framing,
    bridges: 1,
    skewMs: 0,
    crashes: false,
    actions: 40,
    starts: [Date.UTC(2023, 4, 4, 9, 12, 33, 120)],
  };
  test.each(damages)('$name', ({ name, apply }) => {
    fc.assert(
      fc.property(anyScript(kind), (script) => {
        const clean = textOf(write(play(script), { framing, zone: 'UTC' }));
        const expected = story(clean);
        // Lines alike in a clean log are two records of one second: doubled, they cannot be told apart.
        if (name.includes('doubled') && (expected.length < 2 || /^(.*)\n\1$/m.test(clean))) return;
        const found = story(apply(clean));
        // Of a short log that is wrapped nothing may prove how: then blanks in names may be lost or won.
        const same = (one: string | undefined, other: string | undefined) =>
          one === other || (name.includes('wrapped') && one?.replaceAll(' ', '') === other?.replaceAll(' ', ''));
        if (expected.length !== found.length || !expected.every((line, index) => same(line, found[index]))) {
          const at = expected.findIndex((line, index) => !same(line, found[index]));
          throw new Error(`${name}: ${expected.length} ${found.length}\n- ${expected[at]}\n+ ${found[at]}`);
        }
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });
});
