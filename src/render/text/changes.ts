/** What happened to a participant, one change after the other. */
import type { Evidence, Instant, Participant } from '#model/index.ts';
import { duration } from '#view/duration.ts';
import { laneLabel, stateNames } from '#view/labels.ts';
import type { Extent } from '#view/presence.ts';
import { safe } from '#view/safe.ts';
import { lengthOf } from '#view/waits.ts';
import { proofOf, whyOf } from '#view/why.ts';
import { stateTones } from './bar.ts';
import type { Page } from './page.ts';
import type { Tone } from './style.ts';

export interface Change {
  /** null = before the log. */
  readonly at: Instant | null;
  readonly sign: string;
  readonly what: string;
  /** Empty where it is no stretch of time. */
  readonly length: string;
  readonly why: string;
  /** The record that says so. */
  readonly evidence: Evidence | null;
  readonly tone: Tone;
}

/** The participants of a meeting by id. */
export type ById = ReadonlyMap<string, Participant>;

/** All that happened to somebody, in order: states, contradictions, leaving. */
export function changesOf(page: Page, participant: Participant, byId: ById, known: Extent): readonly Change[] {
  const { signs } = page.style;
  const states = participant.intervals.map(({ state, from, to, cause }): Change => {
    const why = whyOf(cause, from, { face: page.face, byId, place: page.place });
    return {
      at: from,
      sign: signs.states[state],
      what: stateNames[state],
      length: lengthWords(page, from, to, known),
      why,
      evidence: proofOf(cause),
      tone: stateTones[state],
    };
  });
  const doubts = participant.contradictions.map(({ at, what, evidence }): Change => {
    return { at, sign: signs.severities.warning, what: 'but', length: '', why: safe(what), evidence, tone: 'warning' };
  });
  const { leftAt, leftReason, leftBy, doubtfulEnd } = participant;
  const reason = leftReason === null ? '' : safe(leftReason);
  const doubt = doubtfulEnd ? `${reason === '' ? '' : '; '}or another ${laneLabel(participant)}: the log does not tell` : '';
  const left: readonly Change[] =
    leftAt === null
      ? []
      : [{ at: leftAt, sign: signs.left, what: 'left', length: '', why: `${reason}${doubt}`, evidence: leftBy, tone: 'plain' }];
  return [...states, ...doubts, ...left].sort((a, b) => (a.at ?? Number.NEGATIVE_INFINITY) - (b.at ?? Number.NEGATIVE_INFINITY));
}

/** How long a state lasted; at least how long, where the log does not tell both ends; empty where that says nothing. */
export function lengthWords({ style: { signs } }: Page, from: Instant | null, to: Instant | null, known: Extent): string {
  const { ms, more } = lengthOf({ from, to }, known);
  if (!more) return duration(ms);
  return ms > 0 ? `${signs.atLeast} ${duration(ms)}` : '';
}

/** Where the log says so; empty where it does not. */
export function proofWords(page: Page, { evidence }: Pick<Change, 'evidence'>): string {
  return evidence === null ? '' : page.place(evidence);
}
