/** What happens to the process: closed pipes, full disks, files that vanish, signals. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { logOf, newFolder, program, run, sample, shell } from './support.ts';

const folder = newFolder();
const long = join(folder, 'long.log');
writeFileSync(long, Array.from({ length: 4000 }, (_, at) => logOf(`guest${at}@lab.example`, `Room ${at % 50}`)).join(''));
afterAll(() => truncateSync(long, 0));

describe('a reader that has seen enough', () => {
  test.each(['show', 'draw', 'export', 'export --format csv', 'export --format ndjson', '--help'])('%s | head -1', (command) => {
    const { out, err } = shell(`set -o pipefail; $CMS ${command} ${long} | head -1 > /dev/null; echo "\${PIPESTATUS[0]}"`);
    expect({ out, err }).toEqual({ out: '0\n', err: '' });
  });
});

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  const sentence = /^cms-timeline: .* cannot be written: no space is left on the device\.\n$/u;
  test.each(['show', 'draw', 'export', 'export --format csv'])('%s > /dev/full', (command) => {
    const { code, err } = shell(`$CMS ${command} ${sample} > /dev/full`);
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
  });

  test('-o /dev/full, which stays a device', () => {
    const { code, err } = run(['export', '--format', 'csv', '-o', '/dev/full', sample]);
    expect(code).toBe(1);
    expect(err).toMatch(sentence);
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
  });
});

describe('an output file', () => {
  test('is whole or not there: nothing is left beside it when it cannot be written', () => {
    const place = join(folder, 'refused');
    mkdirSync(join(place, 'x.csv'), { recursive: true });
    expect(run(['export', '--format', 'csv', '-o', join(place, 'x.csv'), sample]).code).toBe(1);
    expect(run(['export', '-o', join(place, 'gone', 'x.json'), sample]).err).toMatch(/cannot be written: there is no such directory\.\n$/u);
    expect(readdirSync(place)).toEqual(['x.csv']);
  });

  test('is left as it was when the input cannot be read', () => {
    const file = join(folder, 'before.csv');
    writeFileSync(file, 'before');
    expect(run(['export', '--format', 'csv', '-o', file, join(folder, 'missing.log')]).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('keeps its permissions, and a link stays a link', () => {
    const [file, link] = [join(folder, 'private.csv'), join(folder, 'link.csv')];
    writeFileSync(file, 'before');
    chmodSync(file, 0o600);
    symlinkSync(file, link);
    expect(run(['export', '--format', 'csv', '-o', link, sample]).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^space,/u);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('SIGTERM leaves nothing half-written', async () => {
    const place = newFolder();
    const child = spawn(process.execPath, [program, 'export', '--format', 'csv', '-o', join(place, 'x.csv'), '-']);
    child.stdin.on('error', () => undefined);
    child.stdin.write(logOf('guest@lab.example'));
    // The log never ends; the file is begun as soon as the program reads.
    for (let tries = 0; tries < 500 && readdirSync(place).length === 0; tries += 1) await new Promise((go) => setTimeout(go, 20));
    expect(readdirSync(place)).toHaveLength(1);
    child.kill('SIGTERM');
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(code).toBe(143);
    expect(readdirSync(place)).toEqual([]);
  });
});

describe('an input', () => {
  test('that is a directory without logs, or may not be read, is named in a sentence', () => {
    const closed = join(folder, 'closed.log');
    writeFileSync(closed, logOf('guest@lab.example'));
    chmodSync(closed, 0);
    const { code, err } = run([closed, sample]);
    // Root may read everything.
    if (process.getuid?.() !== 0)
      expect({ code, err }).toMatchObject({ code: 1, err: expect.stringMatching(/closed\.log.*permission denied/u) });
    expect(err).not.toMatch(/\n\s+at /u);
  });

  test('that shrinks while it is read gives what was there', () => {
    const shrinking = join(folder, 'shrinking.log');
    writeFileSync(shrinking, readFileSync(long));
    const { code, err } = shell(
      `(sleep 0.05; : > ${shrinking}) & $CMS export --format csv ${shrinking} > /dev/null; code=$?; wait; exit $code`,
    );
    expect([0, 1]).toContain(code);
    expect(err).not.toMatch(/fault of cms-timeline|\n\s+at /u);
  });
});

describe('Ctrl-C', () => {
  const stopped = async (args: readonly string[], input: string): Promise<{ code: unknown; out: string; err: string }> => {
    const child = spawn(process.execPath, [program, ...args]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.stdin.write(input);
    // The input never ends. Nothing tells when the program waits for more of it.
    await new Promise((go) => setTimeout(go, 1500));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('close', resolve));
    return { code, out, err };
  };

  test('shows what came so far, however little it is', async () => {
    expect(await stopped(['show', '--view', 'list'], logOf('guest@lab.example'))).toMatchObject({
      code: 130,
      out: expect.stringContaining('Board'),
      err: '',
    });
  });

  test('ends a program to which nothing came, also one that waits for a named pipe', async () => {
    const sentence = 'cms-timeline: stopped before a record of a CMS log was read.\n';
    expect(await stopped(['show'], '')).toEqual({ code: 130, out: '', err: sentence });
    const pipe = join(newFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await stopped(['show', pipe], '')).toEqual({ code: 130, out: '', err: sentence });
  });
});

test('no HOME, no TERM, no PATH, no terminal', () => {
  const { code, out, err } = shell(`env -i $CMS ${sample} < /dev/null`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Customer call 12/b');
});
