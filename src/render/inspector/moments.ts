/** What happened in a meeting, moment by moment, each with the record that says so. */
import { firstWithout } from '#model/halving.ts';
import type { Evidence, Instant, Participant, State } from '#model/index.ts';
import { laneLabel, stateWords } from '#view/labels.ts';
import { proofOf } from '#view/why.ts';
import { laneKey } from './identity.ts';

export interface Moment {
  readonly at: Instant;
  /** The key of the participant. */
  readonly lane: string;
  readonly kind: State | 'left' | 'joined' | 'set-up' | 'contradiction';
  /** `anna is in the lobby`. */
  readonly words: string;
  readonly evidence: Evidence | null;
}

/** In the order of time, and of the log where times are the same. */
export function inOrder(moments: readonly Moment[]): readonly Moment[] {
  return moments.toSorted((a, b) => a.at - b.at || (a.evidence?.line ?? 0) - (b.evidence?.line ?? 0));
}

export function momentsOfParticipant(participant: Participant): readonly Moment[] {
  const lane = laneKey(participant);
  const name = laneLabel(participant);
  const { intervals, leg, joinedAt, joinedBy, leftAt, leftBy, leftReason, contradictions } = participant;
  const moments: Moment[] = [];
  for (const { from, state, cause } of intervals) {
    if (from === null) continue;
    moments.push({ at: from, lane, kind: state, words: `${name}: ${stateWords[state]}`, evidence: proofOf(cause) });
  }
  const has = (at: Instant, evidence: Evidence | null): boolean =>
    moments.some((moment) => moment.at === at && (evidence === null || moment.evidence === null || samePlace(moment.evidence, evidence)));
  if (leg.setUp !== null && !has(leg.setUp.at, leg.setUp.evidence))
    moments.push({ at: leg.setUp.at, lane, kind: 'set-up', words: `${name}: call set up`, evidence: leg.setUp.evidence });
  if (joinedAt !== null && !has(joinedAt, joinedBy))
    moments.push({ at: joinedAt, lane, kind: 'joined', words: `${name}: joined`, evidence: joinedBy });
  if (leftAt !== null) {
    const why = leftReason === null ? '' : ` (${leftReason})`;
    moments.push({ at: leftAt, lane, kind: 'left', words: `${name}: left${why}`, evidence: leftBy ?? leg.ended?.evidence ?? null });
  }
  for (const { at, what, evidence } of contradictions)
    moments.push({ at, lane, kind: 'contradiction', words: `${name}: ${what}`, evidence });
  return moments;
}

/** Whether two records are one. */
export function samePlace(a: Evidence, b: Evidence): boolean {
  return a.line === b.line && a.input === b.input;
}

/** The index of the last moment at or before an instant; -1 = none. */
export function lastAt(moments: readonly { readonly at: Instant }[], at: Instant): number {
  const low = firstWithout(0, moments.length, (place) => (moments[place]?.at ?? Number.POSITIVE_INFINITY) <= at);
  return low - 1;
}
