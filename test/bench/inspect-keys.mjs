// Key-to-screen times of the built inspector: a key is written to it, and its next frame is waited for.
//   node test/bench/inspect-keys.mjs big.log [more keys …]
// The inspector runs in this process on a terminal that only counts bytes: what is measured is state, screen, ink and the writing.
import { Readable, Writable } from 'node:stream';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const [log, ...more] = process.argv.slice(2);
if (log === undefined) {
  console.error('usage: node test/bench/inspect-keys.mjs <log> [key …]');
  process.exit(2);
}
const root = join(fileURLToPath(new URL('.', import.meta.url)), '../..');
const door = `
  export { analyze } from './src/analyze.ts';
  export { createBook } from './src/render/inspector/create-book.ts';
  export { openInspector } from './src/render/inspector/index.tsx';
  export { initialState } from './src/render/inspector/state.ts';
  export { withBook } from './src/render/inspector/told.ts';
  export { createStyle } from './src/render/text/style.ts';
`;
const out = join(root, 'dist/bench-inspect.mjs');
await build({
  stdin: { contents: door, resolveDir: root, loader: 'ts' },
  ...{ bundle: true, platform: 'node', format: 'esm', outfile: out, logLevel: 'error', absWorkingDir: root },
  external: ['@resvg/resvg-js'],
  alias: { 'react-devtools-core': 'node:module' },
  banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
  define: {
    __VERSION__: '"bench"',
    __WORDINGS__: 'undefined',
    __REFERENCE__: '"./reference.js"',
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
  },
});
const { analyze, createBook, openInspector, initialState, withBook, createStyle } = await import(out);
const { readFileSync, rmSync } = await import('node:fs');
rmSync(out);

const text = readFileSync(log);
const lines = text.toString().split('\n');
let at = performance.now();
const lap = () => {
  const now = performance.now();
  const ms = now - at;
  at = now;
  return ms;
};
lap();
const analysis = analyze([{ name: log, text }]);
console.log(`analysis ${lap().toFixed(0)} ms`);
const book = createBook(analysis, { zone: 'UTC', whole: true, before: null });
console.log(`book of ${book.entries.length} meetings ${lap().toFixed(0)} ms`);

for (const [columns, rows] of [
  [80, 24],
  [140, 40],
  [240, 70],
]) {
  let wrote = () => undefined;
  const stdout = Object.assign(
    new Writable({
      write(_, __, done) {
        wrote();
        done();
      },
    }),
    { isTTY: true, columns, rows },
  );
  const stdin = Object.assign(new Readable({ read() {} }), { isTTY: true, setRawMode() {}, ref() {}, unref() {} });
  const outside = {
    lines: ({ input, first, count }) => ({
      input,
      first,
      lines: lines.slice(first - 1, first - 1 + count),
      total: lines.length,
      missing: null,
    }),
    perform() {},
  };
  const opened = openInspector({
    ...{ stdin, stdout, outside, screenReader: false, stop: async () => undefined },
    style: createStyle({ colour: true, unicode: true, depth: '256' }),
    initial: initialState({ columns, rows }, book),
  });
  opened.tell((state) => withBook(state, book, { bytes: 1, total: 1, done: true, following: false }));
  await new Promise((resolve) => setTimeout(resolve, 200));
  const esc = '\u001b[';
  const arrows = { up: `${esc}A`, down: `${esc}B`, right: `${esc}C`, left: `${esc}D`, enter: '\r', tab: '\t', page: `${esc}6~` };
  const walk =
    'down down page page G g o o o o enter down down page G ] ] } + + + right H L 0 - enter down down G enter page page [ ] tab F page escape'.split(
      ' ',
    );
  const took = [];
  for (const key of [...walk, ...more]) {
    const from = performance.now();
    const frame = new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), 400);
      wrote = () => {
        clearTimeout(timer);
        resolve(performance.now() - from);
      };
    });
    stdin.push(key === 'escape' ? '\u001b' : (arrows[key] ?? key));
    const ms = await frame;
    wrote = () => undefined;
    // No frame: the key changed nothing that is seen.
    if (ms !== null) took.push({ key, ms });
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const sorted = took.map(({ ms }) => ms).sort((a, b) => a - b);
  const worst = took.reduce((most, each) => (each.ms > most.ms ? each : most));
  console.log(
    `${columns} x ${rows}: ${took.length} keys, median ${sorted[sorted.length >> 1].toFixed(1)} ms, worst ${worst.ms.toFixed(1)} ms (${worst.key}); ` +
      took
        .filter(({ ms }) => ms > 25)
        .map(({ key, ms }) => `${key} ${ms.toFixed(0)}`)
        .join(', '),
  );
  opened.close();
  await opened.closed;
}
process.exit(0);
