/** From when to when the log tells of somebody, of a meeting, of anything. */
import { type Analysis, type Instant, instant, type Meeting, type Participant, type Span } from '#model/index.ts';

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

/** All that the log tells of a meeting, callings included; open ends reach to those of the log. */
export function spanOfMeeting(analysis: Analysis, meeting: Meeting): Extent | null {
  const log = spanOfLog(analysis);
  return around(
    meeting.participants.flatMap((participant) => {
      const { from, to } = presenceOf(participant);
      return [from ?? log?.from ?? null, to ?? log?.to ?? null];
    }),
  );
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
