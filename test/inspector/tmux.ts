/** A real terminal: tmux keeps the screen, keys are sent to it as a keyboard would. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

/** The built program, run by this Node. */
export const program = `'${process.execPath}' '${join(process.cwd(), 'dist/bin.js')}'`;

export interface Terminal {
  /** A directory of its own, in which the shell runs. */
  readonly folder: string;
  run(command: string): Promise<void>;
  send(...keys: readonly string[]): void;
  screen(): string;
  /** The screen, as soon as it holds a text. */
  until(text: string | RegExp): Promise<string>;
  resize(columns: number, rows: number): void;
  /** Has all that is written to the terminal from here on written to a file, too. */
  pipe(file: string): void;
  /** A format of tmux about its one pane: `#{alternate_on}`. */
  asked(format: string): string;
  close(): void;
}

export function openTerminal(columns: number, rows: number, environment: Readonly<Record<string, string>> = {}): Terminal {
  const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
  const socket = join(folder, 'tmux');
  const tmux = (...args: readonly string[]): string =>
    execFileSync('tmux', ['-S', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' });
  const settings = { LANG: 'C.UTF-8', TERM: 'xterm-256color', PS1: '$ ', HISTFILE: '', ...environment };
  const env = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  tmux(
    'new-session',
    '-d',
    '-x',
    String(columns),
    '-y',
    String(rows),
    '-c',
    folder,
    'env',
    '-u',
    'CI',
    '-u',
    'NO_COLOR',
    ...env,
    'bash',
    '--norc',
    '--noprofile',
  );
  const screen = (): string => tmux('capture-pane', '-p');
  const until: Terminal['until'] = async (text) => {
    const end = Date.now() + 15_000;
    for (;;) {
      const now = screen();
      if (typeof text === 'string' ? now.includes(text) : text.test(now)) return now;
      if (Date.now() > end) throw new Error(`${text} did not come; the screen is\n${now}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  };
  return {
    folder,
    async run(command) {
      await until('$');
      tmux('send-keys', '-l', command);
      tmux('send-keys', 'Enter');
    },
    send: (...keys) => void tmux('send-keys', ...keys),
    screen,
    until,
    resize: (width, height) => void tmux('resize-window', '-x', String(width), '-y', String(height)),
    pipe: (file) => void tmux('pipe-pane', `cat > '${file}'`),
    asked: (format) => tmux('display-message', '-p', format).trim(),
    close() {
      spawnSync('tmux', ['-S', socket, 'kill-server']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The shell is back, on the screen where it was, with its line discipline. */
export async function restored(terminal: Terminal): Promise<void> {
  // A prompt with nothing behind it: before, the program might still take what is typed.
  await terminal.until(/^\$ ?$/mu);
  expect(terminal.asked('#{alternate_on} #{cursor_flag}')).toBe('0 1');
  terminal.send('clear; stty -a | grep -o -- " -\\?icanon\\| -\\?echo "; echo over', 'Enter');
  const screen = await terminal.until(/^over/mu);
  expect(screen).not.toMatch(/-icanon|-echo/u);
}
