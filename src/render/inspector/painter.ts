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
  const old = cutsOf(before);
  const now = cutsOf(after);
  const from = firstChange(before, after, old, now);
  const to = lastChange(before, after, old, now, from.at);
  const column = widthOf(bare(after.slice(0, from.at))) + 1;
  const place = `\u001b[${row};${column}H${from.style}`;
  // Blanks to the end are erased, not written.
  if (to === null || after.slice(to.at).trim() === '') return `${place}${anchored(after.slice(from.at).trimEnd(), column)}${eraseRest}`;
  return `${place}${after.slice(from.at, to.at)}${to.style === '' ? '' : reset}`;
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

/** A place where a line may be taken up: between two characters that cannot be parts of one, with the style that is on there. */
interface Cut {
  readonly at: number;
  readonly style: string;
}

const sequencesOrText = /\u001b\[[\d;]*m|[^\u001b]+/gu;
const sequences = /\u001b\[[\d;]*m/gu;
/** ASCII, rules and blocks: each is a character of its own. */
const own = /[ -~\u2500-\u259f]/u;

const bare = (text: string): string => text.replace(sequences, '');

function cutsOf(line: string): readonly Cut[] {
  const cuts: Cut[] = [{ at: 0, style: '' }];
  let style = '';
  let at = 0;
  let isOwn = true;
  const run = (until: number): void => {
    for (; at < until; at += 1) {
      const next = own.test(line.charAt(at));
      if (isOwn && next) cuts.push({ at, style });
      isOwn = next;
    }
  };
  for (const { 0: sequence, index } of line.matchAll(sequences)) {
    run(index);
    style = sequence === reset ? '' : style + sequence;
    at = index + sequence.length;
  }
  run(line.length);
  return cuts;
}

/** The last place of both up to which they are the same. */
function firstChange(before: string, after: string, old: readonly Cut[], now: readonly Cut[]): Cut {
  let same = 0;
  while (same < after.length && before.charCodeAt(same) === after.charCodeAt(same)) same += 1;
  const places = new Set(old.map(({ at }) => at));
  return now.findLast(({ at }) => at <= same && places.has(at)) ?? { at: 0, style: '' };
}

/** The first place from which on both are the same, and stand in the same columns; null = there is none. */
function lastChange(before: string, after: string, old: readonly Cut[], now: readonly Cut[], from: number): Cut | null {
  let same = 0;
  const most = Math.min(before.length, after.length) - from;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same += 1;
  const styles = new Map(old.map(({ at, style }) => [before.length - at, style]));
  const to = now.find(({ at, style }) => at >= after.length - same && styles.get(after.length - at) === style) ?? null;
  // Blanks to the end are erased, not written. Behind what may be wider than it should be, all is written again.
  if (to === null || after.slice(to.at).trim() === '' || uncertain.test(after.slice(from, to.at))) return null;
  const gone = before.slice(from, before.length - (after.length - to.at));
  return widthOf(bare(gone)) === widthOf(bare(after.slice(from, to.at))) ? to : null;
}
