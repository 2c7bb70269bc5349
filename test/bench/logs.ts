/** The logs that are measured: written once into a folder of the system's, and kept for the next time. */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, openSync, closeSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import type { Framing } from '../truth/write.ts';

export const folder = join(tmpdir(), 'cms-timeline-bench');
const writer = fileURLToPath(new URL('../truth/write-log.ts', import.meta.url));

export interface Wish {
  readonly name: string;
  /** As `write-log` has it: 256MB. */
  readonly size: string;
  /** Share of lines that are SIP traces. */
  readonly trace: number;
  readonly participants?: number;
  readonly framing?: Framing;
}

/** What peers have to extract: who joined and left, and who was sent to the lobby or let in. */
export const events = `participant "[^"]*".* (?:joined|left) |call [0-9a-f-]+ (?:ceasing )?to be deactivated`;
/** The same as fields. */
export const fields = String.raw`^(\w+ +\d+ [\d:.]+) \S+ (\S+) .*?(?:participant "([^"]*)".*? (joined|left) (?:space|conference) ([0-9a-f-]{36})|call ([0-9a-f-]{36}) (ceasing )?to be deactivated)`;

/** A log of meetings after meetings. */
export function logOf({ name, size, trace, participants = 200, framing = 'F3' }: Wish): string {
  const args = ['--seed', '7', '--participants', String(participants), '--framing', framing, '--size', size, '--trace', String(trace)];
  return written(`${name}-${size}.log`, [args]);
}

/** A meeting of 1,000 participants, and more than 5,000 others behind it: 1 GB. */
export function bigInspectorLog(): string {
  return written('keys-1000MB.log', [
    ['--seed', '11', '--participants', '1000', '--spaces', '1', '--start', '2023-05-04T07:00:00Z'],
    ['--seed', '7', '--participants', '120', '--trace', '0.6', '--size', '1000MB'],
  ]);
}

/** A file of what `write-log` writes, run after run. */
function written(name: string, runs: readonly (readonly string[])[]): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  if (existsSync(file)) return file;
  process.stderr.write(`writing ${file}\n`);
  const to = openSync(`${file}.part`, 'w');
  for (const args of runs) {
    const { status } = spawnSync(process.execPath, [writer, ...args], { stdio: ['ignore', to, 'inherit'] });
    if (status !== 0) throw new Error(`write-log ended with ${status}`);
  }
  closeSync(to);
  renameSync(`${file}.part`, file);
  return file;
}

/** The same log, compressed. */
export async function zipped(log: string): Promise<string> {
  const file = `${log}.gz`;
  if (!existsSync(file)) await changed(log, file, createGzip());
  return file;
}

/** The same log, pasted: every line broken at so many columns. */
export async function wrapped(log: string, columns: number): Promise<string> {
  const file = `${log}.wrapped`;
  const breaks = new RegExp(`(.{${columns}})(?=.)`, 'gu');
  if (!existsSync(file))
    await changed(
      log,
      file,
      byLine((line) => `${line.replace(breaks, '$1\n')}\n`),
    );
  return file;
}

/** The same log on one line. */
export async function joined(log: string): Promise<string> {
  const file = `${log}.joined`;
  if (!existsSync(file))
    await changed(
      log,
      file,
      byLine((line) => `${line} `),
    );
  return file;
}

async function changed(log: string, file: string, change: Transform): Promise<void> {
  process.stderr.write(`writing ${file}\n`);
  await pipeline(createReadStream(log), change, createWriteStream(`${file}.part`));
  renameSync(`${file}.part`, file);
}

function byLine(change: (line: string) => string): Transform {
  let rest = '';
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      done(null, Buffer.from(lines.map(change).join(''), 'latin1'));
    },
    flush: (done) => done(null, Buffer.from(rest === '' ? '' : change(rest), 'latin1')),
  });
}

export interface LogFacts {
  readonly bytes: number;
  readonly records: number;
  readonly events: number;
}

/** Size, lines, and how many of them peers extract. */
export async function factsOf(log: string): Promise<LogFacts> {
  const pattern = new RegExp(events, 'u');
  let records = 0;
  let found = 0;
  for await (const line of createInterface({ input: createReadStream(log, 'latin1') })) {
    records += 1;
    if (pattern.test(line)) found += 1;
  }
  return { bytes: statSync(log).size, records, events: found };
}
