/** The test that every record of a log is put to: anchors as one table, walked character by character. */
import { isBlank, isDigit, isHex, isWordSign } from './signs.ts';

/** What is known of a message that begins so: ours, but not which; quiet; an event, as far as its first characters tell. */
export type Known = 'unknown' | 'ours' | 'quiet' | 'event';

/** Holes that the walk can pass, in the order in which they are asked. */
export const anchorHoles = ['guid', 'ip', 'int'] as const;
export type AnchorHole = (typeof anchorHoles)[number];

/** A place of the walk: where each character, or a hole, leads to. */
export interface Stop {
  readonly next: ReadonlyMap<number | AnchorHole, Stop>;
  readonly known: Known;
  /** What more is known at stops behind it. */
  readonly behind: { readonly quiet: boolean; readonly event: boolean };
}

/** Whether text[from..to) may be a message worth reading. */
export type MayMatter = (text: string, from: number, to: number) => boolean;

/** Codes of a row: where the walk goes on by character. Row 0 is the root, to which none leads back: there, 0 says nowhere. */
const width = 128;

interface HoleWay {
  readonly hole: AnchorHole;
  readonly row: number;
}

const unknown = -1;
const no = 0;
const yes = 1;

export function walkOver(root: Stop): MayMatter {
  const stops = inRows(root);
  const rows = new Map(stops.map((stop, row) => [stop, row]));
  const table = new Uint16Array(stops.length * width);
  for (const [row, { next }] of stops.entries()) {
    for (const [key, to] of next) if (typeof key === 'number' && key < width) table[row * width + key] = rows.get(to) ?? 0;
  }
  const answers = Int8Array.from(stops, ({ known }) => (known === 'unknown' ? unknown : known === 'quiet' ? no : yes));
  const settled = Uint8Array.from(stops, (stop) => (isSettled(stop) ? yes : no));
  const holes = stops.map(({ next }): readonly HoleWay[] =>
    anchorHoles.flatMap((hole) => {
      const to = next.get(hole);
      return to === undefined ? [] : [{ hole, row: rows.get(to) ?? 0 }];
    }),
  );

  return (text, from, to) => {
    let row = 0;
    let answer = false;
    for (let at = from; ; ) {
      if (answers[row] !== unknown) answer = answers[row] === yes;
      if (settled[row] === yes) return answer;
      while (at < to && isBlank(text.charCodeAt(at))) at++;
      if (at >= to) return answer;
      const code = text.charCodeAt(at);
      const next = code < width ? table[row * width + code] : 0;
      if (next !== undefined && next !== 0) {
        row = next;
        at++;
        continue;
      }
      const way = holeAt(holes[row], text, at, to);
      if (way === undefined) return answer;
      row = way.row;
      at = endOfHole(way.hole, text, at, to);
    }
  };
}

function holeAt(ways: readonly HoleWay[] | undefined, text: string, at: number, to: number): HoleWay | undefined {
  if (ways === undefined) return undefined;
  for (const way of ways) if (endOfHole(way.hole, text, at, to) !== at) return way;
  return undefined;
}

/** The stops that a walk can reach before it is settled, the root first. */
function inRows(root: Stop): Stop[] {
  const stops = [root];
  for (const stop of stops) if (!isSettled(stop)) stops.push(...stop.next.values());
  return stops;
}

/** Whether nothing behind a stop can change the answer. */
function isSettled({ known, behind }: Stop): boolean {
  if (known === 'event') return true;
  return known !== 'unknown' && !(known === 'quiet' ? behind.event : behind.quiet);
}

const guid = /[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/y;

/** Behind a hole that begins at a character, or that character when none does. */
function endOfHole(hole: AnchorHole, text: string, at: number, to: number): number {
  let end = at;
  switch (hole) {
    case 'int':
      while (end < to && isDigit(text.charCodeAt(end))) end++;
      return end;
    case 'guid':
      guid.lastIndex = at;
      return at + 36 <= to && guid.test(text) ? at + 36 : at;
    case 'ip':
      while (end < to && end < at + 48 && isAddressSign(text.charCodeAt(end))) end++;
      // The colon behind an address belongs to the wording, and so do hexadecimal letters of a word behind it.
      if (end < to && isWordSign(text.charCodeAt(end))) while (end > at && text.charCodeAt(end - 1) !== 58) end--;
      return end - at < 3 ? at : text.charCodeAt(end - 1) === 58 ? end - 1 : end;
  }
}

function isAddressSign(code: number): boolean {
  return isHex(code) || code === 46 || code === 58;
}
