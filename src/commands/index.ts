/** The commands there are. Each loads what it needs when it is run. */
import { drawFormats, explainFormats, exportFormats, foldings, laneOrders, tableNames, textViews } from '#render/index.ts';
import { checkOptions } from './check-options.ts';
import { evidenceOption, readingOptions, viewingOptions } from './common.ts';
import type { CommandSpecification } from './specification.ts';

const output = (what: string) => ({ flags: '-o, --output <file>', description: `write ${what} to a file instead of standard output` });

const viewHelp = Object.entries(textViews)
  .map(([name, clause]) => `${name}: ${clause}`)
  .join('; ');

export const commands: readonly CommandSpecification[] = [
  {
    name: 'show',
    description: 'print the timelines as text (also without a command)',
    options: [
      { flags: '--view <view>', description: viewHelp, choices: Object.keys(textViews), initial: 'timeline' },
      { flags: '--max-lanes <n>', description: 'more participants than this are gathered into crowds of those who fared alike (60)' },
      ...viewingOptions,
    ],
    examples: [
      'cms-timeline bridge1.log',
      'cms-timeline show --view list logbundle.tar.gz',
      'cms-timeline show --space "Board*" --from 09:00 bridge1.log bridge2.log',
      'pbpaste | cms-timeline',
    ],
    run: async (inputs, options, streams) => (await import('./show.ts')).show(inputs, options, streams),
  },
  {
    name: 'inspect',
    description: 'open the interactive inspector: meetings, timeline and log lines beside each other',
    options: [
      { flags: '--follow', description: 'take in what a growing file gets' },
      {
        flags: '--theme <theme>',
        description: 'colours for any terminal, a light, or a dark one',
        choices: ['auto', 'light', 'dark'],
        initial: 'auto',
      },
      { flags: '--screen-reader', description: 'sentences instead of pictures (also with INK_SCREEN_READER=true)' },
      ...viewingOptions,
    ],
    examples: [
      'cms-timeline inspect bridge1.log',
      'cms-timeline inspect --follow /var/log/cms.log',
      'ssh bridge syslog page | cms-timeline inspect',
    ],
    run: async (inputs, options, streams) => (await import('./inspect.ts')).inspect(inputs, options, streams),
  },
  {
    name: 'draw',
    description: 'write a diagram',
    options: [
      output('the diagram'),
      { flags: '--format <format>', description: 'format; else the ending of the file tells it, else svg', choices: drawFormats },
      {
        flags: '--theme <theme>',
        description: 'colours: as the reader has them, light, or dark',
        choices: ['auto', 'light', 'dark'],
        initial: 'auto',
      },
      { flags: '--sort <order>', description: 'order of the lanes', choices: laneOrders, initial: 'role' },
      { flags: '--max-lanes <n>', description: 'more participants than this are gathered into crowds of those who fared alike (60)' },
      { flags: '--fold <when>', description: 'make breaks of long quiet stretches', choices: foldings, initial: 'auto' },
      { flags: '--width <px>', description: 'width of the diagram (1200)' },
      { flags: '--scale <n>', description: 'pixels of a PNG for one of the diagram (2)' },
      ...viewingOptions,
    ],
    examples: [
      'cms-timeline draw bridge1.log -o lobby.svg',
      'cms-timeline draw --space Board --theme dark bridge1.log -o board.png',
      'cms-timeline draw logbundle.tar.gz -o report.html',
    ],
    run: async (inputs, options, streams) => (await import('./draw.ts')).draw(inputs, options, streams),
  },
  {
    name: 'export',
    description: 'write the timelines as data',
    options: [
      output('the data'),
      { flags: '--format <format>', description: 'format; else the ending of the file tells it, else json', choices: exportFormats },
      { flags: '--table <table>', description: 'what is a row in ndjson and csv (default: intervals)', choices: tableNames },
      evidenceOption,
      ...viewingOptions,
    ],
    examples: [
      'cms-timeline export bridge1.log > timeline.json',
      'cms-timeline export --format csv --table participants bridge1.log -o waiting.csv',
      'cms-timeline export --evidence none bridge1.log | jq .spaces[].name',
    ],
    run: async (inputs, options, streams) => (await import('./export.ts')).exportData(inputs, options, streams),
  },
  {
    name: 'explain',
    description: 'say in sentences what happened and why, with the log lines that prove it',
    options: [
      { flags: '--at <time>', description: 'who was in which state at this moment: 17:49:28, or 2024-03-05T17:49:28' },
      { flags: '--format <format>', description: 'for a terminal, a ticket, or a program', choices: explainFormats, initial: 'text' },
      { flags: '--picture <file>', description: 'file name of the diagram that a ticket shows (markdown, jira)' },
      evidenceOption,
      {
        flags: '--fail-on <severity>',
        description: 'exit code 3 when there is such a finding, or a graver one',
        choices: ['info', 'warning', 'error'],
      },
      output('the explanation'),
      ...viewingOptions,
    ],
    examples: [
      'cms-timeline explain --space Board bridge1.log',
      'cms-timeline explain --at 17:49:28 bridge1.log',
      'cms-timeline explain --format markdown --picture lobby.png bridge1.log',
    ],
    run: async (inputs, options, streams) => (await import('./explain.ts')).explain(inputs, options, streams),
  },
  {
    name: 'redact',
    description: 'write the log anew, with pseudonyms for names, addresses, hosts and ids: it tells the same story',
    options: [output('the log'), ...readingOptions],
    examples: [
      'cms-timeline redact bridge1.log -o to-send.log',
      'cms-timeline redact --redact-map who-is-who.json --from 09:00 --to 10:00 bridge1.log > to-send.log',
    ],
    run: async (inputs, options, streams) => (await import('./redact.ts')).redact(inputs, options, streams),
  },
  {
    name: 'check',
    description: 'verify the guest and host configuration, and compare it with what logs show',
    options: [...checkOptions, ...readingOptions],
    examples: [
      'cms-timeline check --config answers/ bridge1.log',
      'cms-timeline check --api https://cms.example.com:445 --user reader --save answers/',
      'cms-timeline check --config answers/ --format markdown -o verdict.md --fail-on warning',
    ],
    run: async (inputs, options, streams) => (await import('./check.ts')).check(inputs, options, streams),
  },
];
