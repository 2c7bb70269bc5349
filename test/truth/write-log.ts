/**
 * Writes a log of any size, for benchmarks and for checks by hand:
 *
 *   node test/truth/write-log.ts --seed 7 --participants 500 --gen 2 --framing F3 --size 256MB > x.log
 *
 * Meeting follows meeting until the size is reached; one is in memory at a time. `--trace 0.95` makes 95 % of the
 * lines SIP traces. `--truth FILE` keeps what must come out, as an export; of the first meetings only with `--size`.
 */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bigScript } from './big.ts';
import { perfectExport } from './perfect.ts';
import { truthOf } from './truth.ts';
import { type Random, random } from './world/random.ts';
import type { BridgeScript, Release } from './world/script.ts';
import { play } from './world.ts';
import { type Dialect, FRAMINGS, type Framing, hasMilliseconds, type Line, write } from './write.ts';

const USAGE = `usage: node test/truth/write-log.ts [options] > x.log
  --seed N           the same seed writes the same log (1)
  --participants N   a meeting (50)
  --spaces N         at the same time (3)
  --bridges N        Call Bridges (1)
  --skew MS          of each bridge's clock against the one before (0)
  --gen 1|2          generation of CMS (2); or --release 2.1|2.9|3.8
  --framing NAME     ${FRAMINGS.join(', ')} (F3)
  --zone ZONE        of the stamps: UTC, +02:00, Europe/Berlin (UTC)
  --start TIME       true time of the first record, ISO 8601 (2023-05-04T09:00:00Z)
  --minutes N        a meeting lasts (20)
  --size N[KB|MB|GB] goes on until the log is that big (one meeting)
  --trace SHARE      of all lines that are SIP traces (0)
  --truth FILE       what must come out
`;

const UNITS: Readonly<Record<string, number>> = { '': 1, KB: 1e3, MB: 1e6, GB: 1e9 };

function bytesOf(text: string): number {
  const parts = /^(\d+)\s*(KB|MB|GB)?$/i.exec(text);
  if (parts === null) throw new Error(`--size: "${text}" is no size; 256MB is one`);
  return Number(parts[1]) * (UNITS[(parts[2] ?? '').toUpperCase()] ?? 1);
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((entry) => entry === value);
  if (found === undefined) throw new Error(`--${option}: "${value}" is none of ${known.join(', ')}`);
  return found;
}

function options() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      participants: { type: 'string', default: '50' },
      spaces: { type: 'string', default: '3' },
      bridges: { type: 'string', default: '1' },
      skew: { type: 'string', default: '0' },
      gen: { type: 'string', default: '2' },
      release: { type: 'string' },
      framing: { type: 'string', default: 'F3' },
      zone: { type: 'string', default: 'UTC' },
      start: { type: 'string', default: '2023-05-04T09:00:00Z' },
      minutes: { type: 'string', default: '20' },
      size: { type: 'string' },
      trace: { type: 'string', default: '0' },
      truth: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const releases: readonly Release[] = ['2.1', '2.9', '3.8'];
  return {
    ...values,
    release: oneOf('release', values.release ?? (values.gen === '1' ? '2.1' : '3.8'), releases),
    framing: oneOf<Framing>('framing', values.framing, FRAMINGS),
    bytes: values.size === undefined ? 0 : bytesOf(values.size),
  };
}

const TRACES = [
  'SIP trace: connection 42: outgoing SIP TCP data to 10.1.1.1:5060 from 10.1.1.2:33000, size 612:',
  'SIP trace: connection 42: BEGINNING OF MESSAGE',
  'SIP trace: connection 42: INVITE sip:board@cms.example SIP/2.0',
  'SIP trace: connection 42: Via: SIP/2.0/TCP 10.1.1.2:5060;branch=z9hG4bKe1133b8673549b22eec179d4d90cf553',
  'SIP trace: connection 42: Call-ID: 5ee7860f-17c0-46be-a787-30feae921f92',
  'SIP trace: connection 42: a=fmtp:126 profile-level-id=428014;max-fs=3600;packetization-mode=1;max-rcmd-nalu-size=32000',
  'SIP trace: connection 42: END OF MESSAGE',
] as const;

/** The head of a line of the Call Bridge, to put before a trace of the same moment. */
const HEAD = /^.*?(host:server: {1,2}INFO : |\d\d:\d\d:\d\d\.\d{3} {1,2}Info {1,5})/;

function* withTraces(lines: readonly Line[], share: number, ids: Random): Generator<string> {
  const perLine = share >= 1 ? 0 : share / (1 - share);
  let owed = 0;
  for (const { text } of lines) {
    yield text;
    owed += perLine;
    const head = owed >= 1 ? HEAD.exec(text)?.[0] : undefined;
    for (; head !== undefined && owed >= 1; owed -= 1) yield head + ids.pick(TRACES);
  }
}

/** Writes in pieces and waits where the reader is slower. */
async function put(lines: Iterable<string>): Promise<number> {
  let bytes = 0;
  let piece: string[] = [];
  const flush = async (): Promise<void> => {
    if (piece.length === 0) return;
    const text = Buffer.from(`${piece.join('\n')}\n`);
    bytes += text.length;
    piece = [];
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  for (const line of lines) {
    piece.push(line);
    if (piece.length >= 4096) await flush();
  }
  await flush();
  return bytes;
}

async function main(): Promise<void> {
  const wish = options();
  if (wish.help) {
    process.stdout.write(USAGE);
    return;
  }
  const dialect: Dialect = { framing: wish.framing, zone: wish.zone };
  const ids = random(Number(wish.seed));
  let bridges: readonly BridgeScript[] = Array.from({ length: Number(wish.bridges) }, (_, place) => ({
    name: `cms${place + 1}`,
    skewMs: place * Number(wish.skew),
    firstCall: 1,
  }));
  const spaces = Array.from({ length: Number(wish.spaces) }, (_, place) => `Space ${place + 1}`);
  let start = Date.parse(wish.start);
  for (let written = 0, batch = 0; batch === 0 || written < wish.bytes; batch += 1) {
    const world = play(
      bigScript({
        seed: ids.between(0, 2 ** 31),
        release: wish.release,
        start,
        bridges,
        spaces,
        participants: Number(wish.participants),
        lastsMs: Number(wish.minutes) * 60_000,
        quietMs: hasMilliseconds(wish.framing) ? 60 : 2500,
      }),
    );
    written += await put(withTraces(write(world, dialect), Number(wish.trace), ids));
    if (batch === 0 && wish.truth !== undefined) {
      writeFileSync(wish.truth, JSON.stringify(perfectExport(truthOf(world, dialect)), null, 1));
    }
    bridges = world.bridges.map(({ name, skewMs, nextCall }) => ({ name, skewMs, firstCall: nextCall }));
    start = world.end + 120_000;
  }
}

// A reader that has enough (`head`) is no fault of ours.
process.stdout.on('error', () => process.exit(0));
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
});
