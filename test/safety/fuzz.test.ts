/**
 * Every door, fed with mutations of what belongs there: nothing is thrown, and every output is taken by a reader that is not ours.
 * A fixed number of runs of a fixed seed; others with `FUZZ_RUNS=10000 FUZZ_SEED=7 npx vitest run test/safety/fuzz.test.ts`, and as many as
 * anybody likes, to every door of the program, with `npm run fuzz -- --runs 10000000` (`fuzz/`).
 * What was found lies in `test/corpus/`, and is read again here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnalysis, checkOutputs, readArchive, readGrammar, readLog } from './entries.ts';
import { mutated, mutatedBytes } from './mutations.ts';
import { logOf } from './support.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 150);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_124);
const patience = Math.max(120_000, runs * 400);

const folder = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const filesIn = (path: string): readonly string[] =>
  readdirSync(folder(path))
    .filter((name) => /\.(?:log|txt|grammar)$/u.test(name))
    .map((name) => join(folder(path), name));
const logs = [
  ...filesIn('samples')
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => text.length < 30_000),
  logOf('a@lab.example'),
];
const grammars = filesIn('grammars').map((file) => readFileSync(file, 'utf8'));

test(
  'logs',
  () => {
    fc.assert(
      fc.property(mutated(logs), (text) => {
        const analysis = readLog(text);
        checkAnalysis(analysis);
        checkOutputs(analysis);
      }),
      { numRuns: runs, seed },
    );
  },
  patience,
);

test(
  'logs as bytes',
  () => {
    const seeds = logs.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]);
    fc.assert(
      fc.property(mutatedBytes(seeds), (bytes) => {
        checkOutputs(readLog(bytes));
      }),
      { numRuns: runs, seed },
    );
  },
  patience,
);

test(
  'grammar files',
  () => {
    fc.assert(fc.property(mutated(grammars), readGrammar), { numRuns: runs, seed });
  },
  patience,
);

test(
  'archives',
  async () => {
    const log = Buffer.from(logOf('a@lab.example').repeat(20));
    const tar = tarOf([
      ['log/syslog', log],
      ['../evil', log],
      ['/etc/passwd', log],
      ['inner.gz', gzipSync(log)],
    ]);
    const seeds = [
      tar,
      gzipSync(tar),
      gzipSync(log),
      deflateSync(log),
      zstdCompressSync(tar),
      brotliCompressSync(log),
      gzipSync(gzipSync(tar)),
    ];
    await fc.assert(
      fc.asyncProperty(mutatedBytes(seeds), async (bytes) => {
        // What comes out is bounded by the ratio of the best compression, not by what a header claims.
        expect(await readArchive(bytes)).toBeLessThan(2000 * Math.max(1000, bytes.length));
      }),
      { numRuns: runs, seed },
    );
  },
  patience,
);

describe('what was found', () => {
  test.each(filesIn('test/corpus').map((file) => [file.slice(file.lastIndexOf('/') + 1), file]))('%s', (name, file) => {
    if (name.endsWith('.grammar')) readGrammar(readFileSync(file, 'utf8'));
    else {
      const analysis = readLog(readFileSync(file));
      checkAnalysis(analysis);
      checkOutputs(analysis);
    }
  });
});

/** A tar file: for each member a block with name, size and checksum, then its bytes in whole blocks. */
function tarOf(members: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const blocks = members.flatMap(([name, bytes]) => {
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write('0000644\0', 100);
    head.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
    head.write('00000000000\0', 136);
    head.write(`${' '.repeat(8)}0`, 148);
    head.write('ustar\x0000', 257);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
