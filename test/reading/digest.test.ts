/** An input that another thread reads says the same as one that is read here. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '#analyze.ts';
import { startThread } from '#commands/threads.ts';
import { createDigestReader, createDigestWriter } from '#digest.ts';
import { chronologies, recordOf, survey } from '#framing/index.ts';
import { packagedGrammar } from '#grammar/index.ts';
import type { Analysis, CmsEvent } from '#model/index.ts';
import { createPipeline } from '#pipeline.ts';
import { createReading } from '#reading.ts';

const folder = new URL('../../samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => /\.(?:log|txt)$/.test(name));
const textOf = (name: string): Buffer => readFileSync(new URL(name, folder));
const now = Date.UTC(2026, 0, 1);

/** Mixed with what has to be mended, and what cannot be read. */
const logs: readonly (readonly [string, Buffer])[] = [
  ...samples.map((name) => [name, textOf(name)] as const),
  [
    'all samples, quoted, between prose',
    Buffer.from(samples.map((name) => `see ${name}:\n> ${textOf(name).toString().replaceAll('\n', '\n> ')}`).join('\n')),
  ],
  ['names beyond ASCII, cut heads, wordings of the future', Buffer.from(strange())],
];

function mixed(): Buffer {
  return Buffer.concat([...samples.map(textOf), Buffer.from(strange()), Buffer.from('\n')]);
}

function strange(): string {
  const space = '4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101';
  return [
    `2024-03-05  10:00:00.000  Info     participant "Jürgen 🦊" joined space ${space} (Größe)`,
    '2024-03-05  10:00:00.100  Info     participant "Ann" waved',
    'ul 26 14:08:23 user.info bridge1 host:server:  INFO : call 7: SIP call ringing',
    '2024-03-05  10:00:02.000  Info     call 8: SIP call ringing',
    `2024-03-05  10:00:03.000  Info     participant "Jürgen 🦊" left space ${space} (Größe)`,
    'what is this?',
  ].join('\n');
}

function setUp(bytes: Uint8Array) {
  const seen = survey(bytes);
  const options = { zone: null, year: null, modified: null, now };
  const [chronology] = chronologies([{ survey: seen, options }]);
  if (chronology === undefined) throw new Error('no chronology');
  return { seen, options, chronology };
}

describe('a digest', () => {
  test.each(logs)('of %s gives the events that were read, in their order', (_, bytes) => {
    const grammar = packagedGrammar();
    const { seen, chronology } = setUp(bytes);
    const here: unknown[] = [];
    const there: unknown[] = [];
    const output = (told: unknown[]) => ({
      event: (event: CmsEvent) => told.push(event),
      unread: (record: unknown) => told.push(record),
      unparsed: (line: unknown) => told.push(line),
    });
    const local = createReading(
      'x.log',
      grammar,
      {},
      {
        ...output(here),
        raw(found, raw, host) {
          const record = { ...recordOf(raw), host };
          here.push(grammar.raw?.eventOf(found.wording, found.holes, record, raw));
        },
      },
      seen,
    );
    const writer = createDigestWriter(() => true);
    const remote = createReading('x.log', packagedGrammar(), {}, writer, seen);
    const reader = createDigestReader(grammar, { ...output(there), pass: () => undefined });
    for (const reading of [local, remote]) reading.begin(chronology);
    for (let from = 0; from < bytes.length; from += 4096) {
      const chunk = bytes.subarray(from, from + 4096);
      local.push(chunk);
      remote.push(chunk);
      reader.read(structuredClone(writer.take()));
    }
    expect(remote.finish()).toEqual(local.finish());
    reader.read(structuredClone(writer.take()));
    const kinds = (told: readonly unknown[]) => told.filter((each) => typeof each === 'object' && each !== null && 'kind' in each);
    expect(kinds(there)).toEqual(kinds(here));
    expect(there).toHaveLength(here.length);
  });

  test('tells that time passes, of kinds that are not wanted', () => {
    const bytes = textOf('scenario-3-pin-timeout.log');
    const grammar = packagedGrammar();
    const { seen, chronology } = setUp(bytes);
    const writer = createDigestWriter((kind) => kind !== 'participant-joined-space');
    const reading = createReading('x.log', grammar, {}, writer, seen);
    reading.begin(chronology);
    reading.push(bytes);
    reading.finish();
    const passed: string[] = [];
    const told = { event: () => undefined, unread: () => undefined, unparsed: () => undefined };
    const pass = (kind: string, host: string | null, at: number | null) => passed.push(`${kind} ${host} ${at}`);
    createDigestReader(grammar, { ...told, pass }).read(writer.take());
    expect(passed).toEqual([
      'participant-joined-space null 1491227970579',
      'participant-joined-space null 1491227998164',
      'participant-joined-space null 1491228028345',
    ]);
  });
});

describe('a thread', () => {
  /** More than is looked at before zone and year are decided. */
  const noise = '2024-03-05  10:00:02.500  Info     SIP trace: connection 42: a line that nobody needs\n'.repeat(60_000);
  const long = Buffer.concat([mixed(), Buffer.from(noise), mixed()]);

  async function readElsewhere(bytes: Uint8Array, name: string): Promise<Analysis> {
    const pipeline = createPipeline({ now });
    const index = pipeline.add({ name, elsewhere: true });
    const thread = startThread({ grammar: [] });
    let from = 0;
    const next = (): Promise<Uint8Array | null> => {
      const chunk = bytes.slice(from, from + 100_000);
      from += chunk.length;
      return Promise.resolve(chunk.length === 0 ? null : chunk);
    };
    while (pipeline.wants() === index && !thread.isBusy()) {
      const handOver = pipeline.handOver(index);
      const rest = [...(handOver?.sample ?? [])];
      if (handOver === null) pipeline.push(index, (await next()) ?? new Uint8Array(0));
      else thread.begin(handOver, { kind: 'chunks', next: async () => rest.shift() ?? (await next()) });
    }
    for (;;) {
      const { digest, summary } = await thread.next();
      pipeline.pushDigest(index, digest);
      if (summary === null) continue;
      pipeline.end(index, summary);
      return pipeline.finish();
    }
  }

  test('reads a long log as it is read here', async () => {
    const there = await readElsewhere(long, 'x.log');
    const here = analyze([{ name: 'x.log', text: long }], { now });
    expect(there.inputs).toEqual(here.inputs);
    expect(there.spaces).toEqual(here.spaces);
    expect(there.unread).toEqual(here.unread);
    expect(there.findings).toEqual(here.findings);
  });

  test('that fails says why', async () => {
    const thread = startThread({ grammar: [{ name: 'own.grammar', text: 'nonsense' }] });
    await expect(thread.next()).rejects.toThrow(/own\.grammar/u);
  });
});
