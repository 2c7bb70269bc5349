// Who may import whom, and why. `npm run boundaries` fails the build on every other import.

const stages = ['input', 'framing', 'grammar', 'correlation', 'activation', 'behaviour', 'findings', 'configuration', 'redaction'];

/** Only these folders may import a package (or a built-in module). */
function only(name, packages, folders, reason) {
  return {
    name,
    comment: reason,
    severity: 'error',
    from: { path: '^src/', pathNot: folders.map((folder) => `^src/${folder}`) },
    to: { path: packages },
  };
}

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'What imports each other cannot be understood, tested or loaded apart.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'model-imports-nothing',
      comment: 'The model is the common ground of all stages and renderers; it must not know any of them.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    ...stages.map((stage) => ({
      name: `${stage}-stands-alone`,
      comment: 'Stages meet in the model only: the arrow between two of them is a type there, and analyze.ts alone knows their order.',
      severity: 'error',
      from: { path: `^src/${stage}/` },
      to: { path: '^src/', pathNot: [`^src/${stage}/`, '^src/model/'] },
    })),
    {
      name: 'view-knows-the-model-only',
      comment: 'What is to be seen does not depend on who computed it or on what draws it.',
      severity: 'error',
      from: { path: '^src/view/' },
      to: { path: '^src/', pathNot: ['^src/view/', '^src/model/'] },
    },
    {
      name: 'renderers-do-not-know-stages',
      comment: 'A renderer gets an analysis and options; it must work for one that was made elsewhere.',
      severity: 'error',
      from: { path: '^src/render/' },
      to: { path: '^src/', pathNot: ['^src/render/', '^src/view/', '^src/model/'] },
    },
    {
      name: 'renderers-are-peers',
      comment:
        'A renderer that leans on another cannot be loaded alone. PNG and HTML are made from the SVG; the inspector shows text lanes and saves pictures.',
      severity: 'error',
      from: { path: '^src/render/([^/]+)/', pathNot: ['^src/render/picture/', '^src/render/inspector/', '^src/render/live/'] },
      to: { path: '^src/render/([^/]+)/', pathNot: ['^src/render/$1/'] },
    },
    {
      name: 'renderers-are-loaded-by-need',
      comment: 'A run draws in one format; a registry that imports them all makes every run pay for a DOM and a user interface.',
      severity: 'error',
      from: { path: '^src/render/[^/]+\\.ts$' },
      to: { path: '^src/render/[^/]+/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'commands-are-called-by-the-command-line',
      comment: 'Commands take options as data; commander stays in cli.ts.',
      severity: 'error',
      from: { path: '^src/commands/' },
      to: { path: '^src/(cli|main|bin)\\.ts$' },
    },
    only('chevrotain-in-grammar', 'node_modules/chevrotain', ['grammar/'], 'The parser library is a matter of the grammar stage.'),
    only(
      'luxon-in-clock-and-axis',
      'node_modules/luxon',
      ['framing/', 'view/'],
      'Zones matter where stamps are read and where times are written; in between there are instants.',
    ),
    only('commander-in-cli', 'node_modules/commander', ['cli\\.ts$'], 'Options become plain data at the door.'),
    only(
      'ink-in-inspector',
      'node_modules/(ink|react)/',
      ['render/inspector/', 'render/live/'],
      'Text views must not pay for a user interface.',
    ),
    only('d3-in-svg', 'node_modules/d3-', ['render/svg/', 'view/'], 'Scales serve the view, drawing the SVG.'),
    only(
      'files-and-network-at-the-edge',
      '^(node:)?(fs|net|http|https|tls|dgram|child_process)(/|$)',
      ['input/', 'grammar/load\\.ts$', 'commands/', 'configuration/api', 'main\\.ts$', 'bin\\.ts$', 'cli\\.ts$'],
      'The core is pure: it can be tested without a disk, and runs anywhere.',
    ),
    {
      name: 'no-orphans',
      comment: 'A module that nobody reaches is dead.',
      severity: 'error',
      // Declarations are read by the compiler alone; dom.ts is what the build and the tests put in the place of jsdom.
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', '^src/render/svg/dom\\.ts$'] },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      // The one exception: bin.ts names a file of the build.
      from: { pathNot: '^src/bin\\.ts$' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // TypeScript 7 has no API that the checker could use; swc reads the same syntax, types included.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    exclude: { path: '^(dist|test)/' },
  },
};
