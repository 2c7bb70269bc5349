import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ran } from './run.ts';

const sample = (name: string): string => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));
const pins = sample('scenario-3-pin-timeout.log');
const long = sample('long-meeting-with-several-hosts.log');

describe('explain', () => {
  it.each([
    ['error', 0],
    ['warning', 3],
    ['info', 3],
  ])('with --fail-on %s ends with %i for a log whose gravest finding is a warning', async (severity, expected) => {
    const { code, out } = await ran(['explain', '--fail-on', severity, long]);
    expect(code).toBe(expected);
    expect(out).toContain('guest-waited-long');
  });

  it('takes the user’s measure of a long wait', async () => {
    expect((await ran(['explain', '--waited-longer-than', '45s', pins])).out).toContain('guest-waited-long');
    expect((await ran(['explain', '--waited-longer-than', '2m', pins])).out).not.toContain('guest-waited-long');
  });

  it('writes Markdown with the file name of the picture', async () => {
    expect((await ran(['explain', '--format', 'markdown', '--picture', 'lobby 1.png', pins])).out).toMatch(
      /^!\[Timeline of the meeting\]\(<lobby 1\.png>\)\n/u,
    );
  });

  it.each([
    [['--at', 'noon'], /^cms-timeline: --at noon: no time; times are written as .*--help/u],
    [['--at', '2024-03-05'], /^cms-timeline: --at 2024-03-05: a time is needed beside the date/u],
    [['--show-zone', 'Mars/Olympus'], /^cms-timeline: --show-zone Mars\/Olympus: there is no zone of that name/u],
    [['--from', '10:00 pm'], /^cms-timeline: --from 10:00 pm: no time/u],
    [['--from', '2024-03-06', '--to', '2024-03-05'], /^cms-timeline: --from 2024-03-06 is later than --to 2024-03-05/u],
    [['--waited-longer-than', 'long'], /^cms-timeline: --waited-longer-than long: a length of time/u],
    [['--fail-on', 'fatal'], /'fatal' is invalid/u],
  ])('%j is wrong usage: one line, exit code 2, nothing read', async (args, sentence) => {
    const { code, out, err } = await ran(['explain', ...args, '/no/such/file']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('what is selected', () => {
  it('is the same for every command', async () => {
    for (const args of [['show'], ['explain'], ['export'], ['export', '--format', 'csv'], ['export', '--format', 'mermaid'], ['draw']]) {
      const { out } = await ran([...args, '--space', 'All*', '--participant', 'elif@*', long, pins]);
      expect(out).toContain('elif@corp.example');
      expect(out).not.toContain('Customer call');
    }
  });

  it('may be nothing: then it is said what there is', async () => {
    const { code, err } = await ran(['show', '--space', 'Bored', long, pins]);
    expect(code).toBe(0);
    expect(err).toBe('cms-timeline: nothing is left of "Customer call 12/b", "All hands" by --space, --participant, --from and --to.\n');
    expect((await ran(['show', '--quiet', '--space', 'Bored', long])).err).toBe('');
  });

  it('is shown in the zone that is asked for, in sentences of findings, too', async () => {
    const { out } = await ran(['explain', '--show-zone', 'Asia/Tokyo', '--from', '2017-04-03T22:59', pins]);
    expect(out).toContain('left at 2017-04-03 23:01:02.911');
    expect(out).toContain('23:01:02.911  Host petra.host@desk.example left');
  });
});

describe('export', () => {
  it.each([
    ['waiting.csv', /^space,spaceName,/u],
    ['waiting.ndjson', /^\{"space":/u],
    ['waiting.mmd', /^%%\{init/u],
    ['waiting.json', /^\{\n {2}"version": 1,/u],
  ])('to %s writes what the ending tells', async (name, content) => {
    const { mkdtemp, readFile, rm } = await import('node:fs/promises');
    const folder = await mkdtemp(join(tmpdir(), 'cms-timeline-test-'));
    try {
      await ran(['export', pins, '-o', `${folder}/${name}`]);
      expect(await readFile(`${folder}/${name}`, 'utf8')).toMatch(content);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('refuses a table of a format that has none', async () => {
    const { code, err } = await ran(['export', '--format', 'mermaid', '--table', 'events', pins]);
    expect(code).toBe(2);
    expect(err).toMatch(/--table events: only csv and ndjson have tables/u);
  });

  it('of events holds those of the selection', async () => {
    const { out } = await ran(['export', '--format', 'csv', '--table', 'events', '--evidence', 'none', '--participant', '211', pins]);
    const events = out
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[2]);
    expect(events).toContain('leg-activated');
    expect(out).not.toContain('210@desk.example');
  });
});
