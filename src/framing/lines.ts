/** Text in chunks → physical lines, however they end: `\n`, `\r\n`, a lone `\r`. */
import { longestLine } from './limits.ts';

export interface LineReader {
  push(chunk: string): void;
  finish(): void;
}

export interface LineSink {
  /** A whole line, or the first piece of one that is too long. `next` = what the line behind it begins with. */
  line(text: string, next: string): void;
  /** A further piece of the same line. */
  more(text: string): void;
}

/** So much of the next line is shown with a line. */
const peekLength = 400;

export function createLineReader(sink: LineSink): LineReader {
  let rest = '';
  let pieces: string[] = [];
  let pending = 0;
  /** The text begins inside a line of which a piece is through. */
  let inside = false;

  const give = (text: string, next: string): void => {
    if (inside) sink.more(text);
    else sink.line(text, next);
  };

  const read = (final: boolean): void => {
    const text = rest + pieces.join('');
    pieces = [];
    pending = 0;
    let at = 0;
    while (at < text.length) {
      const end = lineEnd(text, at, final);
      if (end === null) {
        if (text.length - at < longestLine + peekLength && !final) break;
        if (text.length - at <= longestLine && final) {
          give(text.slice(at), '');
          inside = false;
          at = text.length;
          break;
        }
        const cut = pieceEnd(text, at);
        give(text.slice(at, cut), '');
        inside = true;
        at = cut;
        continue;
      }
      if (end.at - at > longestLine) {
        const cut = pieceEnd(text, at);
        give(text.slice(at, cut), '');
        inside = true;
        at = cut;
        continue;
      }
      const nextEnd = lineEnd(text, end.next, final);
      if (nextEnd === null && text.length - end.next < peekLength && !final) break;
      give(text.slice(at, end.at), text.slice(end.next, Math.min(nextEnd?.at ?? text.length, end.next + peekLength)));
      inside = false;
      at = end.next;
    }
    rest = text.slice(at);
  };

  return {
    push(chunk) {
      pieces.push(chunk);
      pending += chunk.length;
      if (pending >= longestLine) read(false);
    },
    finish: () => read(true),
  };
}

interface LineEnd {
  readonly at: number;
  readonly next: number;
}

/** The end of the line at `from`; null = not in this text. A `\r` at the very end may be half of `\r\n`. */
function lineEnd(text: string, from: number, final: boolean): LineEnd | null {
  const end = /\r*\n|\r/g;
  end.lastIndex = from;
  const found = end.exec(text);
  if (found === null) return null;
  const next = found.index + found[0].length;
  if (next === text.length && !found[0].endsWith('\n') && !final) return null;
  return { at: found.index, next };
}

/** Where to cut a long line: at a blank, so that no sign is cut that consists of several. */
function pieceEnd(text: string, from: number): number {
  const to = from + longestLine;
  const blank = text.lastIndexOf(' ', to);
  return blank > to - 512 ? blank : to;
}
