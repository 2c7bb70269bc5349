/** Where the lines of inputs are, also of such as have grown since they were read. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Source } from '#input/index.ts';
import { createLineStore, type LineStore } from '../../src/commands/inspect/line-store.ts';
import { createSpool, type Spool } from '../../src/commands/inspect/spool.ts';

const folder = mkdtempSync(join(tmpdir(), 'spool-'));
const stores: LineStore[] = [];

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function read(spool: Spool, name: string, text: string): Promise<void> {
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  };
  const source: Source = { kind: 'source', name, size: null, modified: null, named: true, passing: false, file: null, open };
  for await (const _ of spool.observe(source));
}

function storeOf(spool: Spool): LineStore {
  const store = createLineStore('absent');
  stores.push(store);
  for (const news of spool.news()) store.learn(news);
  return store;
}

describe('lines', () => {
  it.each([
    ['with a name that no file can have', 'a.zip!x\u0000y'],
    ['with a name that is too long for a file', `a.zip!${'x'.repeat(5000)}`],
  ])('of a member of an archive %s are kept', async (_, name) => {
    const spool = createSpool(() => undefined);
    await read(spool, name, 'one\ntwo\n');
    expect(storeOf(spool).lines({ input: name, first: 1, count: 9 })).toMatchObject({ lines: ['one', 'two'], total: 2 });
  });

  it('that have come since are there, and those of another file are not', async () => {
    const name = join(mkdtempSync(`${folder}-`), 'a.log');
    const first = `${Array.from({ length: 300 }, (_, index) => `line ${index + 1}`).join('\n')}\nha`;
    writeFileSync(name, first);
    const spool = createSpool(() => undefined);
    await read(spool, name, first);
    const store = storeOf(spool);
    expect(store.lines({ input: name, first: 300, count: 9 })).toMatchObject({ lines: ['line 300', 'ha'], total: 301 });
    appendFileSync(name, `lf\n${'more\n'.repeat(200)}`);
    spool.lookAgain();
    for (const news of spool.news()) store.learn(news);
    expect(store.lines({ input: name, first: 301, count: 2 })).toMatchObject({ lines: ['half', 'more'], total: 501 });
    expect(store.lines({ input: name, first: 501, count: 2 })).toMatchObject({ lines: ['more'] });
    writeFileSync(name, 'short\n');
    spool.lookAgain();
    for (const news of spool.news()) store.learn(news);
    expect(store.lines({ input: name, first: 1, count: 2 })).toMatchObject({ lines: [], missing: expect.stringContaining('not the one') });
    rmSync(join(name, '..'), { recursive: true });
  });
});
