/** Names of meetings and participants that stay the same when a log is read again with more lines in it. */
import type { Meeting, Participant, Space } from '#model/index.ts';

/** One meeting of one space: by its beginning, which never changes. */
export function meetingKey(space: Pick<Space, 'id' | 'name'>, meeting: Meeting): string {
  const first = meeting.participants[0];
  return `${space.id ?? `?${space.name ?? ''}`} ${meeting.span.from ?? `before ${first === undefined ? '' : laneKey(first)}`}`;
}

/** One presence of one leg. */
export function laneKey({ leg, name, joinedAt, connectedAt }: Participant): string {
  return `${leg.callLegId ?? leg.callNumber ?? name ?? leg.id} ${joinedAt ?? connectedAt ?? 'before'}`.toWellFormed();
}
