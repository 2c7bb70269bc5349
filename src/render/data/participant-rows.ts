/** The table of participants: one row for each presence in a space. */
import type { Meeting, Participant, Space, State } from '#model/index.ts';
import { lengthOf, meetingCells, type Row, time } from './row.ts';

export const participantColumns = [
  ...['space', 'spaceName', 'meetingStart', 'participant', 'name', 'displayName', 'kind', 'role', 'roleBasis'],
  ...['callLegId', 'callNumber', 'sipCallId', 'dialled', 'host', 'connectedAt', 'joinedAt', 'leftAt', 'leftReason'],
  ...['connectingMs', 'lobbyMs', 'activeMs', 'unknownMs'],
] as const;

export function participantRows(space: Space, meeting: Meeting): readonly Row[] {
  const about = meetingCells(space, meeting);
  return meeting.participants.map((participant) => {
    const { id, name, leg, role, roleBasis, connectedAt, joinedAt, leftAt, leftReason, joinedBy, leftBy } = participant;
    return {
      cells: {
        ...about,
        participant: id,
        name,
        displayName: leg.displayName,
        kind: leg.kind,
        role,
        roleBasis,
        callLegId: leg.callLegId,
        callNumber: leg.callNumber,
        sipCallId: leg.sipCallId,
        dialled: leg.dialled,
        host: leg.host,
        connectedAt: time(connectedAt),
        joinedAt: time(joinedAt),
        leftAt: time(leftAt),
        leftReason,
        connectingMs: spent(participant, 'connecting'),
        lobbyMs: spent(participant, 'lobby'),
        activeMs: spent(participant, 'active'),
        unknownMs: spent(participant, 'unknown'),
      },
      evidence: [joinedBy, leftBy].filter((record) => record !== null),
    };
  });
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
