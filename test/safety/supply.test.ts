/** What comes with the program: few packages, each with its reason, none that runs a script when it is installed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

interface Installed {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly resolved?: string;
}
interface Lock {
  readonly packages: Readonly<Record<string, Installed>>;
}

const lock: Lock = JSON.parse(read('package-lock.json'));
const own = lock.packages[''] ?? {};

/** Everything that `npm install cms-timeline` brings. */
function atRunTime(): readonly (readonly [string, Installed])[] {
  const found = new Map<string, Installed>();
  const queue = Object.keys(own.dependencies ?? {});
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const installed = lock.packages[`node_modules/${name}`];
    if (installed === undefined || found.has(name)) continue;
    found.set(name, installed);
    queue.push(...Object.keys(installed.dependencies ?? {}), ...Object.keys(installed.optionalDependencies ?? {}));
  }
  return [...found];
}

test('each package that is installed with the program stands in src/README.md with its reason', () => {
  const reasons = read('src/README.md');
  const names = Object.keys(own.dependencies ?? {});
  expect(names.length).toBeLessThan(6);
  for (const name of names) expect(reasons).toMatch(new RegExp(`\\| \`${name}\` \\| \\S.{20,}\\|`, 'u'));
});

test('none of them, nor what they bring, runs a script when it is installed', () => {
  expect(atRunTime().length).toBeGreaterThan(0);
  expect(atRunTime().flatMap(([name, { hasInstallScript }]) => (hasInstallScript === true ? [name] : []))).toEqual([]);
});

test('the lock file names no host: it holds for any registry', () => {
  expect(Object.values(lock.packages).flatMap(({ resolved }) => (resolved?.startsWith('http') === true ? [resolved] : []))).toEqual([]);
});

test('a release brings a list of everything that is in it', () => {
  expect(read('.github/workflows/release.yml')).toMatch(/npm sbom --package-lock-only --sbom-format cyclonedx/u);
});
