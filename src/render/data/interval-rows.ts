/** The table of intervals: who was in which state from when to when, and why. */
import type { Interval, Meeting, Participant, Space } from '#model/index.ts';
import { type InWindow, lengthOf, meetingCells, type Row, time } from './row.ts';

export const intervalColumns = [
  ...['space', 'spaceName', 'meetingStart', 'participant', 'name', 'displayName', 'kind', 'role', 'callLegId', 'host'],
  ...['state', 'from', 'to', 'durationMs', 'cause', 'by', 'byName', 'delayMs'],
] as const;

export function intervalRows(space: Space, meeting: Meeting, inWindow: InWindow): readonly Row[] {
  const byId = new Map(meeting.participants.map((participant) => [participant.id, participant]));
  const about = meetingCells(space, meeting);
  return meeting.participants.flatMap((participant) =>
    participant.intervals.filter(inWindow).map((interval) => row(about, participant, interval, byId)),
  );
}

function row(
  about: ReturnType<typeof meetingCells>,
  { id, name, leg, role }: Participant,
  { state, from, to, cause }: Interval,
  byId: ReadonlyMap<string, Participant>,
): Row {
  const activator = cause.by === null ? undefined : byId.get(cause.by);
  return {
    cells: {
      ...about,
      participant: id,
      name,
      displayName: leg.displayName,
      kind: leg.kind,
      role,
      callLegId: leg.callLegId,
      host: leg.host,
      state,
      from: time(from),
      to: time(to),
      durationMs: lengthOf({ from, to }),
      cause: cause.kind,
      by: cause.by,
      byName: activator?.leg.displayName ?? activator?.name ?? null,
      delayMs: cause.delayMs,
    },
    evidence: cause.evidence,
  };
}
