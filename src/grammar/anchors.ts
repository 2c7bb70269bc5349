/**
 * Which messages are worth reading, by their first characters: derived from the wordings up to their first free text, with all blanks left
 * out, as blanks never matter. Asked of every record of a log, therefore one table and no regular expression.
 */
import { type AnchorHole, anchorHoles, type Known, type MayMatter, type Stop, walkOver } from './anchor-walk.ts';
import { stepsOfOurs, type Variant } from './wording.ts';

interface GrowingStop extends Stop {
  readonly next: Map<number | AnchorHole, GrowingStop>;
  readonly behind: { quiet: boolean; event: boolean };
  known: Known;
}

/** The test for all wordings, whatever their process. */
export function anchorsOf(variants: readonly Variant[]): MayMatter {
  const root: GrowingStop = newStop();
  // Quiet ones first: behind a beginning that is ours and that none of them shares, an event need not be told from another.
  for (const variant of variants) if (variant.wording.event === null) insert(root, variant);
  for (const variant of variants) if (variant.wording.event !== null) insert(root, variant);
  return walkOver(root);
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
