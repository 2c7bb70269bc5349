/** The table of participants: one row for each presence in a space. */
import type { Meeting, Participant, Space, State } from '#model/index.ts';
import { type Cells, lengthOf, meetingCells, meetingColumns, type Row, time } from './row.ts';

/** How long in each is a column. */
const states = ['connecting', 'lobby', 'active', 'unknown'] as const satisfies readonly State[];

export const participantColumns = [
  ...meetingColumns,
  ...['participant', 'name', 'displayName', 'kind', 'role', 'roleBasis'],
  ...['callLegId', 'callNumber', 'sipCallId', 'dialled', 'host'],
  ...['connectedAt', 'joinedAt', 'leftAt', 'leftReason'],
  ...states.map((state) => `${state}Ms`),
] as const;

export function participantRows(space: Space, meeting: Meeting): readonly Row[] {
  const about = meetingCells(space, meeting);
  return meeting.participants.map((participant) => ({
    groups: [about, cellsOf(participant)],
    evidence: [participant.joinedBy, participant.leftBy].filter((record) => record !== null),
  }));
}

function cellsOf(participant: Participant): Cells {
  const { id, name, leg, role, roleBasis, connectedAt, joinedAt, leftAt, leftReason } = participant;
  return [
    ...[id, name, leg.displayName, leg.kind, role, roleBasis],
    ...[leg.callLegId, leg.callNumber, leg.sipCallId, leg.dialled, leg.host],
    ...[time(connectedAt), time(joinedAt), time(leftAt), leftReason],
    ...states.map((state) => spent(participant, state)),
  ];
}

/** ms in a state, all its intervals together; null where the end of one is not known. */
function spent({ intervals }: Participant, state: State): number | null {
  return intervals
    .filter((interval) => interval.state === state)
    .reduce<number | null>((sum, interval) => {
      const length = lengthOf(interval);
      return sum === null || length === null ? null : sum + length;
    }, 0);
}
