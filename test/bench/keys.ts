/**
 * How long a key of the inspector takes until its screen is there: on a log of 1 GB with more than 5,000 meetings and one of 1,000
 * participants, while it is read and after. The inspector is the built one, on a pseudo-terminal of util-linux's `script`.
 */
import { bigInspectorLog } from './logs.ts';
import { hasPty, openPty, type Pressed, type Pty } from './pty.ts';
import { type Cell, table } from './table.ts';

const sizes = [
  [80, 24],
  [200, 50],
] as const;

/** What is pressed, from the list of meetings to the log and back, over and over. */
const walk = [
  ...['j', 'j', 'k', 'PgDn', 'PgDn', 'PgUp', 'G', 'g', 'o', 'o', 'o', 'o', 'j'],
  ...['Enter', 'j', 'j', 'k', ']', ']', '[', '}', '{', 'l', 'h', 'L', 'H', '+', '+', 'l', '-', '0', 'End', 'Home', 'G', 'g'],
  ...['Tab', 'j', 'j', 'PgDn', 'k', 'Enter', 'j', 'k', 'PgDn', ']', '[', 'l', 'h', '1'],
  ...['?', 'j', 'Esc', 'F', 'j', 'G', 'Esc', 'f', 'l', 'Esc', '/', 'a', 'Enter', 'n', 'N', '1', 'Tab', 'Esc'],
];

const written: Readonly<Record<string, string>> = {
  Enter: '\r',
  Tab: '\t',
  Esc: '\u001b',
  PgDn: '\u001b[6~',
  PgUp: '\u001b[5~',
  Home: '\u001b[H',
  End: '\u001b[F',
};

interface Sample extends Pressed {
  readonly key: string;
}

export async function compareKeys(): Promise<void> {
  if (!hasPty()) return console.log('Keys are measured on a pseudo-terminal of `script`, which is part of util-linux.');
  const log = bigInspectorLog();
  const summary: Cell[][] = [];
  for (const [columns, rows] of sizes) {
    const name = `${columns} × ${rows}`;
    const began = performance.now();
    const pty = await openPty(columns, rows, log);
    const reading = await whileReading(pty);
    const seconds = (performance.now() - began) / 1000;
    const after = [...(await walked(pty)), ...(await walked(pty))];
    summary.push(summed(`${name}, while it is read (${seconds.toFixed(0)} s)`, reading), summed(`${name}, after`, after));
    console.log(`${name}: first screen after ${pty.opened.toFixed(0)} ms, at the end ${pty.memory().toFixed(0)} MB`);
    pty.close();
    table(['key', 'while it is read: median', 'most', 'after: median', 'most'], perKey(reading, after));
  }
  table(
    ['1 GB', 'keys', 'median', '95 %', 'most', 'without waiting for a processor: median', '95 %', 'most', 'bytes: median', 'most'],
    summary,
  );
}

/** Milliseconds until there are more meetings than the list has rows. */
const listFull = 8000;

async function whileReading(pty: Pty): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  // With one meeting there is nowhere to go, and the next screen would be taken for the answer.
  await new Promise((resolve) => setTimeout(resolve, listFull));
  while (!pty.isWhole()) samples.push(...(await walked(pty, () => !pty.isWhole())));
  return samples;
}

async function walked(pty: Pty, goesOn: () => boolean = () => true): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  // From where it begins, wherever the walk before was left.
  for (const key of ['Esc', 'Esc', '1', 'g']) await pty.press(written[key] ?? key);
  for (const [index, key] of walk.entries()) {
    // As a quick hand presses them, and not in step with anything.
    await new Promise((resolve) => setTimeout(resolve, 60 + ((index * 37) % 80)));
    if (!goesOn()) break;
    samples.push({ key, ...(await pty.press(written[key] ?? key)) });
  }
  return samples;
}

const answered = (samples: readonly Sample[]): readonly number[] => samples.flatMap(({ ms }) => (ms === null ? [] : [ms]));

/** The value that so large a share of all does not exceed. */
function share(values: readonly number[], part: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return value === undefined ? '' : value.toFixed(1);
}

function summed(name: string, samples: readonly Sample[]): Cell[] {
  const times = answered(samples);
  const seen = samples.filter(({ ms }) => ms !== null);
  const free = seen.flatMap((sample) => (sample.free === null ? [] : [sample.free]));
  const bytes = seen.map((sample) => sample.bytes);
  const ms = (text: string): string => (text === '' ? '' : `${text} ms`);
  return [
    ...[name, times.length, ms(share(times, 0.5)), ms(share(times, 0.95)), ms(share(times, 1))],
    ...[
      ms(share(free, 0.5)),
      ms(share(free, 0.95)),
      ms(share(free, 1)),
      share(bytes, 0.5).replace('.0', ''),
      share(bytes, 1).replace('.0', ''),
    ],
  ];
}

function perKey(reading: readonly Sample[], after: readonly Sample[]): Cell[][] {
  return [...new Set(walk)].map((name) => {
    const [early, late] = [reading, after].map((samples) => answered(samples.filter(({ key }) => key === name)));
    return [`\`${name}\``, ...[early, late].flatMap((times = []) => [share(times, 0.5), share(times, 1)])];
  });
}
