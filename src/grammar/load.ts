/** Grammar files from disk: the package's own, and those that the user adds. The only file of the grammar that reads any. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GrammarSource } from './complaint.ts';

/**
 * The package's wordings and, behind them, those of further files.
 * @throws Error (of the file system) when a file cannot be read.
 */
export function readGrammarFiles(paths: readonly string[] = []): GrammarSource[] {
  const folder = grammarFolder();
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.grammar'))
    .sort()
    .map((name) => join(folder, name));
  return [...own.map((path) => read(basename(path), path)), ...readUserGrammar(paths)];
}

/**
 * The user's own files alone.
 * @throws Error (of the file system) when a file cannot be read.
 */
export function readUserGrammar(paths: readonly string[]): GrammarSource[] {
  return paths.map((path) => read(path, path));
}

function read(name: string, path: string): GrammarSource {
  return { name, text: readFileSync(path, 'utf8') };
}

/** The nearest `grammars/` above this module: it stands beside `src/` as well as beside the bundle's `dist/`. */
function grammarFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const grammars = join(folder, 'grammars');
    if (existsSync(grammars)) return grammars;
    if (folder === dirname(folder)) throw new Error('this installation has lost its folder `grammars`, which holds the wordings of CMS');
  }
}
