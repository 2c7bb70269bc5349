// The packed package installs into an empty folder and works there, as program and as library.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'cms-timeline-'));
const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };
const run = (command, args, cwd = folder) => execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const say = (text) => process.stdout.write(`${text}\n`);

try {
  run('npm', ['pack', '--pack-destination', folder, '--silent'], root);
  const tarball = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}\n');
  run('npm', ['install', '--no-audit', '--no-fund', '--silent', `./${tarball}`]);
  say(`installed ${tarball}`);

  // By the link that npm made, as a user calls it; its `env node` finds the Node that runs this script.
  const version = run(join(folder, 'node_modules/.bin/cms-timeline'), ['--version']).trim();
  say(`cms-timeline --version: ${version}`);

  const log = [
    '2024-03-05  10:00:00.000  Info     configuring call 6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11 to be deactivated',
    '2024-03-05  10:00:00.000  Info     participant "ann@lab.example" joined space 1f6e1f3c-52a1-4a5e-8a4f-5d2c0b8e7a10 (Board)',
  ].join('\n');
  writeFileSync(
    join(folder, 'use.mjs'),
    `import { analyze } from 'cms-timeline';\nconsole.log(analyze(${JSON.stringify(log)}).spaces[0].meetings[0].participants[0].role);\n`,
  );
  const role = run(process.execPath, ['use.mjs']).trim();
  if (role !== 'guest') throw new Error(`import { analyze } from 'cms-timeline' gave "${role}" instead of "guest".`);
  say("import { analyze } from 'cms-timeline': works");

  const consumer =
    "import { analyze, type Analysis } from 'cms-timeline';\nconst analysis: Analysis = analyze('');\nexport const names: readonly (string | null)[] = analysis.spaces.map((space) => space.name);\n";
  writeFileSync(join(folder, 'consumer.ts'), consumer);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  run(process.execPath, [
    tsc,
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--skipLibCheck',
    'false',
    '--types',
    '',
    'consumer.ts',
  ]);
  say('the type declarations suit a strict consumer');
} catch (error) {
  process.stderr.write(`${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
