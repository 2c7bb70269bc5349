/** One log in every wrapping tells the same: the sources of issue 3, opened and read by the pipeline. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InputLimits, inputLimits, openSources } from '#input/index.ts';

const log = readFileSync(fileURLToPath(new URL('../../samples/scenario-3-pin-timeout.log', import.meta.url)));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cms-timeline-input-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Read {
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
  readonly passed: readonly string[];
}

async function readAll(
  names: readonly string[],
  limits: InputLimits = inputLimits,
  stdin: AsyncIterable<Uint8Array> = none(),
): Promise<Read> {
  const texts: Record<string, string> = {};
  const problems: string[] = [];
  const passed: string[] = [];
  const label = (name: string): string => name.replace(`${folder}/`, '');
  for await (const opened of openSources(names, { standardInput: stdin, limits })) {
    if (opened.kind === 'problem') problems.push(`${label(opened.name)} ${opened.message}`);
    else if (opened.kind === 'passed') passed.push(label(opened.name));
    else {
      const chunks: Uint8Array[] = [];
      try {
        for await (const chunk of opened.open()) chunks.push(chunk);
      } catch (error) {
        problems.push(`${label(opened.name)} ${error instanceof Error ? error.message : ''}`);
      }
      texts[label(opened.name)] = Buffer.concat(chunks).toString('utf8');
    }
  }
  return { texts, problems, passed };
}

async function* none(): AsyncGenerator<Uint8Array> {}

function put(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

/** By the programs of the system; null where one is missing. */
function packed(program: string): Uint8Array | null {
  const path = ['/usr/bin', '/bin', '/usr/local/bin'].map((bin) => join(bin, program)).find(existsSync);
  return path === undefined ? null : execFileSync(path, ['-c'], { input: log });
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
    ['zstd', zstdCompressSync(log)],
    ['UTF-16 LE', utf16],
    ['UTF-16 LE with BOM', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16 BE', Buffer.from(utf16).swap16()],
    ['UTF-16 BE with BOM, gzipped', gzipSync(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]))],
  ];
  test.each(cases.filter(([, bytes]) => bytes !== null))('%s', async (name, bytes) => {
    const { texts, problems } = await readAll([put(`${name}.dat`, bytes ?? '')]);
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
    const { texts, problems, passed } = await readAll([path]);
    expect(problems).toEqual([]);
    expect(texts).toEqual({
      [`bundle-${kind}!a.log`]: whole,
      [`bundle-${kind}!b.1.gz`]: whole,
      [`bundle-${kind}!inner.x!c.log`]: whole,
    });
    expect(passed).toEqual([`bundle-${kind}!core.bin`]);
  });
});

describe('names', () => {
  test('directories are walked, patterns matched, in the order of names', async () => {
    for (const name of ['tree/b.log', 'tree/a/x.log', 'tree/a/deep/y.log', 'tree/a/z.txt']) put(name, log);
    const names = async (given: string): Promise<readonly string[]> => Object.keys((await readAll([join(folder, given)])).texts);
    expect(await names('tree')).toEqual(['tree/a/deep/y.log', 'tree/a/x.log', 'tree/a/z.txt', 'tree/b.log']);
    expect(await names('tree/*.log')).toEqual(['tree/b.log']);
    expect((await names('tree/**/*.log')).toSorted()).toEqual(['tree/a/deep/y.log', 'tree/a/x.log', 'tree/b.log']);
    expect(await names('tree/a/?.log')).toEqual(['tree/a/x.log']);
  });

  test('what is missing is a problem of its own; the others are read', async () => {
    const { texts, problems } = await readAll([join(folder, 'nowhere.log'), put('there.log', log), join(folder, '*.nothing')]);
    expect(Object.keys(texts)).toEqual(['there.log']);
    expect(problems).toEqual(['nowhere.log no such file or directory', '*.nothing there is no file in it']);
  });

  test('a name with signs of patterns is a file first', async () => {
    expect(Object.keys((await readAll([put('odd[1]?.log', log)])).texts)).toEqual(['odd[1]?.log']);
  });

  test('- is standard input, in chunks of any size, and compressed', async () => {
    async function* dripping(): AsyncGenerator<Uint8Array> {
      const bytes = gzipSync(log);
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    }
    expect((await readAll(['-'], inputLimits, dripping())).texts).toEqual({ '-': whole });
  });
});

describe('damage and limits are told in a sentence, and what came before is read', () => {
  test('a gzip cut off', async () => {
    const big = Buffer.concat(Array.from({ length: 200 }, () => log));
    const bytes = gzipSync(big, { level: 0 });
    const { texts, problems } = await readAll([put('cut.gz', bytes.subarray(0, bytes.length / 2))]);
    expect(texts['cut.gz']?.length).toBeGreaterThan(whole.length);
    expect(problems.join()).toMatch(/cut\.gz its gzip data are damaged or cut off/u);
  });

  test('bytes, depth and members', async () => {
    const nested = gzipSync(gzipSync(gzipSync(log)));
    expect((await readAll([put('deep.gz', nested)], { ...inputLimits, depth: 2 })).problems.join()).toMatch(/2 deep and more/u);
    expect((await readAll([put('long.gz', gzipSync(log))], { ...inputLimits, bytes: 100 })).problems.join()).toMatch(/--max-bytes/u);
    const many = zipSync(Object.fromEntries(Array.from({ length: 9 }, (_, place) => [`${place}.log`, log])));
    expect((await readAll([put('many.zip', many)], { ...inputLimits, members: 4 })).problems.join()).toMatch(/--max-members/u);
  });

  test('a bomb costs no more than its limit', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20, 0x61));
    expect(gunzipSync(bomb).length).toBe(100 * 2 ** 20);
    expect((await readAll([put('bomb.gz', bomb)], { ...inputLimits, ratio: 50 })).problems.join()).toMatch(/more than 50 times its size/u);
  });
});
