/** The built command line as a user meets it: arguments in, streams and exit code out. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const sample = at('samples/scenario-3-pin-timeout.log');
let folder = '';

beforeAll(() => {
  expect(existsSync(at('dist/bin.js')), 'npm run build comes first').toBe(true);
  folder = mkdtempSync(join(tmpdir(), 'cms-timeline-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], input: string | Uint8Array = '', env: Readonly<Record<string, string>> = {}): Ran {
  const { PATH = '', HOME = '' } = process.env;
  const ran = spawnSync(process.execPath, [at('dist/bin.js'), ...args], {
    input,
    encoding: 'utf8',
    env: { PATH, HOME, ...env },
    cwd: folder,
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

describe('bad input gets a sentence and exit code 1', () => {
  const cases: readonly (readonly [string, string | Uint8Array | null, RegExp])[] = [
    ['a missing file', null, /^cms-timeline: .*missing\.log.*no such file/u],
    ['an empty file', '', /^cms-timeline: .*is empty; expected syslog or an event log of a Cisco Meeting Server/u],
    ['a text without a record', 'Dear all,\nnothing here.\n', /^cms-timeline: .*holds no record of a CMS log/u],
    ['a binary', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256), /^cms-timeline: .*CMS log/u],
    ['half a record', '2024-03-05  10:00:', /^cms-timeline: .*CMS log/u],
  ];
  test.each(cases)('%s', (_, content, sentence) => {
    const file = join(folder, content === null ? 'missing.log' : 'given.log');
    if (content !== null) writeFileSync(file, content);
    const { code, out, err } = run([file]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/\n\s+at /u);
  });

  test('nothing on standard input', () => {
    expect(run([])).toMatchObject({ code: 1, err: expect.stringMatching(/^cms-timeline: standard input is empty/u) });
  });

  test('one bad input among several: the others are still done', () => {
    const { code, out, err } = run([sample, join(folder, 'missing.log')]);
    expect(code).toBe(1);
    expect(out).toContain('Customer call 12/b');
    expect(err).toContain('missing.log');
  });
});

describe('wrong usage gets one line, how to get help, and exit code 2', () => {
  test.each([
    [['--nonsense'], /unknown option '--nonsense'/u],
    [['export', '--format', 'nonsense', sample], /'nonsense' is invalid/u],
    [['draw', sample, '-o', 'picture.gif'], /picture\.gif/u],
    [['show', '--year', 'soon', sample], /--year soon/u],
  ])('%j', (args, sentence) => {
    const { code, out, err } = run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).toMatch(/--help/u);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('show', () => {
  test('is what happens without a command, also for standard input', () => {
    const piped = run([], readFileSync(sample));
    expect(piped).toMatchObject({ code: 0, err: '' });
    expect(piped.out).toBe(run(['show', sample]).out);
    expect(piped.out).toContain('petra.host@desk.example');
  });

  test.each([60, 80, 140])('keeps to %i columns, without colour in a pipe', (columns) => {
    const { out } = run(['show', sample], '', { COLUMNS: String(columns) });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    expect(out).not.toContain('\u001b');
  });

  test('is coloured when that is asked for, and never when NO_COLOR is set', () => {
    expect(run(['show', sample], '', { FORCE_COLOR: '1' }).out).toContain('\u001b[');
    expect(run(['show', sample], '', { FORCE_COLOR: '1', NO_COLOR: '1' }).out).not.toContain('\u001b');
  });
});

describe('draw and export', () => {
  test('draw writes the same SVG to standard output and to a file', () => {
    const file = join(folder, 'picture.svg');
    expect(run(['draw', sample, '-o', file])).toMatchObject({ code: 0, out: '', err: '' });
    const drawn = readFileSync(file, 'utf8');
    expect(drawn).toBe(run(['draw', sample]).out);
    expect(drawn).toMatch(/^(?:<\?xml[^>]*>\s*)?<svg /u);
    expect(drawn).not.toMatch(/<script|href="http/u);
  });

  test('export gives JSON of the agreed shape', () => {
    const { code, out } = run(['export', sample]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: 1, spaces: [{ name: 'Customer call 12/b' }] });
  });

  test('evidence can be reduced to lines or left out', () => {
    expect(run(['export', '--evidence', 'lines', sample]).out).not.toContain('configuring call');
    expect(run(['export', '--evidence', 'none', sample]).out).not.toContain('"line"');
  });
});

describe('a grammar of the user', () => {
  const log = '2024-03-05  10:00:00.000  Info     leg 6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11 now sits in the lobby\n';

  test('teaches a new wording', () => {
    const file = join(folder, 'mine.grammar');
    writeFileSync(
      file,
      'event leg-deactivated\n  leg {leg:guid} now sits in the lobby\n  > leg 6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11 now sits in the lobby\n',
    );
    const { code, out } = run(['export', '--grammar', file], log);
    expect(code).toBe(0);
    expect(JSON.parse(out).inputs[0].events).toBe(1);
  });

  test('that is wrong is shown with file, line, column and reason', () => {
    const file = join(folder, 'wrong.grammar');
    writeFileSync(
      file,
      'event leg-deactivated\n  leg {lag:guid} now sits in the lobby\n  > leg 6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11 now sits in the lobby\n',
    );
    const { code, err } = run(['export', '--grammar', file], log);
    expect(code).toBe(1);
    expect(err).toMatch(/wrong\.grammar:2:\d+/u);
    expect(err).toContain('lag');
  });
});

test('--version and --help', () => {
  expect(run(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  for (const command of ['show', 'draw', 'export']) {
    const { code, out } = run([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain('Examples:');
  }
});
