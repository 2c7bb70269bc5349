/** From when to when the log tells of somebody, of a meeting, of anything. */
import { type Analysis, type Instant, instant, isDateless, type Meeting, type Participant, type Span } from '#model/index.ts';

/** From the first state to the end of the last; null = before the log starts, after it ends. */
export function presenceOf({ intervals, connectedAt, joinedAt, leftAt }: Participant): Span {
  const first = intervals[0];
  const last = intervals.at(-1);
  return {
    from: first === undefined ? (connectedAt ?? joinedAt) : first.from,
    to: last === undefined ? leftAt : last.to,
  };
}

/** A stretch of time of which both ends are known. */
export interface Extent {
  readonly from: Instant;
  readonly to: Instant;
}

/** From the first to the last stamp of all inputs; null when no record has one. */
export function spanOfLog({ inputs }: Pick<Analysis, 'inputs'>): Extent | null {
  return around(inputs.flatMap(({ span }) => [span.from, span.to]));
}

/** The same of the inputs that tell dates, or of those that tell none: as an instant of theirs does. */
export function spanOfLogBeside({ inputs }: Pick<Analysis, 'inputs'>, beside: Instant): Extent | null {
  const ends = inputs.flatMap(({ span }) => [span.from, span.to]);
  return around(ends.filter((at) => at !== null && isDateless(at) === isDateless(beside)));
}

/** All that the log tells of a meeting, callings included; open ends reach to those of the log. */
export function spanOfMeeting(analysis: Pick<Analysis, 'inputs'>, meeting: Meeting): Extent | null {
  const spans = meeting.participants.map(presenceOf);
  const known = spans.flatMap(({ from, to }) => [from, to]).find((at) => at !== null) ?? null;
  const log = known === null ? spanOfLog(analysis) : spanOfLogBeside(analysis, known);
  return around(spans.flatMap(({ from, to }) => [from ?? log?.from ?? null, to ?? log?.to ?? null]));
}

function around(instants: readonly (Instant | null)[]): Extent | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const at of instants) {
    if (at === null) continue;
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return from <= to ? { from: instant(from), to: instant(to) } : null;
}
