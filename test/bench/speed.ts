/**
 * `npm run bench`: how fast, as ratios in one run on one machine. Whole processes, start-up included; on our side complete reconstruction
 * and export, on the others' mere extraction. It asserts nothing.
 *
 *   npm run bench -- peers memory scaling framings damage start keys    (all, when none is named; --best 5 runs of each)
 */
import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FRAMINGS } from '../truth/write.ts';
import { factsOf, folder, joined, logOf, wrapped, zipped } from './logs.ts';
import { compareKeys } from './keys.ts';
import { peers } from './peers.ts';
import { best, type Command, type Measured } from './process.ts';
import { type Cell, table } from './table.ts';

const program = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
const sample = fileURLToPath(new URL('../../samples/scenario-3-pin-timeout.log', import.meta.url));
const target = join(folder, 'ours.csv');

const { values, positionals } = parseArgs({ allowPositionals: true, options: { best: { type: 'string', default: '3' } } });
const times = Number(values.best);

const exporting = (...inputs: readonly string[]): Command => ({
  run: [process.execPath, program, 'export', '--format', 'csv', '--table', 'intervals', '-o', target, ...inputs],
});

const round = (value: number, digits: number): string => value.toFixed(digits);
const cpuOf = ({ cpu }: Measured): string => (cpu === null ? 'not measured' : `${round(cpu, 2)} s`);
const peakOf = ({ peak }: Measured): string => (peak === null ? 'not measured' : `${round(peak, 0)} MB`);
const sizeOf = (file: string): number => statSync(file).size / 1e6;

const logs = [
  { name: 'events', size: '256MB', trace: 0.3, title: 'Meetings' },
  { name: 'traces', size: '512MB', trace: 0.75, title: 'Meetings with SIP tracing' },
] as const;

async function comparePeers(): Promise<void> {
  const known = peers();
  for (const { title, ...wish } of logs) {
    const log = logOf(wish);
    const { bytes, records, events } = await factsOf(log);
    const ours = await best(exporting(log), times);
    const rows: Cell[][] = [
      [
        '**cms-timeline, everything**',
        `**${round(ours.seconds, 2)} s**`,
        round(bytes / 1e6 / ours.seconds, 0),
        '1',
        cpuOf(ours),
        peakOf(ours),
      ],
    ];
    for (const { name, command, missing } of known) {
      if (command === null) {
        rows.push([name, missing ?? 'missing', '', '', '', '']);
        continue;
      }
      try {
        const measured = await best(command(log), times);
        const { seconds } = measured;
        rows.push([
          name,
          `${round(seconds, 2)} s`,
          round(bytes / 1e6 / seconds, 0),
          round(ours.seconds / seconds, 2),
          cpuOf(measured),
          peakOf(measured),
        ]);
      } catch (error) {
        rows.push([name, `failed: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`, '', '', '', '']);
      }
    }
    const share = round((100 * events) / records, 1);
    console.log(
      `${title}: ${round(bytes / 1e6, 0)} MB, ${round(records / 1e6, 2)} million records, ${share} % joinings, leavings and (de)activations`,
    );
    table(['', 'time', 'MB/s', 'ours takes so many times theirs', 'processor', 'peak memory'], rows);
  }
}

async function compareInputs(): Promise<void> {
  const log = logOf(logs[0]);
  const gz = await zipped(log);
  const ways: readonly (readonly [string, Command])[] = [
    ['a file', exporting(log)],
    ['the same, gzip', exporting(gz)],
    ['standard input', { ...exporting('-'), input: log }],
    ['standard input, gzip', { ...exporting('-'), input: gz }],
    ['two files', exporting(log, logOf({ ...logs[0], name: 'other', trace: 0.31 }))],
    ['ndjson of a file', { run: [process.execPath, program, 'export', '--format', 'ndjson', '-o', target, log] }],
  ];
  const rows: Cell[][] = [];
  for (const [name, command] of ways) rows.push(await tried(name, command, sizeOf(log) * (name === 'two files' ? 2 : 1)));
  table(['256 MB from', 'time', 'MB/s', 'processor', 'peak memory'], rows);
}

/** A row, also where the way does not exist yet. */
async function tried(name: string, command: Command, megabytes: number): Promise<Cell[]> {
  try {
    const measured = await best(command, times);
    return [name, `${round(measured.seconds, 2)} s`, round(megabytes / measured.seconds, 0), cpuOf(measured), peakOf(measured)];
  } catch (error) {
    return [name, `fails: ${error instanceof Error ? error.message.slice(-120) : String(error)}`, '', ''];
  }
}

async function compareSizes(): Promise<void> {
  const sizes = [
    ['10MB', 200],
    ['100MB', 200],
    ['1000MB', 200],
    ['100MB', 10],
    ['100MB', 1000],
  ] as const;
  const rows: Cell[][] = [];
  for (const [size, participants] of sizes) {
    const log = logOf({ name: `length-${participants}`, size, trace: 0.3, participants });
    rows.push(await tried(`${size}, meetings of ${participants / 4} to ${participants}`, exporting(log), sizeOf(log)));
  }
  table(['length', 'time', 'MB/s', 'processor', 'peak memory'], rows);
}

async function compareFramings(): Promise<void> {
  const rows: Cell[][] = [];
  for (const framing of FRAMINGS) {
    const log = logOf({ name: `framing-${framing}`, size: '64MB', trace: 0.3, framing });
    rows.push(await tried(framing, exporting(log), sizeOf(log)));
  }
  table(['64 MB in the framing', 'time', 'MB/s', 'processor', 'peak memory'], rows);
}

async function compareDamage(): Promise<void> {
  const log = logOf({ name: 'damage', size: '200MB', trace: 0.3 });
  const rows = [
    await tried('as written', exporting(log), sizeOf(log)),
    await tried('every line broken at 80 columns', exporting(await wrapped(log, 80)), sizeOf(log)),
    await tried('all on one line', exporting(await joined(log)), sizeOf(log)),
  ];
  table(['200 MB', 'time', 'MB/s', 'processor', 'peak memory'], rows);
}

async function compareStarts(): Promise<void> {
  const ways: readonly (readonly [string, readonly string[]])[] = [
    ['`node -e 0`', ['-e', '0']],
    ['`--version`', [program, '--version']],
    ['`show` of 20 lines', [program, 'show', sample]],
    ['`draw` of 20 lines', [program, 'draw', sample]],
  ];
  const measured: (readonly [string, Measured])[] = [];
  for (const [name, args] of ways) measured.push([name, await best({ run: [process.execPath, ...args] }, times * 5)]);
  const least = measured[0]?.[1].seconds ?? 1;
  table(
    ['start', 'time', 'times `node -e 0`'],
    measured.map(([name, { seconds }]) => [name, `${round(seconds * 1000, 0)} ms`, round(seconds / least, 1)]),
  );
}

const parts: Readonly<Record<string, () => Promise<void>>> = {
  peers: comparePeers,
  memory: compareInputs,
  scaling: compareSizes,
  framings: compareFramings,
  damage: compareDamage,
  start: compareStarts,
  keys: compareKeys,
};

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; best of ${times} runs\n`);
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  const part = parts[name];
  if (part === undefined) throw new Error(`${name} is none of ${Object.keys(parts).join(', ')}`);
  await part();
}
