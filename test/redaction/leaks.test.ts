/** No original of a log is in anything that is written of it with `--redact`, in any format. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { vocabulary } from '#model/index.ts';
import { analyze } from '../../src/analyze.ts';
import { ran } from '../commands/run.ts';
import { bigScript } from '../truth/big.ts';
import { play } from '../truth/world.ts';
import { textOf, write } from '../truth/write.ts';

const folder = mkdtempSync(join(tmpdir(), 'cms-timeline-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names in places where no wording has a field for them, and records that are none of ours. */
const gossip = `Line 1: dear Zenobia, here is what Quixotelabs sent
2024-03-05T09:00:00.000 user.info edge-quixote host:server: INFO : call 7: incoming SIP call from "sip:zenobia@quixotelabs.example;gr=ab12" to local URI "sip:wombatroom@10.77.66.55:5061"
2024-03-05T09:00:00.010 user.info edge-quixote host:server: INFO : call 7: configured - API call leg 6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11 with SIP call ID "77ff-quixote@10.77.66.54"
2024-03-05T09:00:01.000 user.info edge-quixote host:server: INFO : configuring call 6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11 to be deactivated
2024-03-05T09:00:01.000 local0.info edge-quixote host:server: INFO : participant "zenobia@quixotelabs.example" joined space 4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101 (Wombat "Zenobia's" room (10.77.66.55))
2024-03-05T09:00:01.001 user.info edge-quixote host:server: INFO : participant "zenobia@quixotelabs.example" (6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11) joined conference 91aa0c5d-3e7b-4f60-8d21-5b9f0e6a7c42 via SIP
2024-03-05T09:00:02.000 user.info edge-quixote host:server: INFO : call 8: allocated for guest4711@quixotelabs.example / "Dr. Zenobia Quixote" conference participation (Zenobrowser)
2024-03-05T09:00:02.500 local0.info edge-quixote host:server: INFO : 10.77.66.53: API user "zenadmin" modified space 4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101 (Wombat "Zenobia's" room (10.77.66.55))
2024-03-05T09:00:03.000 user.info edge-quixote host:server: INFO : call 7: nonsense about zenobia@quixotelabs.example from 10.77.66.55
2024-03-05T09:00:03.100 user.info edge-quixote host:server: INFO : SIP trace: connection 1: incoming SIP UDP data from 10.77.66.55: From: "Zenobia" <sip:zenobia@quixotelabs.example>
2024-03-05T09:00:04.000 user.info edge-quixote host:server: INFO : participant "zenobia@quixotelabs.example" wandered off to Quixotelabs
2024-03-05T09:00:09.000 user.info edge-quixote host:server: INFO : call 7: ending; local SIP teardown with reason 7 (Zenobia of Quixotelabs, +431555777) - connected for 0:09
2024-03-05T09:00:09.000 local0.info edge-quixote host:server: INFO : participant "zenobia@quixotelabs.example" left space 4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101 (Wombat "Zenobia's" room (10.77.66.55))
And that was all from Quixotelabs. Zenobia
`;

const world = play(
  bigScript({
    ...{ seed: 5, release: '3.8', start: Date.UTC(2024, 1, 29, 9), lastsMs: 600_000, quietMs: 60 },
    bridges: [
      { name: 'westwing', skewMs: 0, firstCall: 1 },
      { name: 'eastwing', skewMs: 700, firstCall: 900 },
    ],
    spaces: ['Büro (Süd)', 'Ops "war room"'],
    participants: 60,
  }),
);

const samples = new URL('../../samples/', import.meta.url);
const logs = new Map([
  ...readdirSync(samples)
    .filter((name) => /\.(?:log|txt)$/u.test(name))
    .map((name) => [name, readFileSync(new URL(name, samples), 'utf8')] as const),
  ['zenobias-gossip.log', gossip],
  ['world.log', textOf(write(world, { framing: 'F4', zone: 'UTC' }))],
]);

/** Words of ours, and words by which roles are known: an original that is one of them tells nothing. */
const ours = new Set(
  (
    'host hosts guest call space room board meeting conference sip example com org web client chrome firefox review team one two new off and ' +
    'the user join left reason log cms from with media all long internal pin number nobody scenario edge'
  ).split(' '),
);

/** Every identity of a log, whole and in pieces: what the events name, and what looks like an identity anywhere. */
function originalsOf(name: string, text: string): ReadonlySet<string> {
  const { events = [], inputs } = analyze([{ name, text }], { keepEvents: true, now: Date.UTC(2026, 10, 24) });
  const whole = new Set<string>([name, ...inputs.flatMap(({ hosts }) => hosts)]);
  const notNames = new Set(['reason', 'outcome', 'via', 'state', 'action', 'running', 'client']);
  for (const event of events) {
    for (const [field, type] of Object.entries(vocabulary[event.kind])) {
      const value: unknown = Object.entries(event).find(([key]) => key === field)?.[1];
      if (typeof value === 'string' && !notNames.has(field) && type !== 'int') whole.add(value);
    }
  }
  for (const [found] of text.matchAll(/[\w.+-]+@[\w.-]+|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{8}-[0-9a-f-]{27}\b/giu)) whole.add(found);
  if (name.startsWith('zenobia'))
    for (const word of ['Zenobia', 'Quixote', 'Wombat', 'zenadmin', 'Zenobrowser', '4711', '431555777', 'ab12', '77ff']) whole.add(word);
  const pieces = [...whole].flatMap((value) => [value, ...value.split(/[^\p{L}\p{N}]+/u)]).map((piece) => piece.toLowerCase());
  return new Set(pieces.filter((piece) => piece.length > 2 && !ours.has(piece) && !/^\d{1,4}$/u.test(piece)));
}

function leaks(output: string, originals: ReadonlySet<string>): readonly string[] {
  const text = output.toLowerCase();
  // Longer ones anywhere, shorter ones as words: `ann` is in `channel`.
  return [...originals].filter((original) => {
    if (!text.includes(original)) return false;
    return (
      original.length > 7 ||
      new RegExp(`(?<![\\p{L}\\p{N}])${original.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(text)
    );
  });
}

const outputs: readonly (readonly string[])[] = [
  ['redact'],
  ['show', '--redact'],
  ['show', '--view', 'list', '--redact'],
  ['show', '--view', 'events', '--redact'],
  ['explain', '--redact'],
  ['explain', '--format', 'markdown', '--redact'],
  ['explain', '--format', 'jira', '--redact'],
  ['explain', '--format', 'json', '--redact'],
  ['export', '--redact'],
  ...(['csv', 'ndjson'] as const).flatMap((format) =>
    ['events', 'intervals', 'participants'].map((table) => ['export', '--format', format, '--table', table, '--redact']),
  ),
  ['export', '--format', 'mermaid', '--redact'],
  ['export', '--format', 'perfetto', '--redact'],
  ['draw', '--redact'],
  ['draw', '--format', 'html', '--redact'],
];

describe.each([...logs])('of %s', (name, text) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  const originals = originalsOf(name, text);

  it('there are originals to look for', () => {
    expect(originals.size).toBeGreaterThan(10);
    expect(leaks(text, originals).length).toBeGreaterThan(10);
  });

  it.each(outputs.map((args) => [args.join(' '), args] as const))('%s holds none', async (_, args) => {
    const { code, out } = await ran([...args, '--quiet', file]);
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(50);
    expect(leaks(out, originals)).toEqual([]);
  });

  it('neither does the list of what was not understood', async () => {
    await ran(['show', '--redact', '--quiet', '--unparsed', join(folder, 'unparsed.txt'), file]);
    expect(leaks(readFileSync(join(folder, 'unparsed.txt'), 'utf8'), originals)).toEqual([]);
  });
});

describe('the map of pseudonyms', () => {
  const file = join(folder, 'zenobias-gossip.log');
  const map = join(folder, 'map.json');

  it('is written when it is asked for, for its owner to read, also where a file was', async () => {
    writeFileSync(map, 'old', { mode: 0o644 });
    const { out } = await ran(['show', '--redact-map', map, file]);
    expect(out).toContain('person-1@domain-1.example');
    expect(statSync(map).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(map, 'utf8'))).toMatchObject({
      'person-1@domain-1.example': 'zenobia@quixotelabs.example',
      'call-bridge-1': 'edge-quixote',
    });
  });
});

describe('selection by those who know the names', () => {
  const file = join(folder, 'zenobias-gossip.log');

  it.each([
    [['--participant', 'zenobia'], true],
    [['--participant', 'nobody'], false],
    [['--space', 'wombat*'], true],
    [['--space', '4f1d2c3b'], true],
    [['--space', 'other'], false],
  ])('%j finds under pseudonyms whom it means: %s', async (args, found) => {
    const { out } = await ran(['export', '--redact', '--quiet', ...args, file]);
    expect(JSON.parse(out).spaces).toHaveLength(found ? 1 : 0);
  });

  it('expects hosts by their names', async () => {
    const { out } = await ran(['export', '--redact', '--quiet', '--expect-host', 'zenobia@*', file]);
    expect(JSON.parse(out).findings.map(({ code }: { readonly code: string }) => code)).toContain('expected-host-deactivated');
  });
});
