/** The export that a perfect reconstruction would give: to test the judge, and to see what it expects. */
import type { TrueInterval, TrueMeeting, TrueParticipant, Truth } from './truth.ts';

function time(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function intervalOf({ state, from, to, causes, by, delays }: TrueInterval): unknown {
  const activator = by[0] ?? null;
  return {
    state,
    from: time(from),
    to: time(to),
    cause: {
      kind: causes[0],
      by: activator === null ? null : String(activator.index),
      delayMs: delays?.[0] ?? null,
      evidence: [],
    },
  };
}

function participantOf(one: TrueParticipant): unknown {
  return {
    id: String(one.leg.index),
    name: one.name,
    displayName: one.displayName[0],
    kind: one.kind[0],
    role: one.role[0],
    roleBasis: one.role[0] === 'unknown' ? null : one.roleBasis.at(-1),
    callLegId: one.callLegId[0],
    callNumber: one.callNumber[0],
    sipCallId: one.sipCallId[0],
    dialled: one.dialled[0],
    host: one.host[0],
    connectedAt: time(one.connectedAt),
    joinedAt: time(one.joinedAt),
    leftAt: time(one.leftAt),
    leftReason: one.leftReason?.[0] ?? null,
    intervals: one.intervals.filter(({ from, to }) => from !== to).map(intervalOf),
  };
}

function meetingOf(meeting: TrueMeeting): unknown {
  return {
    start: time(meeting.start),
    end: time(meeting.end),
    conferenceIds: meeting.conferenceIds,
    hosts: meeting.hosts,
    phases: meeting.phases?.map(({ state, from, to }) => ({ state, from: time(from), to: time(to) })) ?? [],
    participants: meeting.participants.map(participantOf),
  };
}

export function perfectExport(truth: Truth): unknown {
  return {
    version: 1,
    generator: 'cms-timeline truth',
    inputs: [],
    spaces: truth.spaces.map(({ id, name, meetings }) => ({ id, name, meetings: meetings.map(meetingOf) })),
    findings: [],
  };
}
