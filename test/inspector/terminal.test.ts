/** The inspector in a real terminal: start, keys, size, saving, pipes, and that the terminal is left as it was found. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keyTable } from '#render/inspector/keys.ts';
import { hasTmux, openTerminal, program, restored, type Terminal } from './tmux.ts';

const sample = join(process.cwd(), 'samples/scenario-3-pin-timeout.log');
const inspect = `${program} inspect '${sample}'`;
const opened: Terminal[] = [];

function open(columns = 80, rows = 24, environment: Readonly<Record<string, string>> = {}): Terminal {
  const terminal = openTerminal(columns, rows, environment);
  opened.push(terminal);
  return terminal;
}

afterEach(() => {
  for (const terminal of opened.splice(0)) terminal.close();
});

/** Names of keys as tmux has them. */
const tmuxNames: Readonly<Record<string, string>> = {
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  enter: 'Enter',
  escape: 'Escape',
  tab: 'Tab',
  'shift-tab': 'BTab',
  'page-up': 'PageUp',
  'page-down': 'PageDown',
  home: 'Home',
  end: 'End',
  space: 'Space',
  backspace: 'BSpace',
  'shift-left': 'S-Left',
  'shift-right': 'S-Right',
};

const tmuxName = (name: string): string => tmuxNames[name] ?? name.replace(/^ctrl-/u, 'C-');

/** The program that the shell runs. */
function childOf(terminal: Terminal): number {
  return Number(execFileSync('pgrep', ['-P', terminal.asked('#{pane_pid}')], { encoding: 'utf8' }).trim());
}

// Without tmux there is no terminal to look at.
describe.skipIf(!hasTmux)('in a terminal (tmux)', () => {
  it('starts on the alternate screen, and q leaves the terminal as it was', async () => {
    const terminal = open();
    await terminal.run(`echo before; ${inspect}; echo code $?`);
    await terminal.until('Customer call 12/b');
    expect(terminal.asked('#{alternate_on} #{cursor_flag}')).toBe('1 0');
    terminal.send('q');
    const screen = await terminal.until('code 0');
    expect(screen).toContain('before');
    expect(screen).not.toContain('Meetings');
    await restored(terminal);
  });

  it('Ctrl-C ends it with 130', async () => {
    const terminal = open();
    await terminal.run(`${inspect}; echo code $?`);
    await terminal.until('Customer call 12/b');
    terminal.send('C-c');
    await terminal.until('code 130');
    await restored(terminal);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s leaves the terminal as it was', async (signal) => {
    const terminal = open();
    await terminal.run(inspect);
    await terminal.until('Customer call 12/b');
    process.kill(childOf(terminal), signal);
    await terminal.until(/^\$ ?$/mu);
    terminal.send('echo code $?', 'Enter');
    await terminal.until(/^code 1\d\d/mu);
    await restored(terminal);
  });

  it('is put aside and comes back', async () => {
    const terminal = open();
    await terminal.run(inspect);
    await terminal.until('Customer call 12/b');
    terminal.send('Enter');
    await terminal.until('▶ Timeline');
    terminal.send('C-z');
    await terminal.until('Stopped');
    expect(terminal.asked('#{alternate_on}')).toBe('0');
    terminal.send('fg', 'Enter');
    await terminal.until('▶ Timeline');
    terminal.send('Tab');
    await terminal.until('▶ Details');
    terminal.send('q');
    await restored(terminal);
  });

  it.each(['SIGTSTP', 'SIGSTOP'] as const)('comes back from %s, which others send', async (signal) => {
    const terminal = open();
    await terminal.run(inspect);
    await terminal.until('Customer call 12/b');
    terminal.send('m', 'Enter');
    await terminal.until('▶ Timeline');
    process.kill(childOf(terminal), signal);
    await terminal.until('Stopped');
    // Nobody hears of SIGSTOP before.
    if (signal === 'SIGTSTP') expect(terminal.asked('#{alternate_on} #{cursor_flag} #{mouse_any_flag}')).toBe('0 1 0');
    terminal.send('clear; fg', 'Enter');
    await terminal.until('▶ Timeline');
    expect(terminal.asked('#{alternate_on} #{cursor_flag} #{mouse_any_flag}')).toBe('1 0 0');
    terminal.send('Tab');
    await terminal.until('▶ Details');
    terminal.send('q');
    await restored(terminal);
  });

  it('takes every key of the help', async () => {
    const terminal = open();
    await terminal.run(inspect);
    await terminal.until('Customer call 12/b');
    for (const { keys, action } of keyTable) {
      if (action === 'quit' || action === 'stop' || action === 'suspend') continue;
      for (const name of keys) {
        terminal.send(tmuxName(name));
        // What a key opens is closed again, as a person would.
        terminal.send('Escape');
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    terminal.send('1');
    await terminal.until('▶ Meetings');
    terminal.send('?');
    await terminal.until('Moving');
    terminal.send('G');
    await terminal.until('exit code 130');
    terminal.send('Escape');
    await terminal.until('▶ Meetings');
    terminal.send('q');
    await restored(terminal);
  });

  it('follows the size of the terminal', async () => {
    const terminal = open();
    await terminal.run(inspect);
    await terminal.until('Customer call 12/b');
    for (const [columns, rows, text] of [
      [140, 40, 'details'],
      [60, 15, '▶ Meetings'],
      [40, 10, '40 x 10 is too small'],
      [100, 30, '▶ Meetings'],
    ] as const) {
      terminal.resize(columns, rows);
      await terminal.until(text);
      const lines = terminal.screen().replace(/\n$/u, '').split('\n');
      expect(lines.filter((line) => line.includes('Meetings')).length).toBeLessThanOrEqual(1);
    }
    terminal.send('q');
    await restored(terminal);
  });

  it('searches names, and the log itself', async () => {
    const terminal = open();
    await terminal.run(inspect);
    await terminal.until('Customer call 12/b');
    terminal.send('/');
    terminal.send('-l', '211@');
    await terminal.until('/211@');
    terminal.send('Enter');
    await terminal.until('▌○ 211@desk.example');
    terminal.send('4', '/');
    terminal.send('-l', 'tearing down');
    terminal.send('Enter');
    await terminal.until(/found nowhere|▌\d+/u);
    terminal.send('/');
    terminal.send('-l', 'bfcp (client');
    terminal.send('Enter');
    await terminal.until(/▌ *4 /u);
  });

  it('saves what is seen, and never writes over anything', async () => {
    const terminal = open();
    await terminal.run(inspect);
    await terminal.until('Customer call 12/b');
    for (const [keyName, ending] of [
      ['1', 'svg'],
      ['3', 'html'],
      ['2', 'png'],
      ['1', '2.svg'],
    ] as const) {
      terminal.send('s');
      await terminal.until('Save the diagram');
      terminal.send(keyName);
      await terminal.until(new RegExp(`saved as Customer-call-12-b[-0-9]*\\.${ending.replace(/^2/u, '')}|-${ending}`, 'u'));
    }
    const files = readdirSync(terminal.folder)
      .filter((file) => file.startsWith('Customer'))
      .sort();
    expect(files).toEqual(['-2.svg', '.html', '.png', '.svg'].map((end) => `Customer-call-12-b-2017-04-03-135920${end}`));
    const svg = files.find((file) => file.endsWith('0.svg')) ?? '';
    expect(readFileSync(join(terminal.folder, svg), 'utf8')).toMatch(/^<svg/u);
  });

  it('reads a log from a pipe, and keys from the terminal', async () => {
    const terminal = open();
    await terminal.run(`cat '${sample}' | ${program} inspect; echo code $?`);
    await terminal.until('Customer call 12/b');
    terminal.send('4', 'Down');
    await terminal.until(/evidence|Evidence/u);
    await terminal.until(/▌ *2 +2017-04-03 +13:59:20\.431/u);
    terminal.send('q');
    await terminal.until('code 0');
    await restored(terminal);
  });

  it('q ends it also while a pipe goes on', async () => {
    const terminal = open();
    await terminal.run(`(cat '${sample}'; while sleep 0.1; do echo; done) | ${program} inspect; echo code $?`);
    await terminal.until('reading');
    terminal.send('q');
    await restored(terminal);
  });

  it('has the lines of what cannot be read twice: pipes and archives', async () => {
    const terminal = open();
    await terminal.run(`gzip -c '${sample}' > a.gz; ${program} inspect a.gz`);
    await terminal.until('Customer call 12/b');
    terminal.send('4', 'G');
    await terminal.until(/▌ *25 × 2017-04-03 +14:01:40\.213/u);
    terminal.send('q');
    await restored(terminal);
  });

  it('shows no line of a log that is redacted', async () => {
    const terminal = open(140, 40);
    await terminal.run(`${program} inspect --redact '${sample}'; echo code $?`);
    await terminal.until('with --redact the log is not shown');
    await terminal.until('● person-');
    terminal.send('Enter', 'Enter', 'Down', 'Down', 'Enter');
    await terminal.until('▶ Evidence');
    expect(terminal.screen()).not.toMatch(/desk\.example|petra|210@|3c1d5e7f/u);
    terminal.send('q');
    await restored(terminal);
  });

  it('takes the wheel of the mouse only where it is asked to, and gives it back', async () => {
    const terminal = open();
    await terminal.run(inspect);
    await terminal.until('Customer call 12/b');
    expect(terminal.asked('#{mouse_any_flag}')).toBe('0');
    terminal.send('m');
    await terminal.until('the mouse wheel zooms');
    expect(terminal.asked('#{mouse_any_flag}')).toBe('1');
    terminal.send('C-z');
    await terminal.until('Stopped');
    expect(terminal.asked('#{mouse_any_flag}')).toBe('0');
    terminal.send('fg', 'Enter');
    await terminal.until('▶ Meetings');
    terminal.send('m');
    await terminal.until('the mouse wheel zooms');
    process.kill(childOf(terminal), 'SIGTERM');
    await restored(terminal);
    expect(terminal.asked('#{mouse_any_flag}')).toBe('0');
  });

  it('draws without colours and without UTF-8', async () => {
    const terminal = open(80, 24, { LANG: 'C', LC_ALL: 'C', NO_COLOR: '1' });
    await terminal.run(inspect);
    const screen = await terminal.until('> Meetings');
    expect(screen).toMatch(/^[ -~\n]*$/u);
  });

  it('speaks in sentences to a screen reader', async () => {
    const terminal = open(80, 24, { INK_SCREEN_READER: 'true' });
    await terminal.run(inspect);
    await terminal.until('Meeting 1 of 1: Customer call 12/b');
    terminal.send('Enter');
    await terminal.until(/Timeline, participant \d of 3: 210@desk\.example, guest\./u);
    terminal.send('q');
    await restored(terminal);
  });

  it('says why it cannot open, and shows instead', async () => {
    const terminal = open(100, 30, { TERM: 'dumb' });
    await terminal.run(`clear; ${inspect} | tail -n 3; ${inspect} > /dev/null; echo; echo code $?`);
    await terminal.until('code 0');
    expect(terminal.screen()).toContain('inspect needs a terminal to draw on');
    expect(terminal.screen()).toContain('Times are UTC');
  });

  it('has a sentence for what cannot be read, not a screen', async () => {
    const terminal = open(100, 30);
    await terminal.run(`${program} inspect nothing.log; echo code $?`);
    await terminal.until('code 1');
    expect(terminal.screen()).toContain('nothing.log: no such file');
    copyFileSync(join(process.cwd(), 'LICENSE'), join(terminal.folder, 'other.txt'));
    await terminal.run(`${program} inspect other.txt; echo code $?`);
    await terminal.until(/holds no record/u);
    await restored(terminal);
    expect(existsSync(join(terminal.folder, 'other.txt'))).toBe(true);
  });
});
