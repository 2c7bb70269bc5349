/** What was not understood is listed: all kinds at a glance, near misses of known messages first, each with the numbers of its lines. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ran } from '../commands/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'cms-timeline-unparsed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = readFileSync(new URL('../../samples/scenario-3-pin-timeout.log', import.meta.url), 'utf8');
const head = '2017-04-03  13:59:10.000  Info     ';
const admitted = (leg: string): string => `${head}call ${leg} ceasing to be deactivated by an operator\n`;
const legs = ['3c1d5e7f-8a9b-4c0d-9e1f-2a3b4c5d6e7f', '4d2e6f80-9bac-4d1e-8f20-3b4c5d6e7f80'] as const;

async function unparsedOf(text: string): Promise<{ readonly list: readonly string[]; readonly err: string }> {
  const [log, list] = [join(folder, 'cms.log'), join(folder, 'list.txt')];
  writeFileSync(log, text);
  const { err } = await ran(['export', '-o', join(folder, 'out.json'), '--unparsed', list, log]);
  return { list: readFileSync(list, 'utf8').replaceAll(log, 'cms.log').split('\n'), err };
}

test('kinds at a glance, then each with its lines', async () => {
  const { list, err } = await unparsedOf(`words of somebody 1\nwords of somebody 2\n${legs.map(admitted).join('')}${sample}`);
  expect(err).toMatch(/2 records begin like a known message and are none, 2 lines belong to no record; listed in/u);
  expect(list).toEqual([
    '# 2 records that begin like a known message and are none',
    `2 × call ${legs[0]} ceasing to be deactivated by an operator`,
    '# 2 lines that belong to no record',
    '2 × words of somebody 1',
    '# 1 record that begins like no known message',
    '1 × sending prompt response (2) to BFCP message',
    '',
    `2 × call ${legs[0]} ceasing to be deactivated by an operator`,
    expect.stringMatching(/^ {4}read up to ".*to be deactivated ", expected the end of the message \(leg-activated\)$/u),
    '    cms.log:3',
    `    cms.log:4  call ${legs[1]} ceasing to be deactivated by an operator`,
    '',
    '2 × words of somebody 1',
    '    cms.log:1',
    '    cms.log:2  words of somebody 2',
    '',
    '1 × sending prompt response (2) to BFCP message',
    '    cms.log:7',
    '',
  ]);
});

test.each([
  ['of which no wording is known', `${head}nothing of note`],
  ['that is known to say nothing', `${head}call 7: becoming floor`],
])('prose behind a record %s is counted, as behind any other', async (_, record) => {
  const { list, err } = await unparsedOf(`${sample}${record}
Then somebody heard nothing.

and gave up.
`);
  expect(err).toMatch(/ 2 lines belong to no record/u);
  expect(list).toContain('1 × Then somebody heard nothing.');
  expect(list).toContain('1 × and gave up.');
});

test('redacted, the counts are the same, and no text is shown', async () => {
  const [log, list] = [join(folder, 'cms.log'), join(folder, 'redacted.txt')];
  writeFileSync(log, `words of somebody\n${legs.map(admitted).join('')}${sample}`);
  await ran(['export', '--redact', '-o', join(folder, 'out.json'), '--unparsed', list, log]);
  const text = readFileSync(list, 'utf8');
  expect(text).toMatch(/^# 2 records /u);
  expect(text).toMatch(/^# 1 line /mu);
  expect(text).not.toMatch(/somebody|operator/u);
});

test('a kind that is met once is listed, however often another was met before', async () => {
  const often = Array.from({ length: 12_000 }, (_, at) => `${head}participant "somebody ${at}" joined spaceship\n`).join('');
  const { list } = await unparsedOf(often + admitted(legs[0]) + sample);
  expect(list.slice(0, 4)).toEqual([
    '# 12001 records that begin like a known message and are none',
    '12000 × participant "somebody 0" joined spaceship',
    `1 × call ${legs[0]} ceasing to be deactivated by an operator`,
    '# 0 lines that belong to no record',
  ]);
  expect(list).toContain('    and 2000 more');
  expect(list).toContain('    cms.log:12001');
});

test('the lines of files that are found and are no logs are not listed, and the files are named when asked for', async () => {
  writeFileSync(join(folder, 'cms.log'), sample);
  writeFileSync(join(folder, 'notes.txt'), 'words\n'.repeat(9));
  const list = join(folder, 'list');
  const pattern = join(folder, '{cms.log,notes.txt}');
  const { err } = await ran(['export', '-o', join(folder, 'out.json'), '--unparsed', list, '--verbose', pattern]);
  expect(err).toContain('notes.txt holds no record of a CMS log');
  expect(readFileSync(list, 'utf8')).toMatch(/^# 0 records .*\n# 0 lines /u);
});

test('what stands behind a record is listed where it stands: remarks on its line, and lines that do not go on with it', async () => {
  const record = `${head}call ${legs[0]} ceasing to be deactivated`;
  const { list, err } = await unparsedOf(`${record}   <== the host came\n${sample}${record}\n\nAs you see, the host came.\nKind regards\n`);
  const last = sample.split('\n').length;
  expect(err).toMatch(/0 records begin .*, 3 lines belong to no record/u);
  expect(list).toContain('1 × <== the host came');
  expect(list).toContain('    cms.log:1');
  expect(list).toContain('1 × As you see, the host came.');
  expect(list).toContain(`    cms.log:${last + 3}`);
  expect(list).toContain(`    cms.log:${last + 4}`);
});

test('records of the Call Bridge that begin like no known message are listed behind all others', async () => {
  const strange = ['ann', 'bob'].map((name) => `${head}lobby: admitting "${name}@lab.example"\n`).join('');
  const other = 'Apr  3 13:59:11 daemon.info bridge1 streamer-sip[2209]: 201211.634 : INFO : call 13: using streamer worker 0\n';
  const { list } = await unparsedOf(strange + other + sample);
  expect(list.slice(0, 4)).toEqual([
    '# 0 records that begin like a known message and are none',
    '# 0 lines that belong to no record',
    expect.stringMatching(/^# \d+ records that begin like no known message$/u),
    '2 × lobby: admitting "ann@lab.example"',
  ]);
  expect(list).toContain('    cms.log:2  lobby: admitting "bob@lab.example"');
  expect(list.join()).not.toContain('streamer worker');
});
