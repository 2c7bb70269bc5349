/** What an export tells, repairs, line numbers and raw texts aside. */
import { compileGrammar } from '#grammar/index.ts';
import { readGrammarFiles } from '#grammar/load.ts';
import { analyze } from '#index.ts';
import { toExport } from '#render/data/json.ts';

const grammar = compileGrammar(readGrammarFiles([]));

export interface Told {
  readonly spaces: unknown;
  readonly findings: unknown;
}

export interface Hearing {
  /** Framings without a host are held against framings with one. */
  readonly hosts: boolean;
  readonly date?: number;
}

export function told(log: Parameters<typeof analyze>[0], { hosts, date }: Hearing = { hosts: true }): Told {
  const analysis = analyze(log, { zone: 'UTC', year: 2023, now: Date.UTC(2024, 0, 1), grammar, ...(date === undefined ? {} : { date }) });
  const { spaces, findings } = toExport(analysis, { version: 'any-log', evidence: 'none' });
  const plain: unknown = JSON.parse(
    JSON.stringify(
      { spaces, findings: findings.map(({ code, participants, from, to }) => ({ code, participants, from, to })) },
      (key, value: unknown) => (key === 'evidence' || (!hosts && (key === 'host' || key === 'hosts')) ? undefined : value),
    ),
  );
  return plain as Told;
}
