/** Bytes in chunks → records, each on the way that it needs: fast while it is plain, careful else. */
import type { Careful } from './careful.ts';
import type { Fast, Place } from './fast.ts';
import { longestLine } from './limits.ts';
import { type Scanner, scannerMargin } from './scanner.ts';
import type { Behind } from './undress.ts';

export interface Reader {
  push(chunk: Uint8Array): void;
  /** Reads what is there, although it is little: more may be long in coming. */
  flush(): void;
  /** Nothing follows. Gives the number of physical lines. */
  finish(): number;
}

/**
 * Bytes are read when so many have come: a chunk of one byte costs no more than its share. Of more at once V8 would make a text that has
 * pages of its own, which the system has to give and take.
 */
const batch = 65_536;
/** More at once would make texts that V8 keeps outside of its heap, slow to look into. */
const most = 524_288;
/** What a scanner has to hold for a reader. */
export const readerCapacity = most + scannerMargin;
/** So much of the next line is shown with a line, and twice as much of the text behind. */
const peekLength = 400;

export function createReader(scanner: Scanner, fast: Fast | null, careful: Careful): Reader {
  const { bytes } = scanner;
  /** Bytes that are not read yet. */
  let filled = 0;
  let text = '';
  let place: Place = startOfLine(0, 1);
  /** The next `\n`, and the next `\r`; -1 = none in these bytes. Kept, or a text without them would be searched to its end for each line. */
  let nextNewline = -1;
  let nextReturn = -1;
  /** Where the run of `\r` ends that was met last. */
  let returnsTo = 0;

  /** Takes the fast way as far as it goes. */
  const runFast = (final: boolean): void => {
    if (fast === null || careful.wantsAll()) return;
    if (careful.isOpen()) {
      if (place.inside || !fast.isPlain(place.at) || isSameAsBefore()) return;
      careful.close(false);
    }
    place = fast.run(place, final);
    const last = fast.last();
    if (last !== null) careful.passed(last.line, last.record, last.broken);
  };

  const isSameAsBefore = (): boolean => {
    const end = lineEnd(place.at, true)?.at ?? text.length;
    return careful.isSameLine(text.slice(place.at, end));
  };

  /** The end of the line at `from`, and the beginning of the next; null = not in these bytes. A `\r` at their end may be half of `\r\n`. */
  const lineEnd = (from: number, final: boolean): LineEnd | null => {
    if (nextNewline !== -1 && nextNewline < from) nextNewline = text.indexOf('\n', from);
    const newline = nextNewline;
    if (nextReturn !== -1 && nextReturn < from) nextReturn = text.indexOf('\r', from);
    if (nextReturn === -1 || (newline !== -1 && newline < nextReturn)) return newline === -1 ? null : { at: newline, next: newline + 1 };
    let next = Math.max(nextReturn, returnsTo);
    while (text.charCodeAt(next) === 0x0d) next += 1;
    returnsTo = next;
    if (next === text.length && !final) return null;
    if (text.charCodeAt(next) === 0x0a) return { at: nextReturn, next: next + 1 };
    return { at: nextReturn, next: nextReturn + 1 };
  };

  /** Gives the line at the place the careful way; false = it is not whole yet, or what follows it is not known. */
  const stepCarefully = (final: boolean): boolean => {
    const { at, line, inside } = place;
    const end = lineEnd(at, final) ?? (final ? { at: text.length, next: text.length } : null);
    if (inside) return stepInside(end);
    if ((end?.at ?? text.length) - at > longestLine) {
      const cut = pieceEnd(text, at);
      careful.line(text.slice(at, cut), line, { next: '', later: '' });
      place = { at: cut, line, inside: true, lineStart: -1, clean: false };
      return true;
    }
    if (end === null) return false;
    if (text.length - end.next < 2 * peekLength && !final) return false;
    careful.line(text.slice(at, end.at), line, behind(end.next));
    place = startOfLine(end.next, line + 1);
    return true;
  };

  /** What follows a line: the next one, and some of what is behind it. Of long lines only their beginning. */
  const behind = (from: number): Behind => {
    const to = Math.min(lineEnd(from, true)?.at ?? text.length, from + peekLength);
    const later = text.slice(to, from + 2 * peekLength);
    return { next: text.slice(from, to), later: /^[\r\n]/.test(later) ? later.replace(/^\r*\n|^\r/, '') : '' };
  };

  /** Gives more of a line, up to a plain head on it. */
  const stepInside = (end: LineEnd | null): boolean => {
    const { at, line } = place;
    const lineTo = end?.at ?? text.length;
    const isLong = lineTo - at > longestLine;
    if (end === null && !isLong) return false;
    const to = isLong ? pieceEnd(text, at) : lineTo;
    const plain = fast === null || careful.wantsAll() ? -1 : fast.nextPlain(at + 1, to);
    if (!careful.isOpen()) careful.resume(line);
    const isEnd = plain === -1 && !isLong && end !== null;
    const { lineStart } = place;
    careful.more(text.slice(at, plain === -1 ? to : plain), isEnd && lineStart >= 0 ? text.slice(lineStart, to) : null);
    if (plain !== -1) {
      careful.close(true);
      place = { at: plain, line, inside: true, lineStart, clean: false };
    } else place = isEnd ? startOfLine(end.next, line + 1) : { at: to, line, inside: true, lineStart: -1, clean: false };
    return true;
  };

  const read = (final: boolean): void => {
    text = bytes.toString('latin1', 0, filled);
    bytes[filled] = 0x0a;
    fast?.over(text);
    nextNewline = text.indexOf('\n');
    nextReturn = text.indexOf('\r');
    returnsTo = 0;
    while (place.at < text.length) {
      runFast(final);
      if (place.at >= text.length || !stepCarefully(final)) break;
    }
    // The beginning of the line at hand stays, as long as it is one of reasonable length.
    const { at, lineStart } = place;
    const keep = lineStart >= 0 && at - lineStart <= longestLine ? lineStart : at;
    bytes.copyWithin(0, keep, filled);
    filled -= keep;
    place = { ...place, at: at - keep, lineStart: keep === lineStart ? 0 : -1 };
  };

  const push: Reader['push'] = (chunk) => {
    for (let from = 0; from < chunk.length; ) {
      const part = chunk.subarray(from, from + Math.min(batch, most - filled));
      bytes.set(part, filled);
      filled += part.length;
      from += part.length;
      sinceRead += part.length;
      if (filled === most || sinceRead >= batch) readNow(false);
    }
  };
  let sinceRead = 0;
  const readNow = (final: boolean): void => {
    sinceRead = 0;
    read(final);
  };

  return {
    push,
    flush: () => readNow(false),
    finish() {
      readNow(true);
      return place.line - (place.inside ? 0 : 1);
    },
  };
}

function startOfLine(at: number, line: number): Place {
  return { at, line, inside: false, lineStart: at, clean: true };
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
