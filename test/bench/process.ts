/** Whole processes, start-up included: how long they took, and how much memory they had at most. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';

export interface Command {
  readonly run: readonly [string, ...string[]];
  /** A file for standard input. */
  readonly input?: string;
  /** A file for standard output; without one it is thrown away. */
  readonly output?: string;
}

export interface Measured {
  readonly seconds: number;
  /** Of all cores together: what it would have to take where others are at work, too. null as below. */
  readonly cpu: number | null;
  /** MB; null where /usr/bin/time is not installed. */
  readonly peak: number | null;
}

const timer = '/usr/bin/time';
const hasTimer = existsSync(timer);

/** Runs a command so many times; the fastest run counts, and the most memory of any. */
export async function best(command: Command, times: number): Promise<Measured> {
  const runs: Measured[] = [];
  for (let run = 0; run < times; run += 1) runs.push(await once(command));
  const peaks = runs.flatMap(({ peak }) => (peak === null ? [] : [peak]));
  const cpus = runs.flatMap(({ cpu }) => (cpu === null ? [] : [cpu]));
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    cpu: cpus.length === 0 ? null : Math.min(...cpus),
    peak: peaks.length === 0 ? null : Math.max(...peaks),
  };
}

/** @throws Error when the command fails, with what it said */
async function once({ run, input, output }: Command): Promise<Measured> {
  const [program, ...args] = hasTimer ? [timer, '-f', 'used %U %S %M', ...run] : run;
  const from = openSync(input ?? '/dev/null', 'r');
  const to = openSync(output ?? '/dev/null', 'w');
  const begun = process.hrtime.bigint();
  const child = spawn(program, args, { stdio: [from, to, 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-4000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  closeSync(from);
  closeSync(to);
  if (code !== 0) throw new Error(`${run.join(' ')} ended with ${code}: ${said.trim()}`);
  const used = /used ([\d.]+) ([\d.]+) (\d+)\s*$/u.exec(said);
  if (used === null) return { seconds, cpu: null, peak: null };
  return { seconds, cpu: Number(used[1]) + Number(used[2]), peak: Number(used[3]) / 1000 };
}
