/**
 * As many inputs as are asked for, to every door of the program: `npm run fuzz -- --runs 10000000 --seed 7`.
 * Ends with exit code 1 at the first finding, which is written beside where it says: move it to `test/corpus/` and mend what it found.
 * `--door NAME` throws at one door alone, `--only N` repeats one run. The same seed gives the same inputs.
 */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Door } from './doors.ts';
import { randomOf } from './random.ts';

// As in the bundle and under vitest: d3-node gets the DOM that the program brings.
registerHooks({
  resolve: (name, context, next) =>
    name === 'jsdom'
      ? next(new URL('../../../src/render/svg/dom.ts', import.meta.url).href, context)
      : next(name === 'd3' ? 'd3-selection' : name, context),
});
const { doors } = await import('./doors.ts');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    door: { type: 'string' },
    only: { type: 'string' },
  },
});

/** What one input may take of the processor: in proportion to its length, with room for what is compiled on the way. */
const allowedMs = (length: number): number => 400 + length * 0.1;
/** What the process may hold at the end of it all, bytes. */
const allowedHeap = 200 * (1 << 20);

class Finding extends Error {}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const runs = Number(values.runs);
const asked = doors.filter(({ name }) => values.door === undefined || name === values.door);
const shares = asked.reduce((sum, { share }) => sum + share, 0);
const begun = performance.now();

for (const door of asked) {
  const count = Math.ceil((runs * door.share) / shares);
  const start = performance.now();
  let slowest = 0;
  const first = values.only === undefined ? 0 : Number(values.only);
  for (let run = first; run < (values.only === undefined ? count : first + 1); run++) {
    slowest = Math.max(slowest, await throwAt(door, run));
    if (run % 50_000 === 49_999) process.stderr.write(`${door.name}: ${run + 1} of ${count}\r`);
  }
  const each = (performance.now() - start) / count;
  say(`${door.name.padEnd(26)} ${String(count).padStart(9)} inputs  ${each.toFixed(3)} ms each, ${slowest.toFixed(0)} ms at most`);
}
// What is only waiting to be collected is not held.
setFlagsFromString('--expose-gc');
runInNewContext('gc')();
const { heapUsed } = process.memoryUsage();
if (heapUsed > allowedHeap) report(new Finding(`${heapUsed} bytes are held after all runs`), null, '');
say(`no finding in ${runs} inputs, ${((performance.now() - begun) / 60_000).toFixed(1)} min, ${Math.round(heapUsed / (1 << 20))} MiB held`);

/** @returns how long it took, ms of the processor */
async function throwAt(door: Door, run: number): Promise<number> {
  const random = randomOf(values.seed, door.name, run);
  const input = door.make(random);
  let took = 0;
  try {
    // What is compiled on the way counts, too: slow is what is slow each time.
    for (let tries = 0; tries < 3; tries++) {
      const before = process.cpuUsage();
      await door.take(input, randomOf(values.seed, door.name, run, 'take'));
      took = process.cpuUsage(before).user / 1000;
      if (took <= allowedMs(input.length)) return took;
    }
    throw new Finding(`${took.toFixed(0)} ms for ${input.length} bytes`);
  } catch (error) {
    return report(error, input, `--seed ${values.seed} --door "${door.name}" --only ${run}`);
  }
}

function report(error: unknown, input: string | Uint8Array | null, again: string): never {
  const file = join(mkdtempSync(join(tmpdir(), 'cms-timeline-fuzz-')), 'finding');
  if (input !== null) writeFileSync(file, input);
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.stderr.write(`A finding: ${input === null ? '' : `the input lies in ${file}; again with: npm run fuzz -- ${again}`}\n`);
  process.exit(1);
}
