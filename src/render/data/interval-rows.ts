/** The table of intervals: who was in which state from when to when, and why. */
import type { Interval, Meeting, Participant, Space } from '#model/index.ts';
import { type Cells, type InWindow, lengthOf, meetingCells, meetingColumns, type Row, time } from './row.ts';

export const intervalColumns = [
  ...meetingColumns,
  ...['participant', 'name', 'displayName', 'kind', 'role', 'callLegId', 'host'],
  ...['state', 'from', 'to', 'durationMs', 'cause', 'by', 'byName', 'delayMs'],
] as const;

export function intervalRows(space: Space, meeting: Meeting, inWindow: InWindow): readonly Row[] {
  const byId = new Map(meeting.participants.map((participant) => [participant.id, participant]));
  const about = meetingCells(space, meeting);
  const rows: Row[] = [];
  for (const participant of meeting.participants) {
    const { id, name, leg, role, intervals } = participant;
    const who = [id, name, leg.displayName, leg.kind, role, leg.callLegId, leg.host];
    for (const interval of intervals) {
      if (inWindow(interval)) rows.push({ groups: [about, who, stateCells(interval, byId)], evidence: interval.cause.evidence });
    }
  }
  return rows;
}

function stateCells({ state, from, to, cause }: Interval, byId: ReadonlyMap<string, Participant>): Cells {
  const { kind, by, delayMs } = cause;
  const activator = by === null ? undefined : byId.get(by);
  const byName = activator?.leg.displayName ?? activator?.name ?? null;
  return [state, time(from), time(to), lengthOf({ from, to }), kind, by, byName, delayMs];
}
