/** One log in every wrapping is the same, and what cannot be read is named. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputLimits } from '#input/index.ts';
import { type Read, readAll } from './read-all.ts';

const log = readFileSync(fileURLToPath(new URL('../../samples/scenario-3-pin-timeout.log', import.meta.url)));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cms-timeline-input-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readNames = (names: readonly string[], limits: Partial<InputLimits> = {}): Promise<Read> => readAll(names, { limits, folder });

function put(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

/** By the programs of the system; null where one is missing. */
function packed(program: string, input: Uint8Array = log): Uint8Array | null {
  const path = ['/usr/bin', '/bin', '/usr/local/bin'].map((bin) => join(bin, program)).find(existsSync);
  return path === undefined ? null : execFileSync(path, ['-c'], { input });
}

function twice(program: string): Uint8Array | null {
  const [first, second] = [packed(program, log.subarray(0, 100)), packed(program, log.subarray(100))];
  return first === null || second === null ? null : Buffer.concat([first, second]);
}

function tar(names: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const inner = mkdtempSync(join(folder, 'tar-'));
  for (const [name, bytes] of Object.entries(names)) writeFileSync(join(inner, name), bytes);
  return execFileSync('tar', ['-C', inner, '-cf', '-', ...Object.keys(names)]);
}

const whole = log.toString('utf8');

describe('a log is unwrapped, whatever its name', () => {
  const utf16 = Buffer.from(whole, 'utf16le');
  const cases: readonly (readonly [string, Uint8Array | null])[] = [
    ['gzip', gzipSync(log)],
    ['gzip of two members', Buffer.concat([gzipSync(log.subarray(0, 100)), gzipSync(log.subarray(100))])],
    ['gzip in gzip', gzipSync(gzipSync(log))],
    ['bzip2', packed('bzip2')],
    ['xz', packed('xz')],
    ['bzip2 of two streams', twice('bzip2')],
    ['xz of two streams', twice('xz')],
    ['gzip filled up with zeros', Buffer.concat([gzipSync(log), new Uint8Array(500)])],
    ['zstd', zstdCompressSync(log)],
    ['zstd of two frames', Buffer.concat([zstdCompressSync(log.subarray(0, 100)), zstdCompressSync(log.subarray(100))])],
    ['zstd behind a frame to be skipped', Buffer.concat([Buffer.from('5f2a4d1803000000616263', 'hex'), zstdCompressSync(log)])],
    ['UTF-16 LE', utf16],
    ['UTF-16 LE with BOM', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16 BE', Buffer.from(utf16).swap16()],
    ['UTF-16 BE with BOM, gzipped', gzipSync(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]))],
  ];
  test.each(cases.filter(([, bytes]) => bytes !== null))('%s', async (name, bytes) => {
    const { texts, problems } = await readNames([put(`${name}.dat`, bytes ?? '')]);
    expect(problems).toEqual([]);
    expect(Object.values(texts).map((text) => text.replace(/^\ufeff/, ''))).toEqual([whole]);
  });

  test.each([
    ['tar', (members: Readonly<Record<string, Uint8Array>>) => tar(members)],
    ['tar.gz', (members: Readonly<Record<string, Uint8Array>>) => gzipSync(tar(members))],
    ['zip', (members: Readonly<Record<string, Uint8Array>>) => zipSync({ ...members })],
  ])('%s, with archives in it', async (kind, pack) => {
    const inner = pack({ 'c.log': log });
    const path = put(`bundle-${kind}`, pack({ 'a.log': log, 'b.1.gz': gzipSync(log), 'inner.x': inner, 'core.bin': new Uint8Array(5000) }));
    const { texts, problems, passed } = await readNames([path]);
    expect(problems).toEqual([]);
    expect(texts).toEqual({
      [`bundle-${kind}!a.log`]: whole,
      [`bundle-${kind}!b.1.gz`]: whole,
      [`bundle-${kind}!inner.x!c.log`]: whole,
    });
    expect(passed).toEqual([`bundle-${kind}!core.bin is no text`]);
  });
});

describe('names', () => {
  test('directories are walked, patterns matched, in the order of names', async () => {
    for (const name of ['tree/b.log', 'tree/a/x.log', 'tree/a/deep/y.log', 'tree/a/z.txt']) put(name, log);
    const names = async (given: string): Promise<readonly string[]> => Object.keys((await readNames([join(folder, given)])).texts);
    expect(await names('tree')).toEqual(['tree/a/deep/y.log', 'tree/a/x.log', 'tree/a/z.txt', 'tree/b.log']);
    expect(await names('tree/*.log')).toEqual(['tree/b.log']);
    expect((await names('tree/**/*.log')).toSorted()).toEqual(['tree/a/deep/y.log', 'tree/a/x.log', 'tree/b.log']);
    expect(await names('tree/a/?.log')).toEqual(['tree/a/x.log']);
  });

  test('what is missing is a problem of its own; the others are read', async () => {
    const { texts, problems } = await readNames([join(folder, 'nowhere.log'), put('there.log', log), join(folder, '*.nothing')]);
    expect(Object.keys(texts)).toEqual(['there.log']);
    expect(problems).toEqual(['nowhere.log no such file or directory', '*.nothing no file matches it']);
  });

  test.each([
    ['[ab].log', ['a.log', 'b.log']],
    ['[!a-b].log', ['c.log']],
    ['{a,c}.log', ['a.log', 'c.log']],
    ['{a,b}.{log,txt}', ['a.log', 'b.log', 'b.txt']],
  ])('%s is matched as shells match it', async (pattern, names) => {
    for (const name of ['a.log', 'b.log', 'c.log', 'b.txt']) put(`signs/${name}`, log);
    expect(Object.keys((await readNames([join(folder, 'signs', pattern)])).texts)).toEqual(names.map((name) => `signs/${name}`));
  });

  test('links, pipes and what is no text are passed over in directories and by patterns, and named', async () => {
    for (const name of ['mixed/a.log', 'mixed/deep/b.log']) put(name, log);
    put(
      'mixed/core',
      Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) >> 3),
    );
    symlinkSync('..', join(folder, 'mixed/deep/up'));
    execFileSync('mkfifo', [join(folder, 'mixed/fifo')]);
    const skipped = [
      'mixed/core is no text',
      'mixed/deep/up is a link, and links in directories are not followed',
      'mixed/fifo is no file',
    ];
    const walked = await readNames([join(folder, 'mixed')]);
    expect(walked).toMatchObject({ problems: [], passed: skipped });
    expect(Object.keys(walked.texts)).toEqual(['mixed/a.log', 'mixed/deep/b.log']);
    expect((await readNames([join(folder, 'mixed/*')])).passed).toEqual(skipped);
  });

  test('a name with signs of patterns is a file first', async () => {
    expect(Object.keys((await readNames([put('odd[1]?.log', log)])).texts)).toEqual(['odd[1]?.log']);
  });

  test('- is standard input, in chunks of any size, and compressed', async () => {
    async function* dripping(): AsyncGenerator<Uint8Array> {
      const bytes = gzipSync(log);
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    }
    expect((await readAll(['-'], { input: dripping() })).texts).toEqual({ '-': whole });
  });
});

describe('damage and limits are told in a sentence, and what came before is read', () => {
  test('a gzip cut off', async () => {
    const big = Buffer.concat(Array.from({ length: 200 }, () => log));
    const bytes = gzipSync(big, { level: 0 });
    const { texts, problems } = await readNames([put('cut.gz', bytes.subarray(0, bytes.length / 2))]);
    expect(texts['cut.gz']?.length).toBeGreaterThan(whole.length);
    expect(problems.join()).toMatch(/cut\.gz its gzip data are damaged or cut off/u);
  });

  test('a gzip with a damaged place gives what stands before it', async () => {
    const big = Buffer.concat(Array.from({ length: 200 }, () => log));
    const bytes = Buffer.from(gzipSync(big, { level: 1 }));
    bytes.fill(0xff, bytes.length - 400, bytes.length - 300);
    const { texts, problems } = await readNames([put('spot.gz', bytes)]);
    expect(big.toString().startsWith(texts['spot.gz']?.slice(0, big.length * 0.9) ?? '?')).toBe(true);
    expect(texts['spot.gz']?.length).toBeGreaterThan(big.length * 0.9);
    expect(problems.join()).toMatch(/spot\.gz its gzip data are damaged/u);
  });

  test('what follows a gzip and is none is told', async () => {
    const { texts, problems } = await readNames([put('more.gz', Buffer.concat([gzipSync(log), Buffer.from('more')]))]);
    expect(texts).toEqual({ 'more.gz': whole });
    expect(problems).toHaveLength(1);
  });

  test('bytes, depth and members', async () => {
    const nested = gzipSync(gzipSync(gzipSync(log)));
    expect((await readNames([put('deep.gz', nested)], { depth: 2 })).problems.join()).toMatch(/more than 2 deep.*--max-depth/u);
    expect((await readNames([put('long.gz', gzipSync(log))], { bytes: 100 })).problems.join()).toMatch(/--max-bytes/u);
    const many = zipSync(Object.fromEntries(Array.from({ length: 9 }, (_, place) => [`${place}.log`, log])));
    expect((await readNames([put('many.zip', many)], { members: 4 })).problems.join()).toMatch(/--max-members/u);
  });

  test.skipIf(packed('bzip2') === null)('bzip2 that grows without end is stopped while it grows', async () => {
    const block = packed('bzip2', Buffer.alloc(40 * 2 ** 20, 0x61)) ?? new Uint8Array(0);
    const bomb = Buffer.concat(Array.from({ length: 50 }, () => block));
    const before = process.memoryUsage().arrayBuffers;
    expect((await readNames([put('bomb.bz2', bomb)])).problems.join()).toMatch(/more than 1000 times its size/u);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(400 * 2 ** 20);
  });

  test('a bomb costs no more than its limit', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20, 0x61));
    expect(gunzipSync(bomb).length).toBe(100 * 2 ** 20);
    expect((await readNames([put('bomb.gz', bomb)], { ratio: 50 })).problems.join()).toMatch(/more than 50 times its size/u);
  });
});
