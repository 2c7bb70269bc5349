/**
 * Which messages are worth reading, by their first characters: derived from the wordings up to their first free text, with all blanks left
 * out, as blanks never matter. Asked of every record of a log, therefore one table and no regular expression.
 */
import { type AnchorHole, anchorHoles, type Known, type MayMatter, type Stop, walkOver } from './anchor-walk.ts';
import { stepsOfOurs, type Variant } from './wording.ts';

interface GrowingStop extends Stop {
  readonly next: Map<number | AnchorHole, GrowingStop>;
  known: Known;
}

/** The test for all wordings, whatever their process. */
export function anchorsOf(variants: readonly Variant[]): MayMatter {
  const root: GrowingStop = { next: new Map(), known: 'unknown' };
  for (const variant of variants) insert(root, variant);
  return walkOver(root);
}

function insert(root: GrowingStop, { wording, steps }: Variant): void {
  const ours = stepsOfOurs(steps);
  let stop = root;
  for (const [index, { part }] of steps.entries()) {
    if (part.kind === 'literal') {
      for (const sign of part.text) stop = child(stop, sign.charCodeAt(0));
    } else {
      const hole = anchorHoles.find((known) => known === part.type);
      if (hole === undefined) break;
      stop = child(stop, hole);
    }
    if (index + 1 >= ours) learn(stop, 'ours');
  }
  learn(stop, wording.event === null ? 'quiet' : 'event');
}

function child(stop: GrowingStop, key: number | AnchorHole): GrowingStop {
  const known = stop.next.get(key);
  if (known !== undefined) return known;
  const fresh: GrowingStop = { next: new Map(), known: 'unknown' };
  stop.next.set(key, fresh);
  return fresh;
}

/** An event outweighs a quiet wording that begins alike, and both outweigh a mere beginning. */
function learn(stop: GrowingStop, known: Known): void {
  const weights: readonly Known[] = ['unknown', 'ours', 'quiet', 'event'];
  if (weights.indexOf(known) > weights.indexOf(stop.known)) stop.known = known;
}
