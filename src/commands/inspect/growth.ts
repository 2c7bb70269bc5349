/** Files that grow, are cut or replaced: looked at now and then. */
import { statSync } from 'node:fs';

/** Milliseconds between two looks. */
const pause = 250;

export interface Watch {
  /** Has one more file looked at; how it is now is how it is known. */
  add(name: string): void;
  /** Whether something has changed that nobody has asked for yet. */
  isStale(): boolean;
  /** Resolves when something has changed since this was asked last, or since the beginning. */
  changed(): Promise<void>;
}

/** @param told of every change, as soon as it is seen */
export function watchFiles(names: readonly string[], told: () => void): Watch {
  const known = new Map(names.map((name) => [name, shapeOf(name)]));
  let stale = false;
  let wake: () => void = () => undefined;
  setInterval(() => {
    const changed = [...known].filter(([name, shape]) => shapeOf(name) !== shape);
    if (changed.length === 0) return;
    for (const [name] of changed) known.set(name, shapeOf(name));
    stale = true;
    told();
    wake();
  }, pause);
  return {
    add: (name) => void known.set(name, shapeOf(name)),
    isStale: () => stale,
    async changed() {
      if (!stale) await new Promise<void>((resolve) => (wake = resolve));
      stale = false;
    },
  };
}

/** What changes when a file is written to, cut, or another one takes its name. */
function shapeOf(name: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(name);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return '';
  }
}
