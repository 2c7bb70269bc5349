/** What happened in a meeting, in one to three sentences. */
import type { Meeting, Participant } from '#model/index.ts';
import type { ClockFace } from '#view/axis.ts';
import { duration } from '#view/duration.ts';
import { laneLabel } from '#view/labels.ts';

export function summary(meeting: Meeting, face: ClockFace): readonly string[] {
  const names = new Map(meeting.participants.map((participant) => [participant.id, laneLabel(participant)]));
  return [waiting(meeting, names, face), returning(meeting, names, face)].filter((sentence) => sentence !== null);
}

function waiting(meeting: Meeting, names: ReadonlyMap<string, string>, face: ClockFace): string | null {
  const waits = meeting.participants.flatMap((participant) => firstWait(participant));
  if (waits.length === 0) return null;
  const longest = Math.max(...waits.map(({ length }) => length ?? 0));
  const still = waits.filter(({ length }) => length === null).length;
  const releasers = [...new Set(waits.flatMap(({ by }) => (by === null ? [] : [by])))];
  const people = `${waits.length} ${waits.length === 1 ? 'participant' : 'participants'} waited in the lobby`;
  const upTo = longest > 0 ? `${still > 0 ? ', those who were let in' : ''} up to ${duration(longest)}` : '';
  const [releaser] = releasers;
  const at = releaser === undefined ? null : (meeting.participants.find(({ id }) => id === releaser)?.joinedAt ?? null);
  const until =
    releasers.length === 1 && releaser !== undefined && at !== null
      ? `, until host ${names.get(releaser) ?? ''} joined at ${face.time(at)}`
      : '';
  const open = still > 0 ? `; ${still} ${still === 1 ? 'was' : 'were'} never let in` : '';
  return `${people}${upTo}${until}${open}.`;
}

function firstWait({ intervals }: Participant): readonly { readonly length: number | null; readonly by: string | null }[] {
  const index = intervals.findIndex(({ state }) => state === 'lobby');
  const wait = intervals[index];
  if (wait === undefined || wait.cause.kind === 'last-activator-left') return [];
  const next = intervals[index + 1];
  const length = wait.from !== null && wait.to !== null && next?.state === 'active' ? wait.to - wait.from : null;
  return [{ length, by: next?.cause.kind === 'activator-joined' ? next.cause.by : null }];
}

function returning(meeting: Meeting, names: ReadonlyMap<string, string>, face: ClockFace): string | null {
  const returns = meeting.participants.flatMap(({ id, intervals }) =>
    intervals.filter(({ cause }) => cause.kind === 'last-activator-left').map(({ from, cause }) => ({ id, from, by: cause.by })),
  );
  const [first] = returns;
  if (first === undefined || first.from === null) return null;
  const people = new Set(returns.map(({ id }) => id)).size;
  const by = first.by === null ? 'the last host' : `host ${names.get(first.by) ?? ''}`;
  return `${people} went back to the lobby at ${face.time(first.from)}, when ${by} left.`;
}
