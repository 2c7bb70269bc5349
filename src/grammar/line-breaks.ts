/**
 * Messages with broken lines, as texts on one line: where no token of the lexicon can go on over a break, the break is a blank, and the
 * quick way may read it. What it says of such a text is what chevrotain says of the message, which a differential test holds.
 */
import { once } from './once.ts';
import { isDigit, isHex } from './signs.ts';
import { literalsOf, type Tree } from './tree.ts';

/** A message on one line. */
export interface Unbroken {
  readonly text: string;
  /** Where the breaks were: the blanks that stand for them. */
  readonly breaks: readonly number[];
  /** The place in the message of a place in the text; of a blank that stands for a break, the place before the break. */
  origin(at: number): number;
}

/** null = a word, a number or a GUID may go on over a break. */
export type Unbreak = (message: string) => Unbroken | null;

const lineBreak = /[ \t\r]{0,8}\n[ \t\r\n]{0,8}/g;

export function unbreakerOf(trees: readonly Tree[]): Unbreak {
  const seams = once(() => seamsOf(literalsOf(trees)));
  return (message) => {
    const breaks: number[] = [];
    const grown: number[] = [];
    const seamsAt: number[] = [];
    let text = '';
    let joined = '';
    let from = 0;
    for (const { 0: gap, index } of message.matchAll(lineBreak)) {
      const line = message.slice(from, index);
      text += `${line} `;
      joined += line;
      breaks.push(text.length - 1);
      from = index + gap.length;
      grown.push(from - text.length);
      // Blanks beside a break are no part of a token.
      if (gap === '\n') seamsAt.push(joined.length);
      else joined += ' ';
    }
    text += message.slice(from);
    joined += message.slice(from);
    if (seamsAt.some((seam) => mayGoOn(joined, seam, seams()))) return null;
    const origin = (at: number): number => at + (grown[breaks.findLastIndex((place) => place < at)] ?? 0);
    return { text, breaks, origin };
  };
}

/** By the two signs at a seam: the words of the lexicon that have them in their middle, cut there. */
type Seams = ReadonlyMap<string, readonly (readonly [above: string, below: string])[]>;

function seamsOf(literals: readonly string[]): Seams {
  const seams = new Map<string, (readonly [string, string])[]>();
  for (const literal of literals) {
    for (let cut = 1; cut < literal.length; cut++) {
      const key = literal.slice(cut - 1, cut + 1);
      const known = seams.get(key);
      const halves = [literal.slice(0, cut), literal.slice(cut)] as const;
      if (known === undefined) seams.set(key, [halves]);
      else known.push(halves);
    }
  }
  return seams;
}

/** Whether a token of a message without its breaks may have one in it here. */
function mayGoOn(joined: string, seam: number, seams: Seams): boolean {
  const words = seams.get(joined.slice(seam - 1, seam + 1));
  if (words?.some(([above, below]) => joined.endsWith(above, seam) && joined.startsWith(below, seam)) === true) return true;
  return isNumeric(joined, seam);
}

/** No token of numbers is longer, but an address, of which two colons are enough to be told. */
const longestToken = 40;
const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/iy;

/** Whether the seam may lie inside of a number, an address, a duration or a GUID. */
function isNumeric(joined: string, seam: number): boolean {
  if (isNumeral(joined.charCodeAt(seam - 1)) && isNumeral(joined.charCodeAt(seam))) return true;
  let from = seam;
  while (seam - from < longestToken && isPart(joined.charCodeAt(from - 1))) from -= 1;
  let to = seam;
  while (to - seam < longestToken && isPart(joined.charCodeAt(to))) to += 1;
  return joined.slice(from, to).split(':', 3).length > 2 || isGuidAcross(joined.slice(from, to), seam - from);
}

function isGuidAcross(run: string, seam: number): boolean {
  for (let start = Math.max(0, seam - 35); start < seam; start++) {
    guid.lastIndex = start;
    if (guid.test(run) && guid.lastIndex > seam) return true;
  }
  return false;
}

/** What numbers, durations and short addresses consist of. */
function isNumeral(code: number): boolean {
  return isDigit(code) || code === 0x2e || code === 0x3a;
}

function isPart(code: number): boolean {
  return isHex(code) || isNumeral(code) || code === 0x2d;
}
