/**
 * Lines → the terminal: what has changed since the last time and nothing else, in one piece, so that nothing flickers. (ink lays out a
 * whole screen character by character for every frame, which takes longer at 200 × 50 than anybody wants to wait for a key.)
 */
import { graphemesOf, widthOf } from '#view/shorten.ts';

export interface Painter {
  /** Draws lines that fill the screen. */
  paint(lines: readonly string[]): void;
  /** Something else may stand on the screen now. */
  forget(): void;
}

/** Between these two, terminals that can (mode 2026) show nothing; the others do not mind. */
const begin = '\u001b[?2026h';
const end = '\u001b[?2026l';
const reset = '\u001b[0m';
const eraseRest = '\u001b[K';

export function createPainter(write: (text: string) => void): Painter {
  let shown: readonly string[] = [];
  return {
    paint(lines) {
      const changes = lines.map((line, row) => changeOf(shown[row] ?? null, line, row + 1)).join('');
      shown = lines;
      if (changes !== '') write(`${begin}${changes}${end}`);
    },
    forget() {
      shown = [];
    },
  };
}

/** What turns one line of the screen into another; empty = nothing has to be done. `row` counts from 1; null = what stands there is not known. */
export function changeOf(before: string | null, after: string, row: number): string {
  if (before === after) return '';
  if (before === null) return `\u001b[${row};1H${anchored(after.trimEnd(), 1)}${eraseRest}`;
  const from = firstChange(before, after);
  const to = lastChange(before, after, from);
  const column = widthOf(bare(after.slice(0, from))) + 1;
  const place = `\u001b[${row};${column}H${styleAt(after, from)}`;
  // Blanks to the end are erased, not written.
  if (to === null || after.slice(to).trim() === '') return `${place}${anchored(after.slice(from).trimEnd(), column)}${eraseRest}`;
  return `${place}${after.slice(from, to)}${styleAt(after, to) === '' ? '' : reset}`;
}

/** Characters of which terminals know the width each in their own way: scripts beyond those of Europe, and pictures. */
const uncertain = /[\u0300-\u1fff\u2600-\u2712\u2719-\u27bf\u2b00-\uffff\u{10000}-\u{10ffff}]/u;
/** A text in which it is said where what stands behind such a character begins, so that nothing else moves with it. */
function anchored(text: string, column: number): string {
  if (!uncertain.test(text)) return text;
  let at = column;
  const cluster = (sign: string): string => {
    const width = widthOf(sign);
    at += width;
    return uncertain.test(sign) ? `${width === 0 ? '' : `\u001b[${width}X`}${sign}\u001b[${at}G` : sign;
  };
  return text.replace(sequencesOrText, (part) =>
    part.startsWith('\u001b') ? part : Array.from(graphemesOf(part), ({ segment }) => cluster(segment)).join(''),
  );
}

const sequencesOrText = /\u001b\[[\d;]*m|[^\u001b]+/gu;
const sequences = /\u001b\[[\d;]*m/gu;
const bare = (text: string): string => text.replace(sequences, '');

/** ASCII, rules and blocks: each is a character of its own. */
function isOwn(code: number): boolean {
  return (code >= 0x20 && code <= 0x7e) || (code >= 0x2500 && code <= 0x259f);
}

/** Where the sequence ends that stands around a place, or begins there; the place itself where none does. */
function behindSequence(line: string, at: number): number {
  const begins = line.lastIndexOf('\u001b', at);
  const ends = begins < 0 ? -1 : line.indexOf('m', begins);
  return ends >= at ? ends + 1 : at;
}

/** Whether a line may be taken up at a place: between two characters that cannot be parts of one, and not within a sequence. */
function isCut(line: string, at: number): boolean {
  if (at === 0) return true;
  if (behindSequence(line, at) !== at || !isOwn(line.charCodeAt(at))) return false;
  let before = at - 1;
  while (before >= 0 && line.charCodeAt(before) === 0x6d) {
    const begins = line.lastIndexOf('\u001b', before);
    if (begins < 0 || line.indexOf('m', begins) !== before) break;
    before = begins - 1;
  }
  return before < 0 || isOwn(line.charCodeAt(before));
}

/** What is on at a place. */
function styleAt(line: string, at: number): string {
  const from = line.lastIndexOf(reset, at - reset.length);
  return (line.slice(from < 0 ? 0 : from + reset.length, at).match(sequences) ?? []).join('');
}

/** The last place of both up to which they are the same. */
function firstChange(before: string, after: string): number {
  let at = 0;
  while (at < after.length && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  while (!isCut(after, at) || !isCut(before, at)) at -= 1;
  return at;
}

/** The first place from which on both are the same, and stand in the same columns; null = there is none. */
function lastChange(before: string, after: string, from: number): number | null {
  let same = 0;
  const most = Math.min(before.length, after.length) - from;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same += 1;
  const shift = before.length - after.length;
  let to = after.length - same;
  while (to < after.length && !(isCut(after, to) && isCut(before, to + shift))) to += 1;
  if (styleAt(after, to) !== styleAt(before, to + shift)) {
    // Behind the next reset nothing is on in either.
    const off = after.indexOf(reset, to);
    to = off < 0 ? after.length : off + reset.length;
    while (to < after.length && !(isCut(after, to) && isCut(before, to + shift))) to += 1;
    if (styleAt(after, to) !== styleAt(before, to + shift)) return null;
  }
  // Blanks to the end are erased, not written. Behind what may be wider than it should be, all is written again.
  if (after.slice(to).trim() === '' || uncertain.test(after.slice(from, to))) return null;
  return widthOf(bare(before.slice(from, to + shift))) === widthOf(bare(after.slice(from, to))) ? to : null;
}
