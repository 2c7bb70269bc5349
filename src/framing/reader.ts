/** Bytes in chunks → physical lines, each on the way that it needs: fast while it is plain, careful else. */
import type { Careful } from './careful.ts';
import type { Fast } from './fast.ts';
import { longestLine } from './limits.ts';

export interface Reader {
  push(chunk: Uint8Array): void;
  /** Reads what is there, although it is little: more may be long in coming. */
  flush(): void;
  /** Nothing follows. Gives the number of physical lines. */
  finish(): number;
}

/** Bytes are read when so many have come: a chunk of one byte costs no more than its share. */
const batch = 65_536;
/** More at once would make texts that V8 keeps outside of its heap, slow to look into. */
const most = 524_288;
/** So much of the next line is shown with a line. */
const peekLength = 400;

export function createReader(fast: Fast | null, careful: Careful): Reader {
  let pieces: Uint8Array[] = [];
  let pending = 0;
  let lines = 0;
  /** The text begins inside a line of which a piece is through. */
  let inside = false;
  let text = '';
  let bytes: Uint8Array = new Uint8Array(0);
  /** The next lone or other `\r`; -1 = none in these bytes. */
  let nextReturn = -1;

  const give = (from: number, to: number, next: string): void => {
    const line = text.slice(from, to);
    if (inside) careful.more(line);
    else {
      lines += 1;
      careful.line(line, lines, next);
    }
  };

  /** Takes the fast way as far as it goes. */
  const runFast = (at: number, final: boolean): number => {
    if (fast === null || inside || careful.wantsAll()) return at;
    if (careful.isOpen()) {
      if (!fast.isPlain(at)) return at;
      careful.close();
    }
    const end = fast.run(at, lines, final);
    if (fast.lines() > 0) careful.passed(fast.last());
    lines += fast.lines();
    return end;
  };

  /** The end of the line at `from`, and the beginning of the next; null = not in these bytes. A `\r` at their end may be half of `\r\n`. */
  const lineEnd = (from: number, final: boolean): LineEnd | null => {
    const newline = text.indexOf('\n', from);
    if (nextReturn !== -1 && nextReturn < from) nextReturn = text.indexOf('\r', from);
    if (nextReturn === -1 || (newline !== -1 && newline < nextReturn)) return newline === -1 ? null : { at: newline, next: newline + 1 };
    let next = nextReturn;
    while (text.charCodeAt(next) === 0x0d) next += 1;
    if (next === text.length && !final) return null;
    if (text.charCodeAt(next) === 0x0a) return { at: nextReturn, next: next + 1 };
    return { at: nextReturn, next: nextReturn + 1 };
  };

  /** Gives the line at `at` the careful way; null = it is not whole yet, or what follows it is not known. */
  const stepCarefully = (at: number, final: boolean): number | null => {
    const end = lineEnd(at, final) ?? (final ? { at: text.length, next: text.length } : null);
    if ((end?.at ?? text.length) - at > longestLine) {
      const cut = pieceEnd(text, at);
      give(at, cut, '');
      inside = true;
      return cut;
    }
    if (end === null) return null;
    const nextEnd = lineEnd(end.next, final)?.at ?? text.length;
    if (nextEnd === text.length && text.length - end.next < peekLength && !final) return null;
    give(at, end.at, text.slice(end.next, Math.min(nextEnd, end.next + peekLength)));
    inside = false;
    return end.next;
  };

  const read = (final: boolean): void => {
    text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    fast?.over(bytes, text);
    nextReturn = text.indexOf('\r');
    let at = 0;
    while (at < text.length) {
      at = runFast(at, final);
      if (at >= text.length) break;
      const next = stepCarefully(at, final);
      if (next === null) break;
      at = next;
    }
    bytes = bytes.subarray(at);
  };

  const gather = (final: boolean): void => {
    const all = pieces.length === 1 && bytes.length === 0 ? (pieces[0] ?? bytes) : Buffer.concat([bytes, ...pieces]);
    pieces = [];
    pending = 0;
    let rest = all;
    while (rest.length > most) {
      bytes = rest.subarray(0, most);
      rest = rest.subarray(most);
      read(false);
      rest = bytes.length === 0 ? rest : all.subarray(all.length - rest.length - bytes.length);
    }
    bytes = rest;
    read(final);
    // NOTE: a copy, so that a chunk is not kept for its last line.
    bytes = Buffer.from(bytes);
  };

  return {
    push(chunk) {
      pieces.push(chunk);
      pending += chunk.length;
      if (pending >= batch) gather(false);
    },
    flush: () => gather(false),
    finish() {
      gather(true);
      return lines;
    },
  };
}

interface LineEnd {
  readonly at: number;
  readonly next: number;
}

/** Where to cut a long line: at a blank, so that no sign is cut that consists of several. */
function pieceEnd(text: string, from: number): number {
  const to = Math.min(text.length, from + longestLine);
  const blank = text.lastIndexOf(' ', to);
  return blank > Math.max(from, to - 512) ? blank : to;
}
