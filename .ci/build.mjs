// Bundles src/ into dist/: one small entry that every Node can parse, and chunks that are loaded by need.
import fs, { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pack = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const quiet = process.argv.includes('--quiet');
const out = join(root, 'dist');
const at = (path) => join(root, path);

rmSync(out, { recursive: true, force: true });

const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  logLevel: quiet ? 'silent' : 'warn',
  input: {
    main: at('src/main.ts'),
    index: at('src/index.ts'),
    reference: at('src/grammar/reference.ts'),
    // Threads lie beside the chunks that start them.
    'chunks/thread': at('src/commands/inspect/thread.ts'),
    'chunks/reading-thread': at('src/reading-thread.ts'),
  },
  transform: {
    target: 'node22',
    define: {
      __VERSION__: JSON.stringify(pack.version),
      __THREAD__: JSON.stringify('./reading-thread.js'),
      __WORDINGS__: JSON.stringify(await wordings()),
      __REFERENCE__: '"../reference.js"',
      'process.env.NODE_ENV': '"production"',
      'process.env.DEV': '"false"',
    },
  },
  // What carries binaries cannot be bundled; it is what package.json calls a dependency.
  external: Object.keys(pack.dependencies ?? {}),
  plugins: [filesByNeed(), standIns()],
});

const { output } = await bundle.write({
  dir: out,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  comments: false,
  // Whatever else is made smaller makes it slower to run, and no quicker to load.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  codeSplitting: {
    // Every file takes Node about as long to load as what stands in it: what `--version` needs is one, what a thread that reads needs is
    // another, and what every view of a log needs besides.
    groups: [
      { name: 'door', test: /\/src\/(?:cli|commands\/process)\.ts$/, priority: 3 },
      { name: 'reading', test: /\/src\/(?:reading|digest|(?:input|correlation)\/index)\.ts$/, priority: 2 },
      { name: 'log', test: /\/src\/commands\/show\.ts$/, priority: 1 },
    ],
  },
});

// No import, and syntax of long ago: an old Node has to get as far as the sentence that says it is too old.
const entry = await rolldown({ cwd: root, platform: 'node', input: at('src/bin.ts'), external: [/./], transform: { target: 'es2018' } });
await entry.write({ file: join(out, 'bin.js'), format: 'esm' });

const bundled = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licences(bundled.map((id) => relative(root, id))));
if (!process.argv.includes('--no-types')) declarations();

/** The wordings of grammars/, checked: the program starts from them, and reads no grammar file of its own. */
async function wordings() {
  const { checkedWordings, readGrammarFiles, storeWordings } = await import('../src/grammar/index.ts');
  return storeWordings(checkedWordings(readGrammarFiles()));
}

/**
 * Importing node:fs as a module makes Node load all that it can do, promises and readline included: a tenth of the start. Asked for by name,
 * it loads what is called.
 */
function filesByNeed() {
  return {
    name: 'files-by-need',
    resolveId: (id) => (/^node:fs(?:\/promises)?$/.test(id) ? { id: `\0${id}`, moduleSideEffects: false } : null),
    load(id) {
      if (!/^\0node:fs/.test(id)) return null;
      const isPromises = id.endsWith('promises');
      const from = isPromises ? 'files.promises' : 'files';
      const names = Object.entries(Object.getOwnPropertyDescriptors(isPromises ? fs.promises : fs));
      const called = names.flatMap(([name, { value }]) => (typeof value === 'function' && /^[a-z]/.test(name) ? [name] : []));
      const lines = called.map((name) => `export const ${name} = (...given) => ${from}.${name}(...given);`);
      const head = `const files = /* @__PURE__ */ process.getBuiltinModule('node:fs');`;
      const rest = isPromises ? [] : ['export default files;', 'export const constants = /* @__PURE__ */ (() => files.constants)();'];
      return [head, ...lines, ...rest].join('\n');
    },
  };
}

function standIns() {
  const forCommander = {
    'node:child_process': 'export default {}',
    'node:process': 'export default globalThis.process',
    'node:util': 'export const stripVTControlCharacters = (text) => text',
  };
  return {
    name: 'stand-ins',
    async resolveId(id, importer = '') {
      // d3-node pins an old jsdom; ours is an adapter on linkedom (see src/render/svg/dom.ts).
      if (id === 'jsdom') return at('src/render/svg/dom.ts');
      // d3-node takes all of d3 as a default that we never use: selections are enough.
      if (id === 'd3') return this.resolve('d3-selection', importer);
      // What commander imports for what we never do, starting other programs and colouring help, takes a third of the start of `--version`.
      if (id in forCommander && /\/commander\//.test(importer)) return `\0for-commander:${id}`;
      // Asked for by ink in development and by linkedom for a canvas: neither exists here.
      return id === 'react-devtools-core' || id === 'canvas' ? '\0nothing' : null;
    },
    load(id) {
      if (id === '\0nothing') return 'export default {}';
      return id.startsWith('\0for-commander:') ? forCommander[id.slice('\0for-commander:'.length)] : null;
    },
  };
}

/** The licences of everything that went into the bundle; one that is not on the list ends the build. */
function licences(inputs) {
  const allowed = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|\(MIT OR .*\)|\(.* OR MIT\))$/;
  const folders = new Set();
  for (const input of inputs) {
    const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    if (match) folders.add(match[0]);
  }
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(at(join(folder, 'package.json')), 'utf8'));
    if (typeof license !== 'string' || !allowed.test(license))
      throw new Error(`The licence of ${name}, ${license}, is not on the list in .ci/build.mjs.`);
    const file = readdirSync(at(folder)).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
    // Some publish no text: then at least whose it is.
    const text =
      file === undefined ? `No text in the package; by ${author?.name ?? author}.` : readFileSync(at(join(folder, file)), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** Type declarations of the library's door. The package's own `#` imports become relative, so that they resolve for anybody. */
function declarations() {
  const folder = join(out, 'types');
  const args = ['--project', at('tsconfig.json'), '--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--outDir', folder];
  const run = spawnSync(process.execPath, [at('node_modules/typescript/bin/tsc'), ...args, '--rootDir', at('.')], { encoding: 'utf8' });
  if (!existsSync(join(folder, 'src/index.d.ts'))) throw new Error(`tsc wrote no declarations:\n${run.stdout}${run.stderr}`);
  rmSync(join(folder, 'test'), { recursive: true, force: true });
  keepReachable(join(folder, 'src'));
  writeFileSync(join(out, 'index.d.ts'), "export * from './types/src/index.js';\n");
}

function keepReachable(folder) {
  const needed = new Set();
  const queue = [join(folder, 'index.d.ts')];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (needed.has(file)) continue;
    needed.add(file);
    const text = readFileSync(file, 'utf8').replace(/(['"])(#|\.\.?\/)([^'"]+?)\.ts\1/g, (_, quote, kind, path) => {
      const target = kind === '#' ? join(folder, `${path}.d.ts`) : join(dirname(file), `${kind}${path}.d.ts`);
      queue.push(target);
      const to = relative(dirname(file), target).replace(/\.d\.ts$/, '.js');
      return `${quote}${to.startsWith('.') ? to : `./${to}`}${quote}`;
    });
    writeFileSync(file, text);
  }
  for (const entry of readdirSync(folder, { recursive: true })) {
    const file = join(folder, entry);
    if (file.endsWith('.d.ts') && !needed.has(file)) rmSync(file);
  }
}
