/** The built program as a process, and logs that mean harm. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const program = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
export const sample = fileURLToPath(new URL('../../samples/scenario-3-pin-timeout.log', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program; `shell` = behind a shell that knows it as `$CMS`. */
export function run(args: readonly string[], input: string | Uint8Array = '', env: Readonly<Record<string, string>> = {}): Ran {
  const { PATH = '' } = process.env;
  const ran = spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8', env: { PATH, ...env }, maxBuffer: 1 << 28 });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

export function shell(script: string): Ran {
  const ran = spawnSync('bash', ['-c', script], { encoding: 'utf8', env: { ...process.env, CMS: `${process.execPath} ${program}` } });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cms-timeline-safety-'));
}

/** A meeting of a guest of this name, who waits, and a host, who releases them. */
export function logOf(name: string, space = 'Board'): string {
  const guest = '6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11';
  const room = 'e5d4c3b2-a190-4f8e-8d7c-6b5a49382716';
  const head = (ms: number): string => `2024-03-05  10:00:0${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}  Info     `;
  return [
    `${head(0)}call 1: incoming SIP call from "sip:${name}" to local URI "sip:board@cms.example"`,
    `${head(10)}call 1: configured - API call leg ${guest} with SIP call ID "1234@10.0.0.1"`,
    `${head(20)}configuring call ${guest} to be deactivated`,
    `${head(21)}participant "${name}" joined space ${room} (${space})`,
    `${head(1000)}call 2: incoming SIP call from "sip:host@desk.example" to local URI "sip:board@cms.example"`,
    `${head(1021)}participant "host@desk.example" joined space ${room} (${space})`,
    `${head(1021)}call ${guest} ceasing to be deactivated`,
    `${head(5000)}participant "${name}" left space ${room} (${space})`,
    `${head(5000)}call 1: ending; remote SIP teardown - connected for 0:05`,
    `${head(6000)}participant "host@desk.example" left space ${room} (${space})`,
    `${head(6000)}call 2: ending; remote SIP teardown - connected for 0:05`,
    '',
  ].join('\n');
}

/** What no terminal may get: ESC, other C0 but line ends and tabs, DEL, C1, bidi controls, U+2028/9. */
export const unsafe = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** Every way to get something out of a log, as arguments; the log is standard input. */
export const ways: readonly (readonly string[])[] = [
  ['show'],
  ['draw'],
  ['draw', '--format', 'html'],
  ['export'],
  ['export', '--format', 'ndjson'],
  ['export', '--format', 'csv'],
  ['export', '--format', 'csv', '--table', 'participants'],
  ['export', '--format', 'csv', '--table', 'events'],
  ['export', '--format', 'mermaid'],
  ['export', '--format', 'perfetto'],
];
