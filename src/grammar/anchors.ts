/**
 * Which messages are worth reading, by their first characters: derived from the wordings up to their first free text, with all blanks left
 * out, as blanks never matter. Asked of every record of a log, therefore one table and no regular expression.
 */
import { type AnchorHole, anchorHoles, type Known, type Stop } from './anchor-walk.ts';
import { stepsOfOurs, type Variant } from './wording.ts';

interface GrowingStop extends Stop {
  readonly next: Map<number | AnchorHole, GrowingStop>;
  readonly behind: { quiet: boolean; event: boolean };
  known: Known;
}

/** Where the test begins, for all wordings, whatever their process. */
export function anchorsOf(variants: readonly Variant[]): Stop {
  const root: GrowingStop = newStop();
  // Quiet ones first: behind a beginning that is ours and that none of them shares, an event need not be told from another.
  for (const variant of variants) if (variant.wording.event === null) insert(root, variant);
  for (const variant of variants) if (variant.wording.event !== null) insert(root, variant);
  return root;
}

/** So many signs. */
const beginningLength = 4;

const hexDigits = '0123456789abcdefABCDEF';
/** What a hole begins with. */
const firstSigns: Readonly<Record<AnchorHole, string>> = { guid: hexDigits, ip: `${hexDigits}:`, int: '0123456789' };

/**
 * How all messages begin that are worth reading, blanks left out: four signs, or the first alone where those behind it can be many; null =
 * that may be any.
 */
export function beginningsOf(root: Stop): readonly string[] | null {
  if (isWorthReading(root)) return null;
  const found = new Set<string>();
  const walk = (stop: Stop, signs: string): void => {
    if (signs.length === beginningLength) {
      if (mayMatterBehind(stop)) found.add(signs);
      return;
    }
    const first = signs.charAt(0);
    if (isWorthReading(stop)) found.add(first);
    for (const [key, next] of stop.next) {
      if (typeof key === 'number') walk(next, signs + String.fromCharCode(key));
      else for (const sign of first === '' ? firstSigns[key] : first) found.add(sign);
    }
  };
  walk(root, '');
  return [...found];
}

function mayMatterBehind(stop: Stop): boolean {
  return isWorthReading(stop) || stop.next.values().some(mayMatterBehind);
}

function isWorthReading({ known }: Stop): boolean {
  return known === 'ours' || known === 'event';
}

function insert(root: GrowingStop, { wording, steps }: Variant): void {
  const ours = stepsOfOurs(steps);
  const end = wording.event === null ? 'quiet' : 'event';
  let stop = root;
  const go = (key: number | AnchorHole): void => {
    stop.behind[end] = true;
    stop = child(stop, key);
  };
  for (const [index, { part }] of steps.entries()) {
    if (part.kind === 'literal') {
      for (const sign of part.text) go(sign.charCodeAt(0));
    } else {
      const hole = anchorHoles.find((known) => known === part.type);
      if (hole === undefined) break;
      go(hole);
    }
    if (index + 1 >= ours) learn(stop, 'ours');
    if (end === 'event' && stop.known === 'ours' && !stop.behind.quiet) return;
  }
  learn(stop, end);
}

function newStop(): GrowingStop {
  return { next: new Map(), behind: { quiet: false, event: false }, known: 'unknown' };
}

function child(stop: GrowingStop, key: number | AnchorHole): GrowingStop {
  const known = stop.next.get(key);
  if (known !== undefined) return known;
  const fresh: GrowingStop = newStop();
  stop.next.set(key, fresh);
  return fresh;
}

const weight: Readonly<Record<Known, number>> = { unknown: 0, ours: 1, quiet: 2, event: 3 };

/** An event outweighs a quiet wording that begins alike, and both outweigh a mere beginning. */
function learn(stop: GrowingStop, known: Known): void {
  if (weight[known] > weight[stop.known]) stop.known = known;
}
