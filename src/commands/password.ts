/** A password from the terminal, without echo. */
import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';

/**
 * Asks at the controlling terminal, so that a log may come from standard input meanwhile.
 * @returns null where there is no terminal, or the prompt was left with Ctrl-D; Ctrl-C stops the program, the terminal restored
 */
export async function askPassword(question: string): Promise<string | null> {
  const terminal = openTerminal();
  if (terminal === null) return null;
  process.stderr.write(question);
  terminal.setRawMode(true);
  const line = await lineOf(terminal);
  terminal.setRawMode(false);
  terminal.destroy();
  process.stderr.write('\n');
  if (line !== interrupted) return line;
  process.kill(process.pid, 'SIGINT');
  return null;
}

const interrupted = Symbol('Ctrl-C');

function openTerminal(): ReadStream | null {
  try {
    return new ReadStream(openSync(process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r'));
  } catch {
    return null;
  }
}

function lineOf(terminal: ReadStream): Promise<string | null | typeof interrupted> {
  return new Promise((resolve) => {
    let typed = '';
    terminal.setEncoding('utf8');
    terminal.on('data', (data) => {
      for (const character of String(data)) {
        if (character === '\r' || character === '\n') resolve(typed);
        else if (character === '\u0003') resolve(interrupted);
        else if (character === '\u0004') resolve(null);
        else if (character === '\u007f' || character === '\b') typed = [...typed].slice(0, -1).join('');
        else typed += character;
      }
    });
    terminal.on('error', () => resolve(null));
    terminal.on('end', () => resolve(null));
  });
}
