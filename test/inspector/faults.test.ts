/** What may go wrong, and what hostile logs try: the terminal is given back as it was found, and hears nothing but the inspector. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hasTmux, openTerminal, program, type Terminal } from './tmux.ts';

const opened: Terminal[] = [];

function open(environment: Readonly<Record<string, string>> = {}): Terminal {
  const terminal = openTerminal(80, 24, environment);
  opened.push(terminal);
  return terminal;
}

afterEach(() => {
  for (const terminal of opened.splice(0)) terminal.close();
});

const sample = join(process.cwd(), 'samples/scenario-3-pin-timeout.log');

describe.skipIf(!hasTmux)('faults', () => {
  it.each(['on the thread of the terminal', 'that nobody waits for', 'while drawing', 'on the thread that reads'])(
    '%s leave the terminal as it was, and are told in a sentence',
    async (kind) => {
      const terminal = open({ FAULT: kind, NODE_OPTIONS: `--import ${join(import.meta.dirname, 'fault.ts')}` });
      await terminal.run(`clear; ${program} inspect '${sample}'; echo code $?; stty -a | grep -o -- " -\\?icanon\\| -\\?echo "; echo over`);
      if (kind === 'while drawing') {
        await terminal.until('Customer call 12/b');
        await new Promise((resolve) => setTimeout(resolve, 1600));
        terminal.send('j', 'Enter');
      }
      const screen = await terminal.until(/^over/mu);
      expect(screen).toContain('code 1');
      expect(screen.replaceAll('\n', '')).toContain(`cms-timeline: a fault ${kind}. This is a fault of cms-timeline`);
      expect(screen).not.toMatch(/^ +at /mu);
      expect(screen).not.toMatch(/-icanon|-echo/u);
      expect(terminal.asked('#{alternate_on} #{cursor_flag} #{mouse_any_flag}')).toBe('0 1 0');
    },
  );
});

const esc = '\u001b';
/** What would set the title, clear, copy, turn the direction or ring if a terminal heard it. */
const hostile = [
  `${esc}]0;title\u0007`,
  `${esc}[2J`,
  `${esc}]52;c;aG9zdGlsZQ==\u0007`,
  `${esc}P1$r${esc}\\`,
  '\u009b31m',
  '\u009d0;title\u009c',
  '\u0007',
  '\u202eturned\u202c',
  '\u2066apart\u2069',
  'x'.repeat(10_000),
];

function hostileLog(): string {
  const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const lines = hostile.flatMap((name, index) => {
    const head = (ms: number, facility: string): string => `May  4 09:12:${10 + index}.${100 + ms} ${facility} cms1 host:server:  INFO : `;
    const [call, leg, participant] = [index + 1, guid(100 + index), `${name}${index}@desk.example`];
    return [
      `${head(0, 'user.info')}call ${call}: incoming SIP call from "sip:${participant}" to local URI "sip:board@meet.example"`,
      `${head(1, 'user.info')}call ${call}: configured - API call leg ${leg} with SIP call ID "${guid(200 + index)}"`,
      `${head(2, 'user.info')}configuring call ${leg} to be deactivated`,
      `${head(3, 'local0.info')}participant "${participant}" joined space ${guid(1)} (Board ${name})`,
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** All that the inspector itself may write: places, colours, erasing, modes, and copies of its own making. */
const own =
  /\u001b\[[\d;]*[GHJKXm]|\u001b\[\?\d+[hl]|\u001b\[\d*A|\u001b\]52;c;[A-Za-z\d+/=]*\u0007|\u001bPtmux;\u001b\u001b\]52;c;[A-Za-z\d+/=]*\u0007\u001b\\|\u001b\[>?[\d;]*[uc]|\u001b\[\?u/gu;

describe.skipIf(!hasTmux)('names that are made to be heard by a terminal', () => {
  it('never are', async () => {
    const terminal = open();
    const log = join(terminal.folder, 'hostile.log');
    const heard = join(terminal.folder, 'heard');
    writeFileSync(log, hostileLog());
    await terminal.run(`clear; ${program} inspect hostile.log 2>&1`);
    await terminal.until('▶ Meetings');
    terminal.pipe(heard);
    terminal.resize(120, 40);
    for (const keys of [
      'Enter',
      'j',
      'j',
      'Enter',
      'y',
      'j',
      'j',
      'y',
      '4',
      'y',
      'Enter',
      'Escape',
      'j',
      'l',
      'F',
      'j',
      'Enter',
      '1',
      'y',
      '/',
      'title',
      'Enter',
    ])
      terminal.send(keys);
    await terminal.until(/title/u);
    await new Promise((resolve) => setTimeout(resolve, 500));
    terminal.send('q');
    await terminal.until(/^\$ ?$/mu);
    const rest = readFileSync(heard, 'utf8').replaceAll(own, '');
    expect(rest.length).toBeGreaterThan(1000);
    expect(rest.match(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe]/gu) ?? []).toEqual(
      [],
    );
  });
});
