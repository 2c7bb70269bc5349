/** Tar archives of any kind, whole or damaged: every member is read, or named with the reason. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBytes } from './read-all.ts';

const first = 'one\ntwo\nthree\n'.repeat(100);
const second = 'four\nfive\n';
const folder = mkdtempSync(join(tmpdir(), 'cms-timeline-tar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'a.log'), first);
writeFileSync(join(folder, 'b.log'), second);

const tar = (...args: readonly string[]): Buffer => execFileSync('tar', ['-C', folder, '-cf', '-', ...args]);
/** Only GNU's has all kinds. */
const isGnu = execFileSync('tar', ['--version']).includes('GNU');
const both = { '-!a.log': first, '-!b.log': second };

describe.skipIf(!isGnu)('members', () => {
  test.each(['v7', 'ustar', 'oldgnu', 'gnu', 'posix'])('of the kind %s', async (kind) => {
    const archive = tar(`--format=${kind}`, 'a.log', 'b.log');
    for (const size of [1, 700, 100_000]) expect(await readBytes(archive, {}, size)).toEqual({ texts: both, problems: [], passed: [] });
  });

  test.each(['gnu', 'posix'])('with names longer than 100 bytes, of the kind %s', async (kind) => {
    const deep = `${'d'.repeat(120)}/${'e'.repeat(120)}`;
    mkdirSync(join(folder, deep), { recursive: true });
    writeFileSync(join(folder, deep, 'c.log'), second);
    expect((await readBytes(tar(`--format=${kind}`, deep, 'a.log'))).texts).toEqual({ [`-!${deep}/c.log`]: second, '-!a.log': first });
  });

  test.each(['gnu', 'posix'])('sparse files of the kind %s are what is not empty of them', async (kind) => {
    const holes = join(folder, 'holes.log');
    for (let part = 0; part < 8; part += 1) {
      truncateSync(writtenAt(holes, part, second), (part + 1) * 65_536);
    }
    const { texts, problems } = await readBytes(tar('-S', `--format=${kind}`, 'holes.log', 'b.log'));
    expect({ texts, problems }).toEqual({ texts: { '-!holes.log': second.repeat(8), '-!b.log': second }, problems: [] });
  });

  test('behind others, as cat puts them', async () => {
    expect((await readBytes(Buffer.concat([tar('a.log'), tar('b.log')]))).texts).toEqual(both);
  });

  test('links are named', async () => {
    symlinkSync('/etc/hostname', join(folder, 'link'));
    expect(await readBytes(tar('link', 'b.log'))).toMatchObject({ texts: { '-!b.log': second }, passed: ['-!link is a link'] });
  });

  test.each(['../../up.log', join(folder, 'b.log')])('a name such as %s is a label', async (name) => {
    const { texts } = await readBytes(tar('-P', '--transform', 's,^b.log,../../up.log,', name.startsWith('/') ? name : 'b.log'));
    expect(texts).toEqual({ [`-!${name}`]: second });
  });
});

function writtenAt(file: string, part: number, text: string): string {
  writeFileSync(file, text, { flag: part === 0 ? 'w' : 'a' });
  return file;
}

describe('what is damaged is named, and the rest is read', () => {
  test('a header', async () => {
    const archive = Buffer.concat([tar('b.log').subarray(0, 1024), tar('a.log').subarray(0, 2560), tar('b.log')]);
    archive.fill('z', 1024 + 124, 1024 + 136);
    const { texts, problems } = await readBytes(archive);
    expect(texts).toEqual({ '-!b.log': second });
    expect(problems).toEqual(['- the archive is damaged after 1 member; the others were read']);
  });

  test('an archive that is cut off in a member', async () => {
    const { texts, problems } = await readBytes(tar('a.log').subarray(0, 1000));
    expect(texts).toEqual({ '-!a.log': first.slice(0, 488) });
    expect(problems).toEqual(['-!a.log the archive is cut off in it; what came before was read']);
  });

  test('more members than the limit', async () => {
    expect((await readBytes(tar('a.log', 'b.log'), { members: 1 })).problems).toEqual([
      '- has more than 1 members; --max-members raises the limit',
    ]);
  });
});
