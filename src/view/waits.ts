/** Stays in the lobby: how long, how they ended, and who ended them. */
import { type Analysis, type CauseKind, type Instant, instant, type Meeting, type Participant, type Span } from '#model/index.ts';
import { type Extent, spanOfMeeting } from './presence.ts';

/** open: the log ends first; unknown: from here on the log does not tell the state. */
export type WaitEnd = 'released' | 'left' | 'open' | 'unknown';

export interface Wait {
  readonly participant: Participant;
  /** null = since before the log. */
  readonly from: Instant | null;
  /** null = the log ends first. */
  readonly to: Instant | null;
  readonly end: WaitEnd;
  /** The activator whose arrival ended it: a participant's id. */
  readonly by: string | null;
  /** Why it began. */
  readonly cause: CauseKind;
  /** first: before it was ever active; back: sent to the lobby again. */
  readonly kind: 'first' | 'back';
}

/** All stays of one participant in the lobby, in order. */
export function waitsOf(participant: Participant): readonly Wait[] {
  const { intervals, leftAt } = participant;
  return intervals.flatMap((interval, index): readonly Wait[] => {
    if (interval.state !== 'lobby') return [];
    const next = intervals[index + 1];
    const end = next === undefined ? (leftAt === null ? 'open' : 'left') : next.state === 'active' ? 'released' : 'unknown';
    const kind = intervals.slice(0, index).some(({ state }) => state === 'active' || state === 'unknown') ? 'back' : 'first';
    const by = end === 'released' ? (next?.cause.by ?? null) : null;
    return [{ participant, from: interval.from, to: interval.to, end, by, cause: interval.cause.kind, kind }];
  });
}

/** Milliseconds as far as the log tells, which is within `known`; `more` = it may have been longer. */
export function lengthOf({ from, to }: Span, known: Extent): { readonly ms: number; readonly more: boolean } {
  return { ms: Math.max(0, (to ?? known.to) - (from ?? known.from)), more: from === null || to === null };
}

/** Milliseconds in the lobby in all, as far as the log tells; null = never there. */
export function waited(participant: Participant, known: Extent): { readonly ms: number; readonly more: boolean } | null {
  const lengths = waitsOf(participant).map((wait) => lengthOf(wait, known));
  if (lengths.length === 0) return null;
  return { ms: lengths.reduce((sum, { ms }) => sum + ms, 0), more: lengths.some(({ more }) => more) };
}

/** Recorders and streamers look like participants, but nobody waits for them. */
export function isPerson({ leg }: Participant): boolean {
  return leg.kind !== 'recorder' && leg.kind !== 'streamer';
}

/** From when to when the log tells of a meeting: its ends, or those of the log. */
export function knownOf(analysis: Analysis, meeting: Meeting): Extent {
  return spanOfMeeting(analysis, meeting) ?? { from: instant(0), to: instant(0) };
}
