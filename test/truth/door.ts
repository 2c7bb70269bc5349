/** The only place where the model and the program meet: a text goes in, an export comes out. */
import { compileGrammar } from '#grammar/index.ts';
import { readGrammarFiles } from '#grammar/load.ts';
import { analyze } from '#index.ts';
import { toExport } from '#render/data/json.ts';
import type { World } from './world.ts';
import { type Dialect, hasYear, type Line, textOf } from './write.ts';
import { localTime } from './writing/zone.ts';

/** Made once: it takes longer than to read a small log. */
const GRAMMAR = compileGrammar(readGrammarFiles([]));

function firstYear(lines: readonly Line[], dialect: Dialect): number | null {
  const [first] = lines;
  if (first === undefined || hasYear(dialect.framing)) return null;
  const stamp = first.at + first.happening.bridge.skewMs;
  return new Date(localTime(stamp, dialect.zone)).getUTCFullYear();
}

export interface Hints {
  /** The year of the first stamp is given where the framing has none (default), or it is to be inferred. */
  readonly year: boolean;
  /** The zone of the stamps is given (default), or it is to be found in the log. */
  readonly zone: boolean;
}

/** What the program makes of these files of one log. */
export function exported(
  files: readonly (readonly Line[])[],
  world: World,
  dialect: Dialect,
  hints: Hints = { year: true, zone: true },
): unknown {
  const logs = files.map((lines, place) => ({ name: `cms.${place}.log`, text: textOf(lines) }));
  const inOrder = files.flat().toSorted((one, other) => one.at - other.at);
  const options = {
    zone: hints.zone ? dialect.zone : null,
    year: hints.year ? firstYear(inOrder, dialect) : null,
    now: world.end + 86_400_000,
    grammar: GRAMMAR,
  };
  return toExport(analyze(logs, options), { version: 'truth', evidence: 'none' });
}
