/** A file that is long enough for a thread of its own, through the whole program. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
const sample = fileURLToPath(new URL('../../samples/scenario-3-pin-timeout.log', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cms-timeline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noise = '2017-04-03  13:58:00.000  Info     SIP trace: connection 42: a line that nobody needs, in front of what matters\n';

function intervalsOf(file: string, input?: Buffer): string {
  const args = ['export', '--format', 'csv', '--evidence', 'none', file];
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', input: input ?? '' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout;
}

test('says the same as a short one that holds what matters', () => {
  const long = join(folder, 'long.log');
  const bytes = Buffer.concat([Buffer.from(noise.repeat(Math.ceil(17e6 / noise.length))), readFileSync(sample)]);
  writeFileSync(long, bytes);
  expect(intervalsOf(long)).toBe(intervalsOf(sample));
  expect(intervalsOf('-', bytes)).toBe(intervalsOf(sample));
});
