/** What a thread reads of a file by itself is what is read of it here, damage of encoding included. */
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSources, reasonOf, textOfFile } from '#input/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'cms-timeline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const line = 'May  4 10:00:07.120 user.info bridge1 host:server:  INFO : call 7: SIP call ringing\n';
const texts: readonly (readonly [string, Buffer])[] = [
  ['plain', Buffer.from(line.repeat(9000))],
  ['going on in UTF-16', Buffer.concat([Buffer.from(line.repeat(9000)), Buffer.from(`\ufeff${line}`.repeat(3), 'utf16le')])],
  ['with a hole', Buffer.concat([Buffer.from(line), Buffer.alloc(600_000), Buffer.from(line)])],
  ['in Windows-1252', Buffer.from(line.replace('bridge1', 'br\u00fccke').repeat(9000), 'latin1')],
];

async function all(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
  return Buffer.concat(parts).toString('latin1');
}

describe('a file', () => {
  test.each(texts)('%s', async (name, bytes) => {
    const path = join(folder, `${name}.log`);
    writeFileSync(path, bytes);
    for await (const source of openSources([path], { standardInput: (async function* () {})() })) {
      if (source.kind !== 'source') throw new Error('no source');
      const file = source.file ?? expect.fail('a file on a disk has a number');
      expect(file.keep()).toBe(true);
      const here = await all(source.open());
      const there = await all(textOfFile(file.number));
      expect(there).toBe(here);
      await file.close();
      expect(there.length).toBeGreaterThan(line.length);
    }
  });

  test('that is short is closed when its kind was looked at', async () => {
    const path = join(folder, 'short.log');
    writeFileSync(path, line);
    for await (const source of openSources([path], { standardInput: (async function* () {})() })) {
      if (source.kind !== 'source') throw new Error('no source');
      expect(source.file?.keep()).toBe(false);
      expect(await all(source.open())).toBe(line);
    }
  });

  test('that is compressed has to be unpacked by whoever opened it', async () => {
    const { gzipSync } = await import('node:zlib');
    const path = join(folder, 'packed.log.gz');
    writeFileSync(path, gzipSync(line));
    for await (const source of openSources([path], { standardInput: (async function* () {})() })) {
      expect(source.kind === 'source' && source.file).toBe(null);
    }
  });

  test('that cannot be read any more is a fault with a reason', async () => {
    const path = join(folder, 'closed.log');
    writeFileSync(path, line);
    const file = openSync(path, 'r');
    closeSync(file);
    const fault = await all(textOfFile(file)).catch(reasonOf);
    expect(fault).toMatch(/EBADF|bad file/u);
  });
});
