/** Events of conferences, of the streams they start, and of administrators who change things while they run. */
import type { EventOf, Guid, SpaceSign } from '#model/index.ts';
import { type Bridge, type ConferenceDraft, type MeetingDraft, sign, type Timed } from './draft.ts';
import { close, type Spaces, spaceBy } from './meetings.ts';

export function conferenceBy(bridge: Bridge, id: Guid): ConferenceDraft {
  const known = bridge.conferences.get(id);
  if (known !== undefined) return known;
  const conference: ConferenceDraft = { bridge, begun: false, space: null, name: null, lock: null, apiCalls: new Set() };
  bridge.conferences.set(id, conference);
  return conference;
}

export function correlated(spaces: Spaces, bridge: Bridge, event: EventOf<'conference-correlated'>): void {
  conferenceBy(bridge, event.conference).space ??= spaceBy(spaces, event.space, event.space, event.name);
}

export function named(bridge: Bridge, event: EventOf<'conference-named'>): void {
  conferenceBy(bridge, event.conference).name = event.name;
}

export function controlled(bridge: Bridge, event: EventOf<'conference-media'>): void {
  // Printed once, at the beginning, unlike what ties a conference to its space.
  conferenceBy(bridge, event.conference).begun = true;
  bridge.tellsBeginnings = true;
  bridge.media.set(event.media, event.conference);
}

/** The end of a conference names its control GUID. Nobody is there any more, also nobody who was never seen. */
export function conferenceDestroyed(spaces: Spaces, bridge: Bridge, event: EventOf<'conference-destroyed'>, record: Timed): void {
  const id = bridge.media.get(event.media);
  if (id === undefined) return;
  bridge.media.delete(event.media);
  const conference = bridge.conferences.get(id);
  const meeting = conference?.space?.meeting;
  bridge.conferences.delete(id);
  for (const apiCall of conference?.apiCalls ?? []) if (bridge.apiCalls.get(apiCall) === id) bridge.apiCalls.delete(apiCall);
  if (meeting === undefined || meeting === null) return;
  if (conference?.lock?.kind === 'locked') meeting.lockEnds.set(id, record.at);
  if (meeting.hosts.size > 1) return;
  if (meeting.openCount === 0) close(spaces, meeting, record.at, true);
}

export function lockChanged(bridge: Bridge, event: EventOf<'conference-lock-changed'>, record: Timed): void {
  const conference = conferenceBy(bridge, event.conference);
  const kind = event.state === 'locked' ? 'locked' : 'unlocked';
  conference.lock = { ...sign(record), kind, conference: event.conference };
  conference.space?.meeting?.signs.add(conference.lock);
}

/** A conference that is locked already when somebody joins: the lock is part of the meeting, too. */
export function takeLock({ lock }: ConferenceDraft, meeting: MeetingDraft): void {
  if (lock?.kind === 'locked') meeting.signs.add(lock);
}

export function streamingStarted(bridge: Bridge, spaceName: string, kind: 'streamer' | 'recorder', record: Timed): void {
  bridge.starts.set(spaceName, { kind, at: record.at });
}

/** An administrator changed something that concerns one meeting, or, where no meeting is named, all that go on. */
export function administered(
  spaces: Spaces,
  record: Timed,
  change: { readonly by: string; readonly what: string; readonly meeting: MeetingDraft | null | 'all' },
): void {
  if (change.meeting === null) return;
  const meetings = change.meeting === 'all' ? openMeetings(spaces) : [change.meeting];
  const changed: SpaceSign = { ...sign(record), kind: 'configuration-changed', by: change.by, what: change.what };
  for (const meeting of meetings) meeting.signs.add(changed);
}

function openMeetings(spaces: Spaces): readonly MeetingDraft[] {
  const open: MeetingDraft[] = [];
  for (const space of spaces.byKey.values()) if (space.meeting !== null) open.push(space.meeting);
  return open;
}

export function meetingOfApiCall(bridge: Bridge, apiCall: Guid): MeetingDraft | null {
  const conference = bridge.apiCalls.get(apiCall);
  return conference === undefined ? null : (bridge.conferences.get(conference)?.space?.meeting ?? null);
}

export function moving(bridge: Bridge, event: EventOf<'participant-moving'>, record: Timed): void {
  const meeting = bridge.legs.get(event.leg)?.presence?.meeting;
  meeting?.signs.add({ ...sign(record), kind: 'moved', leg: event.leg, user: event.user });
}
