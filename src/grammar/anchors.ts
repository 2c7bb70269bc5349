/**
 * Which messages are worth reading, by their first characters: derived from the wordings up to their first free text, with all blanks left
 * out, as blanks never matter. Asked of every record of a log, therefore one table and no regular expression.
 */
import type { Variant } from './wording.ts';

/** As many tokens of a wording make a message ours, even when it goes on otherwise: `call 7`, `participant "`. */
export const tokensOfOurs = 2;

/** Whether text[from..to) may be a message worth reading. */
export type MayMatter = (text: string, from: number, to: number) => boolean;

/** What is known of a message that begins so: ours, but not which; quiet; an event, as far as its first characters tell. */
type Known = 'unknown' | 'ours' | 'quiet' | 'event';

const holes = ['guid', 'ip', 'int'] as const;
type AnchorHole = (typeof holes)[number];

/** A place of the walk. */
interface Stop {
  readonly next: Map<number | AnchorHole, Stop>;
  known: Known;
}

/** The test for all wordings, whatever their process. */
export function anchorsOf(variants: readonly Variant[]): MayMatter {
  const root: Stop = { next: new Map(), known: 'unknown' };
  for (const variant of variants) insert(root, variant);
  return walker(root);
}

function insert(root: Stop, { wording, steps }: Variant): void {
  let stop = root;
  for (const [index, { part }] of steps.entries()) {
    if (part.kind === 'literal') {
      for (const sign of part.text) stop = child(stop, sign.charCodeAt(0));
    } else {
      const hole = holes.find((known) => known === part.type);
      if (hole === undefined) break;
      stop = child(stop, hole);
    }
    if (index + 1 >= tokensOfOurs) learn(stop, 'ours');
  }
  learn(stop, wording.event === null ? 'quiet' : 'event');
}

function child(stop: Stop, key: number | AnchorHole): Stop {
  const known = stop.next.get(key);
  if (known !== undefined) return known;
  const fresh: Stop = { next: new Map(), known: 'unknown' };
  stop.next.set(key, fresh);
  return fresh;
}

/** An event outweighs a quiet wording that begins alike, and both outweigh a mere beginning. */
function learn(stop: Stop, known: Known): void {
  const weights: readonly Known[] = ['unknown', 'ours', 'quiet', 'event'];
  if (weights.indexOf(known) > weights.indexOf(stop.known)) stop.known = known;
}

/** Codes of a row: where the walk goes on by character; row 0 is the root, to which none leads back. */
const width = 128;

function walker(root: Stop): MayMatter {
  const stops = [root];
  const rowOf = new Map<Stop, number>([[root, 0]]);
  for (const stop of stops) {
    if (isSettled(stop)) continue;
    for (const to of stop.next.values()) {
      rowOf.set(to, stops.length);
      stops.push(to);
    }
  }
  const table = new Uint16Array(stops.length * width);
  const answers = new Int8Array(stops.length);
  const settled = new Uint8Array(stops.length);
  const holesAt: (readonly (readonly [AnchorHole, number])[] | undefined)[] = [];
  for (const [row, stop] of stops.entries()) {
    answers[row] = stop.known === 'unknown' ? -1 : stop.known === 'quiet' ? 0 : 1;
    settled[row] = isSettled(stop) ? 1 : 0;
    for (const [key, to] of stop.next) if (typeof key === 'number' && key < width) table[row * width + key] = rowOf.get(to) ?? 0;
    const found = holes.flatMap((hole) => {
      const to = stop.next.get(hole);
      return to === undefined ? [] : [[hole, rowOf.get(to) ?? 0] as const];
    });
    holesAt.push(found.length === 0 ? undefined : found);
  }

  return (text, from, to) => {
    let row = 0;
    let answer = false;
    for (let at = from; ; ) {
      if (answers[row] !== -1) answer = answers[row] === 1;
      if (settled[row] === 1) return answer;
      while (at < to && isBlank(text.charCodeAt(at))) at++;
      if (at >= to) return answer;
      const code = text.charCodeAt(at);
      const next = code < width ? (table[row * width + code] ?? 0) : 0;
      if (next !== 0) {
        row = next;
        at++;
        continue;
      }
      const way = holesAt[row]?.find(([hole]) => endOfHole(hole, text, at, to) !== at);
      if (way === undefined) return answer;
      at = endOfHole(way[0], text, at, to);
      row = way[1];
    }
  };
}

/** Whether nothing behind a stop can change the answer. */
function isSettled(stop: Stop): boolean {
  if (stop.known === 'event') return true;
  return stop.known !== 'unknown' && ![...stop.next.values()].some((to) => holds(to, stop.known === 'quiet' ? 'event' : 'quiet'));
}

function holds(stop: Stop, known: Known): boolean {
  return stop.known === known || [...stop.next.values()].some((to) => holds(to, known));
}

/** Behind a hole that begins at a character, or that character when none does. */
function endOfHole(hole: AnchorHole, text: string, at: number, to: number): number {
  switch (hole) {
    case 'int':
      return endOfRun(text, at, to, isDigit);
    case 'guid': {
      const end = endOfRun(text, at, Math.min(to, at + 40), isGuidSign);
      return end - at >= 36 ? at + 36 : at;
    }
    case 'ip': {
      const end = endOfRun(text, at, Math.min(to, at + 48), isAddressSign);
      // The colon behind an address belongs to the wording.
      return end - at < 3 ? at : text.charCodeAt(end - 1) === 58 ? end - 1 : end;
    }
  }
}

function endOfRun(text: string, at: number, to: number, belongs: (code: number) => boolean): number {
  let end = at;
  while (end < to && belongs(text.charCodeAt(end))) end++;
  return end;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isHex = (code: number): boolean => isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
const isGuidSign = (code: number): boolean => isHex(code) || code === 45;
const isAddressSign = (code: number): boolean => isHex(code) || code === 46 || code === 58;
const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;
