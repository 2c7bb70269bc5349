/** Every door of the program, what is thrown at it, and what must hold of what comes out. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { reconstruct } from '#activation/index.ts';
import { readConfiguration, verdictOf } from '#configuration/index.ts';
import { correlate } from '#correlation/index.ts';
import { createGlob } from '#model/glob.ts';
import { type CmsEvent, instant, vocabulary } from '#model/index.ts';
import { renderExplanationJson } from '#render/data/explain.ts';
import { renderMermaid } from '#render/data/mermaid.ts';
import { drawHtml } from '#render/picture/html.ts';
import { drawPng, PngError } from '#render/picture/png.ts';
import { renderExplanation } from '#render/text/explain.ts';
import { createStyle } from '#render/text/style.ts';
import { views } from '#render/text/views.ts';
import { jira } from '#render/ticket/jira.ts';
import { markdown } from '#render/ticket/markdown.ts';
import { renderTicket } from '#render/ticket/ticket.ts';
import { renderVerdictHtml } from '#render/verdict/html.ts';
import { renderVerdictJson } from '#render/verdict/json.ts';
import { renderVerdictMarkdown } from '#render/verdict/markdown.ts';
import { clockFace, zoneOf } from '#view/axis.ts';
import { explanationOf } from '#view/chronicle/explanation.ts';
import { parseDuration } from '#view/duration.ts';
import { safe } from '#view/safe.ts';
import { shorten, shortenMiddle, widthOf, wrap } from '#view/shorten.ts';
import { createWindow, statedTime } from '#view/window.ts';
import { analyze } from '../../../src/analyze.ts';
import { examples, grammar, record, sources } from '../../grammar/support.ts';
import { openLogs } from '../../inspector/support.ts';
import { checkAnalysis, checkOutputs, readArchive, readGrammar, readLog } from '../entries.ts';
import { pieces } from '../mutations.ts';
import { logOf, run, unsafe, ways } from '../support.ts';
import { mutate, mutateBytes } from './mutate.ts';
import type { Random } from './random.ts';

export interface Door {
  readonly name: string;
  /** Of a hundred inputs, so many: what takes longer gets fewer. */
  readonly share: number;
  make(random: Random): string | Uint8Array;
  /** Throws what is wrong. */
  take(input: string | Uint8Array, random: Random): void | Promise<void>;
}

const folder = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const texts = (path: string, kinds: RegExp): readonly string[] =>
  readdirSync(folder(path), { recursive: true, encoding: 'utf8' })
    .filter((name) => kinds.test(name))
    .map((name) => readFileSync(join(folder(path), name), 'utf8'));
const logs = [
  ...texts('samples', /\.(?:log|txt)$/u),
  ...texts('test/corpus', /\.log$/u).filter((text) => text.length < 3000),
  logOf('a@lab.example'),
];
const answers = texts('samples/configuration', /\.xml$/u);
const options = { zone: 'UTC', version: '0.0.0', redacted: false, maxLanes: 20 };
const style = createStyle({ colour: false, unicode: true });
const columns = 80;

/** Some lines of a log, changed: short, for many short ones find more than few long ones. */
function someLog(random: Random): string {
  const lines = random.of(logs).split('\n');
  const from = random.below(lines.length);
  return mutate(lines.slice(from, from + 1 + random.below(14)).join('\n'), random);
}

const name = (random: Random): string =>
  mutate(random.of(['Ann Ray', 'ann@example.org', 'Größe (4)', 'فارسی', '👩‍👩‍👧 home', '', 'x'.repeat(90)]), random);
const textOf = (input: string | Uint8Array): string => (typeof input === 'string' ? input : Buffer.from(input).toString('latin1'));
const isClean = (what: string, text: string): void => assert.deepEqual([what, unsafe.exec(text)?.[0]], [what, undefined]);

export const doors: readonly Door[] = [
  {
    name: 'messages',
    share: 50,
    make: (random) => mutate(random.of(examples).text, random),
    take(input, random) {
      const text = textOf(input);
      grammar.mayMatter(text, 0, text.length);
      grammar.read(record(text, random.of(examples).process));
    },
  },
  {
    name: 'logs',
    share: 6,
    make: someLog,
    take: (input) => checkAnalysis(readLog(input)),
  },
  {
    name: 'bytes',
    share: 3,
    make: (random) => mutateBytes(Buffer.from(someLog(random), random.of(['utf8', 'latin1', 'utf16le'])), random),
    take: (input) => checkAnalysis(readLog(input)),
  },
  {
    name: 'redaction',
    share: 1,
    make: someLog,
    take: (input) => checkAnalysis(analyze(input, { now: 0, redact: true, grammar })),
  },
  {
    name: 'events',
    share: 14,
    make: (random) => Array.from({ length: 1 + random.below(40) }, () => random.below(1 << 30)).join(' '),
    take(input) {
      const meetings: unknown[] = [];
      const numbering = { next: 0 };
      const correlation = correlate({ meeting: (facts) => meetings.push(reconstruct(facts, numbering)), stray: () => undefined });
      for (const event of eventsOf(textOf(input))) correlation.step(event);
      correlation.finish();
    },
  },
  {
    name: 'renderers',
    share: 0.3,
    make: someLog,
    take(input) {
      checkOutputs(readLog(input));
    },
  },
  {
    name: 'explanations and tickets',
    share: 0.5,
    make: someLog,
    take(input) {
      const analysis = readLog(input);
      const face = clockFace('UTC');
      const explanation = explanationOf(analysis, { face, window: null, isAsked: null, at: null });
      const shared = { evidence: 'text', checks: new Map<string, string>() } as const;
      isClean('explain', renderExplanation(explanation, analysis, { columns, style, zone: 'UTC', window: null, ...shared }));
      for (const markup of [markdown, jira]) {
        isClean('ticket', renderTicket(explanation, analysis, { markup, face, version: '0', picture: 'p.png', ...shared }));
      }
      JSON.parse(renderExplanationJson(explanation, { version: '0', ...shared }));
      isClean('mermaid', renderMermaid(analysis, { zone: 'UTC', window: null }));
      for (const view of Object.values(views))
        isClean('view', view.render(analysis, { columns, style, zone: 'UTC', maxLanes: 20, window: null }));
    },
  },
  {
    name: 'html',
    share: 0.1,
    make: someLog,
    take(input) {
      const html = drawHtml(readLog(input), options);
      isClean('html', html);
      assert.equal(html.split('<script').length, 3, 'one script, and one of data');
    },
  },
  {
    name: 'png',
    share: 0.002,
    make: someLog,
    async take(input) {
      const png = await drawPng(readLog(input), options).catch((error: unknown) => {
        if (error instanceof PngError) return null;
        throw error;
      });
      if (png !== null) assert.equal(Buffer.from(png).toString('latin1', 1, 4), 'PNG');
    },
  },
  {
    // As a process, of the bundle: `npm run build` makes it.
    name: 'the program',
    share: 0.01,
    make: (random) => mutateBytes(Buffer.from(someLog(random)), random),
    take(input, random) {
      const { code, out, err } = run(random.of(ways), input);
      assert.ok(code === 0 || code === 1, `it ended with ${code}: ${err}`);
      for (const [name, text] of [
        ['out', out],
        ['err', err],
      ] as const)
        isClean(name, text);
      assert.doesNotMatch(err, /\n {4}at /u, 'a stack trace is no sentence');
    },
  },
  {
    name: 'inspector',
    share: 0.3,
    make: someLog,
    take(input, random) {
      const opened = openLogs([{ name: random.of(pieces), text: Buffer.from(textOf(input)) }], {
        columns: 1 + random.below(120),
        rows: 1 + random.below(40),
      });
      for (let presses = random.below(20); presses > 0; presses--) opened.keys(random.of(keys));
      isClean('inspector', opened.screen());
    },
  },
  {
    name: 'grammar files',
    share: 0.3,
    make: (random) => {
      const blocks = random.of(sources).text.split(/\n(?=event |quiet)/u);
      return mutate(Array.from({ length: 1 + random.below(3) }, () => random.of(blocks)).join('\n'), random);
    },
    take: (input) => readGrammar(textOf(input)),
  },
  {
    name: 'archives',
    share: 1,
    make: (random) => mutateBytes(random.of(archives), random),
    async take(input) {
      const bytes = typeof input === 'string' ? Buffer.from(input) : input;
      assert.ok((await readArchive(bytes)) < 2000 * Math.max(1000, bytes.length), 'more came out than the best compression can hold');
    },
  },
  {
    name: 'configurations',
    share: 3,
    make: (random) => mutate(random.of(answers), random),
    take(input) {
      const reading = readConfiguration([{ input: 'answers.xml', path: null, line: 1, text: textOf(input) }]);
      const verdict = verdictOf(reading, null);
      isClean('markdown', renderVerdictMarkdown(verdict));
      isClean('html', renderVerdictHtml(verdict));
      JSON.parse(renderVerdictJson(verdict, { version: '0' }));
    },
  },
  {
    name: 'names',
    share: 10,
    make: name,
    take(input, random) {
      const text = safe(textOf(input));
      isClean('safe', text);
      const width = random.below(40);
      for (const cut of [shorten(text, width), shortenMiddle(text, width), ...wrap(text, width)])
        assert.ok(widthOf(cut) <= Math.max(width, 1));
    },
  },
  {
    name: 'values of options',
    share: 10,
    make: (random) =>
      mutate(
        random.of([
          '2024-03-05T09:00:30.123+02:00',
          '09:00:30',
          '1h30m',
          '90s',
          'Europe/Vienna',
          '+02:00',
          '*@lab.example',
          '{a,b}*[c-f]?',
        ]),
        random,
      ),
    take(input) {
      const text = textOf(input);
      parseDuration(text);
      zoneOf(text);
      const time = statedTime(text, 'Europe/Vienna');
      if (time !== null) createWindow({ from: time, to: null }, 'UTC')?.has(instant(0));
      createGlob(text)('guest1@lab.example'.repeat(3));
    },
  },
];

const keys = [
  ...['up', 'down', 'left', 'right', 'enter', 'escape', 'tab', 'home', 'end', 'pageup', 'pagedown', 'space', 'backspace', 'ctrl-c'],
  ...'1234?/fnNosycxqgG+-=0[]{}<>.,#'.split(''),
];

const log = Buffer.from(logOf('a@lab.example').repeat(3));
const archives: readonly Uint8Array[] = [gzipSync(log), deflateSync(log), zstdCompressSync(log), gzipSync(gzipSync(log)), ...tars()];

function tars(): readonly Uint8Array[] {
  const head = Buffer.alloc(512);
  head.write('log/syslog', 0);
  head.write('0000644\0', 100);
  head.write(`${log.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('00000000000\0', 136);
  head.write(`${' '.repeat(8)}0`, 148);
  head.write('ustar\x0000', 257);
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const tar = Buffer.concat([head, log, Buffer.alloc((512 - (log.length % 512)) % 512), Buffer.alloc(1024)]);
  return [tar, gzipSync(tar)];
}

/** Events of few people, legs and spaces, as lawless as the numbers that make them. */
function eventsOf(numbers: string): readonly CmsEvent[] {
  const kinds = Object.entries(vocabulary);
  let at = Date.UTC(2024, 2, 5);
  return numbers.split(' ').flatMap((number, order) => {
    const [kind, fields] = kinds[Number(number) % kinds.length] ?? [];
    if (kind === undefined || fields === undefined) return [];
    const bits = Math.floor(Number(number) / kinds.length);
    at += [0, 0, 1, 40, 900, 60_000, -5, 7_200_000][bits % 8] ?? 0;
    const event: Record<string, unknown> = {
      kind,
      record: { ...record('x'), at: bits % 97 === 0 ? null : instant(at), host: bits % 5 === 0 ? 'b' : 'a', order },
    };
    for (const [index, [field, type]] of Object.entries(fields).entries()) event[field] = fieldOf(type, (bits >> (3 + index)) % 4);
    return isEvent(event) ? [event] : [];
  });
}

function fieldOf(type: string, which: number): unknown {
  if (type.endsWith('?') && which === 3) return null;
  switch (type.replace('?', '')) {
    case 'guid':
      return `${which}d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11`;
    case 'int':
    case 'duration':
      return which * 1000;
    default:
      return ['a@lab.example', 'Ann', '', 'sip:a@lab.example'][which];
  }
}

function isEvent(fields: Readonly<Record<string, unknown>>): fields is CmsEvent {
  return typeof fields['kind'] === 'string' && fields['kind'] in vocabulary;
}
