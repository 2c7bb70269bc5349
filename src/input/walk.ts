/** Names on the command line → files: directories are walked, patterns matched segment by segment in linear time. */
import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';

export interface Found {
  readonly path: string;
  /** false = it was found in a directory or by a pattern, and may be no log at all. */
  readonly named: boolean;
}

/**
 * The files that a name stands for, in the order of their names; a name that is no pattern and no directory stands for itself.
 * @throws Error (of the file system) when a directory cannot be read
 */
export async function* filesOf(name: string): AsyncGenerator<Found> {
  const status = await stat(name).catch(() => null);
  if (status?.isDirectory() === true) {
    yield* walk(name);
    return;
  }
  if (status === null && isPattern(name)) {
    const parts = name.split(/[/\\]/u);
    const root = isAbsolute(name) ? sep : '.';
    for await (const path of matching(root, isAbsolute(name) ? parts.slice(1) : parts)) yield { path, named: false };
    return;
  }
  yield { path: name, named: true };
}

export function isPattern(name: string): boolean {
  return /[*?]/u.test(name);
}

async function* walk(folder: string): AsyncGenerator<Found> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name);
    // Links are not followed: they may lead in a circle, or out of what was asked for.
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield { path, named: false };
  }
}

async function* matching(folder: string, parts: readonly string[]): AsyncGenerator<string> {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  if (!isPattern(part)) {
    const path = join(folder, part);
    const status = await stat(path).catch(() => null);
    if (status !== null) yield* reach(path, status.isDirectory(), rest);
    return;
  }
  if (part === '**') yield* matching(folder, rest);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name);
    const directory = entry.isDirectory();
    if (part !== '**' && matches(part, entry.name)) yield* reach(path, directory, rest);
    if (part === '**' && directory) yield* matching(path, parts);
  }
}

/** Something that the pattern has met so far: a file at its end, all files of a directory there, or the way on. */
async function* reach(path: string, directory: boolean, rest: readonly string[]): AsyncGenerator<string> {
  if (rest.length > 0 && directory) yield* matching(path, rest);
  else if (rest.length === 0 && directory) for await (const { path: file } of walk(path)) yield file;
  else if (rest.length === 0) yield path;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** `*` and `?` of one name. The last star alone is ever taken back, so that the work is bounded by the product of the lengths. */
export function matches(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let from = 0;
  for (let index = 0; index < name.length; ) {
    if (pattern[at] === '*') {
      star = at;
      from = index;
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === name[index]) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      from += 1;
      index = from;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
