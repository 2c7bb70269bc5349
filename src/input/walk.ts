/** Names on the command line → files: directories are walked, patterns matched segment by segment in linear time. */
import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import { alternatives, createPattern, isPattern } from './pattern.ts';
import { reasonOf } from './reason.ts';
import type { InputProblem, Passed } from './source.ts';

export interface Found {
  readonly kind: 'file';
  readonly path: string;
  /** false = it was found in a directory or by a pattern, and may be no log at all. */
  readonly named: boolean;
}

type Met = Found | Passed | InputProblem;

/** The files that a name stands for, in the order of their names; a name that is no pattern and no directory stands for itself. */
export async function* filesOf(name: string): AsyncGenerator<Met> {
  const status = await stat(name).catch(() => null);
  if (status?.isDirectory() === true) {
    yield* walk(name);
    return;
  }
  if (status === null && isPattern(name)) {
    for (const pattern of alternatives(name)) {
      const parts = pattern.split(/[/\\]/u);
      const root = isAbsolute(pattern) ? sep : '.';
      yield* matching(root, isAbsolute(pattern) ? parts.slice(1) : parts);
    }
    return;
  }
  yield { kind: 'file', path: name, named: true };
}

async function* walk(folder: string): AsyncGenerator<Met> {
  const entries = await entriesOf(folder);
  if (!Array.isArray(entries)) return yield entries;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    // Links are not followed: they may lead in a circle, or out of what was asked for.
    if (entry.isSymbolicLink()) yield { kind: 'passed', name: path, reason: 'is a link, and links in directories are not followed' };
    else if (entry.isDirectory()) yield* walk(path);
    else yield met(path, entry);
  }
}

async function entriesOf(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return { kind: 'problem', name: folder, message: reasonOf(error) } as const;
  }
}

/** Pipes, sockets and devices may never end, and are read only where they are asked for by name. */
function met(path: string, status: Pick<Stats, 'isFile'>): Met {
  return status.isFile() ? { kind: 'file', path, named: false } : { kind: 'passed', name: path, reason: 'is no file' };
}

async function* matching(folder: string, parts: readonly string[]): AsyncGenerator<Met> {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  if (!isPattern(part)) {
    const path = join(folder, part);
    const status = await stat(path).catch(() => null);
    if (status !== null) yield* reach(path, status, rest);
    return;
  }
  if (part === '**') yield* matching(folder, rest);
  const entries = await entriesOf(folder);
  if (!Array.isArray(entries)) return yield entries;
  const matches = createPattern(part);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (part === '**') {
      if (entry.isDirectory()) yield* matching(path, parts);
    } else if (matches(entry.name)) {
      const status = await stat(path).catch(() => null);
      if (status === null) yield { kind: 'passed', name: path, reason: 'is a link that leads nowhere' };
      else yield* reach(path, status, rest);
    }
  }
}

/** Something that the pattern has met so far: a file at its end, all files of a directory there, or the way on. */
async function* reach(path: string, status: Stats, rest: readonly string[]): AsyncGenerator<Met> {
  const isFolder = status.isDirectory();
  if (rest.length > 0) {
    if (isFolder) yield* matching(path, rest);
  } else if (isFolder) yield* walk(path);
  else yield met(path, status);
}
