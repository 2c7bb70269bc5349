/** Files that grow, are cut or replaced: looked at now and then. */
import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two looks. */
const pause = 250;

/** Yields each time that a file has changed since the look before. Whoever is told takes at most a fifth of the time, however long it takes. */
export async function* growth(names: readonly string[]): AsyncGenerator<void> {
  let known = await shapes(names);
  for (;;) {
    await setTimeout(pause);
    const now = await shapes(names);
    if (now === known) continue;
    known = now;
    const began = performance.now();
    yield;
    await setTimeout((performance.now() - began) * 4);
  }
}

async function shapes(names: readonly string[]): Promise<string> {
  const each = names.map((name) =>
    stat(name).then(
      ({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
      () => '',
    ),
  );
  return (await Promise.all(each)).join('\n');
}
