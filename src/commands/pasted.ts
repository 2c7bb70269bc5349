/**
 * What is pasted into the terminal. The terminal gives it as it comes: line by line it would cut lines after 4,095 signs, or 1,023 on a Mac,
 * and logs are pasted in longer ones.
 */
import type { ReadStream } from 'node:tty';

/** Around what is pasted, where the terminal can tell it from what is typed. */
const brackets = { ask: '\u001b[?2004h', forget: '\u001b[?2004l', begin: '\u001b[200~', end: '\u001b[201~' } as const;
/** Ctrl-D and Ctrl-C. */
const keys: ReadonlyMap<string, 'end' | 'stop'> = new Map([
  ['\u0004', 'end'],
  ['\u0003', 'stop'],
]);
const clearLine = '\r\u001b[K';

/** Ctrl-D ends it; Ctrl-C is what it is elsewhere. However it ends, the terminal is as it was. */
export async function* pasted(
  terminal: ReadStream,
  screen: { write(text: string): unknown; readonly isTTY?: boolean },
): AsyncGenerator<Uint8Array> {
  const show = (text: string): void => void (screen.isTTY === true && screen.write(text));
  const restore = (): void => {
    terminal.setRawMode(false);
    show(`${clearLine}${brackets.forget}`);
  };
  // A signal that is not listened to would end the program without its exit.
  const leave = (): never => process.exit(143);
  const read = createPasteReader();
  let lines = 0;
  terminal.setRawMode(true);
  process.once('exit', restore);
  process.once('SIGTERM', leave);
  show(brackets.ask);
  try {
    for await (const chunk of terminal) {
      const { text, key } = read(Buffer.from(chunk).toString('latin1'));
      lines += text.split('\n').length - 1;
      if (text !== '') yield Buffer.from(text, 'latin1');
      if (key === 'end') return;
      if (key === 'stop') return void process.emit('SIGINT');
      show(`${clearLine}${lines} ${lines === 1 ? 'line' : 'lines'} so far, Ctrl-D ends`);
    }
  } finally {
    process.off('exit', restore);
    process.off('SIGTERM', leave);
    restore();
  }
}

export interface PasteStep {
  /** One character per byte; lines end as they do in files. */
  readonly text: string;
  /** Ctrl-D or Ctrl-C behind the text. */
  readonly key: 'end' | 'stop' | null;
}

/** Takes what comes from a terminal apart: pasted text, and keys among it. Inside of brackets there are no keys. */
export function createPasteReader(): (signs: string) => PasteStep {
  let isInside = false;
  let rest = '';
  const lineEnds = createLineEnds();
  return (signs) => {
    const all = rest + signs;
    rest = '';
    let text = '';
    for (let at = 0; at < all.length; at += 1) {
      const sign = all[at] ?? '';
      const mark = isInside ? brackets.end : brackets.begin;
      const key = isInside ? null : (keys.get(sign) ?? null);
      if (key !== null) return { text: lineEnds(text), key };
      if (sign !== mark[0]) text += sign;
      else if (all.startsWith(mark, at)) {
        isInside = !isInside;
        at += mark.length - 1;
      } else if (mark.startsWith(all.slice(at))) {
        rest = all.slice(at);
        break;
      } else text += sign;
    }
    return { text: lineEnds(text), key: null };
  };
}

/** Terminals send the end of a line as Return does. */
function createLineEnds(): (text: string) => string {
  let afterReturn = false;
  return (text) => {
    const ends = (afterReturn && text.startsWith('\n') ? text.slice(1) : text).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    if (text !== '') afterReturn = text.endsWith('\r');
    return ends;
  };
}
