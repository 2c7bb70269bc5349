/** Logs of whole worlds, damaged: the events of the clean log, at the same moments. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { compileGrammar } from '#grammar/index.ts';
import { anyScript, type Kind } from '../truth/scripts.ts';
import { play } from '../truth/world.ts';
import { FRAMINGS, type Framing, textOf, write } from '../truth/write.ts';
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

/** Damages that leave the lines of a log as they are, and can be done to any text. */
const dresses = damages.filter(({ name }) => !/wrapped|joined|tabs|doubled|lone CR|none/.test(name));

function kindOf(framing: Framing): Kind {
  return {
    releases: ['2.1', '2.9', '3.8'],
    framing,
    bridges: 1,
    skewMs: 0,
    crashes: false,
    actions: 40,
    starts: [Date.UTC(2023, 4, 4, 9, 12, 33, 120)],
  };
}

/** Throws when the damaged log says anything else than the clean one. */
function compare(clean: string, damaged: string, name: string): void {
  const expected = story(clean);
  const found = story(damaged);
  // Of a short log nothing may prove how it was wrapped: then blanks in names may be lost or won, and its end be taken for prose.
  const isWrapped = name.includes('wrapped');
  if (isWrapped && expected.length < 4) return;
  // Lines alike in a clean log are two records of one second: doubled, they cannot be told apart.
  if (name.includes('doubled') && (expected.length < 2 || /^(.*)\n\1$/m.test(clean))) return;
  const same = (one: string | undefined, other: string | undefined): boolean =>
    one === other || (isWrapped && one?.replaceAll(' ', '') === other?.replaceAll(' ', ''));
  if (expected.length === found.length && expected.every((line, index) => same(line, found[index]))) return;
  const at = expected.findIndex((line, index) => !same(line, found[index]));
  throw new Error(`${name}: ${expected.length} ${found.length}\n- ${expected[at]}\n+ ${found[at]}`);
}

describe.each(FRAMINGS)('%s', (framing) => {
  test.each(damages)('$name', ({ name, apply }) => {
    fc.assert(
      fc.property(anyScript(kindOf(framing)), (script) => {
        const clean = textOf(write(play(script), { framing, zone: 'UTC' }));
        compare(clean, apply(clean), `${framing} ${name}`);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });

  test('any damage, and then another dress', () => {
    fc.assert(
      fc.property(anyScript(kindOf(framing)), fc.constantFrom(...damages), fc.constantFrom(...dresses), (script, first, second) => {
        const clean = textOf(write(play(script), { framing, zone: 'UTC' }));
        // A text whose lines end in CR is one line for what dresses lines.
        if (first.name === 'with lone CR') return;
        compare(clean, second.apply(first.apply(clean)), `${framing} ${first.name} + ${second.name}`);
      }),
      { numRuns: runs * 20, endOnFailure: true },
    );
  });
});
