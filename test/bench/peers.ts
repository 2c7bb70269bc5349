/** Programs that do the least part of our work, to be measured beside ours: they extract the lines of events. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Command } from './process.ts';
import { events, fields, folder } from './logs.ts';

export interface Peer {
  readonly name: string;
  /** null = it is not there, and why. */
  readonly command: ((log: string) => Command) | null;
  readonly missing?: string;
}

/** Of the registry; their binaries come in packages, no script downloads anything. */
const packages = ['@vscode/ripgrep@1.18.0', '@duckdb/node-api@1.5.6-r.1'] as const;
const home = join(folder, 'peers');
const out = join(folder, 'peer.out');

/** Installs what can be installed into the folder of the benchmark; what cannot is said. */
export function peers(): readonly Peer[] {
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, 'node_modules', '@duckdb'))) {
    writeFileSync(join(home, 'package.json'), '{"private":true}\n');
    spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], { cwd: home, stdio: 'inherit' });
  }
  return [wc(), ...ripgrep(), duckdb(), lnav()];
}

function wc(): Peer {
  return { name: 'wc -l', command: (log) => ({ run: ['wc', '-l', log] }) };
}

function ripgrep(): readonly Peer[] {
  const program = join(home, 'node_modules', '@vscode', `ripgrep-${process.platform}-${process.arch}`, 'bin', 'rg');
  const run =
    (...args: readonly string[]) =>
    (log: string): Command => ({ run: [program, '--no-config', '-N', '-a', ...args, log], output: out });
  const [lines, columns] = ['ripgrep, lines of events', 'ripgrep, fields of events'];
  if (!existsSync(program)) return [lines, columns].map((name) => ({ name, command: null, missing: 'not installed from npm' }));
  return [
    { name: lines, command: run(events) },
    { name: columns, command: run('-o', '-r', '$1,$2,$3,$4,$5,$6,$7', fields) },
  ];
}

function duckdb(): Peer {
  const name = 'DuckDB, fields of events, 2 threads';
  try {
    const entry = createRequire(join(home, 'package.json')).resolve('@duckdb/node-api');
    const script = join(home, 'duckdb.mjs');
    const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
    const names = ['at', 'host', 'name', 'what', 'id', 'leg', 'ceasing'].map(quoted).join(', ');
    const lines = `read_csv(LOG, columns = {'line': 'VARCHAR'}, delim = '\x01', quote = '', escape = '', header = false, auto_detect = false)`;
    const found = `unnest(regexp_extract(line, ${quoted(fields)}, [${names}]))`;
    const query = `COPY (SELECT ${found} FROM ${lines} WHERE regexp_matches(line, ${quoted(events)})) TO ${quoted(out)} (FORMAT csv)`;
    writeFileSync(
      script,
      [
        `import { DuckDBInstance } from ${JSON.stringify(entry)};`,
        "const instance = await DuckDBInstance.create(':memory:', { threads: '2' });",
        'const connection = await instance.connect();',
        `const log = "'" + process.argv[2].replaceAll("'", "''") + "'";`,
        `await connection.run(${JSON.stringify(query)}.replace('LOG', () => log));`,
      ].join('\n'),
    );
    return { name, command: (log) => ({ run: [process.execPath, script, log] }) };
  } catch {
    return { name, command: null, missing: 'not installed from npm' };
  }
}

function lnav(): Peer {
  const name = 'lnav, lines of events, headless';
  if (spawnSync('lnav', ['-V']).status !== 0) return { name, command: null, missing: 'not installed: apt-get install lnav' };
  const program: readonly [string, ...string[]] = ['lnav', '-n', '-N', '-c', `:filter-in ${events}`];
  return { name, command: (log) => ({ run: [...program, '-c', `:write-raw-to ${out}`, log] }) };
}
