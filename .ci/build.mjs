// Bundles src/ into dist/: one small entry that every Node can parse, and chunks that are loaded by need.
import fs, { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pack = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const quiet = process.argv.includes('--quiet');
const out = join(root, 'dist');
const at = (path) => join(root, path);

rmSync(out, { recursive: true, force: true });
mkdirSync(out);

const forCommander = {
  'node:child_process': 'export default {}',
  'node:process': 'export default globalThis.process',
  'node:util': 'export const stripVTControlCharacters = (text) => text',
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: quiet ? 'error' : 'info',
  define: {
    __VERSION__: JSON.stringify(pack.version),
    __THREAD__: JSON.stringify('./reading-thread.js'),
    __WORDINGS__: JSON.stringify(await wordings()),
    __REFERENCE__: '"../reference.js"',
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
  },
  // What carries binaries cannot be bundled; it is what package.json calls a dependency.
  external: Object.keys(pack.dependencies ?? {}),
};

const result = await build({
  ...common,
  entryPoints: {
    main: at('src/main.ts'),
    index: at('src/index.ts'),
    reference: at('src/grammar/reference.ts'),
    // Threads lie beside the chunks that start them.
    'chunks/thread': at('src/commands/inspect/thread.ts'),
    'chunks/reading-thread': at('src/reading-thread.ts'),
  },
  outdir: out,
  splitting: true,
  target: 'node22',
  metafile: true,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  write: false,
  plugins: [
    {
      // Importing node:fs as a module makes Node load all that it can do, promises and readline included: a tenth of the start.
      // Asked for by name, it loads what is called.
      name: 'files-by-need',
      setup(plugin) {
        plugin.onResolve({ filter: /^node:fs(?:\/promises)?$/ }, ({ path }) => ({ path, namespace: 'files', sideEffects: false }));
        plugin.onLoad({ filter: /.*/, namespace: 'files' }, ({ path }) => {
          const isPromises = path.endsWith('promises');
          const from = isPromises ? 'files.promises' : 'files';
          const names = Object.entries(Object.getOwnPropertyDescriptors(isPromises ? fs.promises : fs));
          const called = names.flatMap(([name, { value }]) => (typeof value === 'function' && /^[a-z]/.test(name) ? [name] : []));
          const lines = called.map((name) => `export const ${name} = (...given) => ${from}.${name}(...given);`);
          const head = `const files = /* @__PURE__ */ process.getBuiltinModule('node:fs');`;
          const rest = isPromises ? [] : ['export default files;', 'export const constants = /* @__PURE__ */ (() => files.constants)();'];
          return { contents: [head, ...lines, ...rest].join('\n') };
        });
      },
    },
    {
      name: 'stand-ins',
      setup(plugin) {
        // d3-node pins an old jsdom; ours is an adapter on linkedom (see src/render/svg/dom.ts).
        plugin.onResolve({ filter: /^jsdom$/ }, () => ({ path: at('src/render/svg/dom.ts') }));
        // d3-node takes all of d3 as a default that we never use: selections are enough.
        plugin.onResolve({ filter: /^d3$/ }, ({ resolveDir }) => plugin.resolve('d3-selection', { kind: 'import-statement', resolveDir }));
        // What commander imports for what we never do, starting other programs and colouring help, takes a third of the start of `--version`.
        plugin.onResolve({ filter: /^node:(child_process|process|util)$/ }, ({ path, importer }) =>
          /\/commander\//.test(importer) ? { path, namespace: 'for-commander' } : null,
        );
        plugin.onLoad({ filter: /.*/, namespace: 'for-commander' }, ({ path }) => ({ contents: forCommander[path] }));
        // Asked for by ink in development and by linkedom for a canvas: neither exists here.
        plugin.onResolve({ filter: /^(react-devtools-core|canvas)$/ }, ({ path }) => ({ path, namespace: 'nothing' }));
        plugin.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default {}' }));
      },
    },
  ],
});

// CommonJS among what is bundled asks for `require`. (`__require` would be esbuild's own name.)
const requires = "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);\n";
for (const { path, text } of result.outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, /\btypeof require\b/.test(text) ? requires + text : text);
}

// No import, and syntax of long ago: an old Node has to get as far as the sentence that says it is too old.
await build({ ...common, external: [], entryPoints: { bin: at('src/bin.ts') }, outdir: out, bundle: false, target: 'es2018' });

writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licences(Object.keys(result.metafile.inputs)));
if (!process.argv.includes('--no-types')) declarations();

/** The wordings of grammars/, checked: the program starts from them, and reads no grammar file of its own. */
async function wordings() {
  const { checkedWordings, readGrammarFiles, storeWordings } = await import('../src/grammar/index.ts');
  return storeWordings(checkedWordings(readGrammarFiles()));
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
