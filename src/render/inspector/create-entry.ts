/** A meeting → its row in the list, with who was in it. Made where the log is read, so that the terminal never waits for it. */
import type { Instant, Meeting, Participant, Space } from '#model/index.ts';
import { laneLabel, spaceLabel } from '#view/labels.ts';
import { type Extent, presenceOf } from '#view/presence.ts';
import { isPerson, lengthOf, waitsOf } from '#view/waits.ts';
import { type Entry, searchable, type Tally } from './book.ts';
import { type Person, packCrowd } from './crowd.ts';
import { laneKey, meetingKey } from './identity.ts';
import { inOrder, type Moment, momentsOfParticipant } from './moments.ts';
import { countsOf } from './spark.ts';

/**
 * An entry; its findings are given to it at the end.
 * @param log from when to when the log tells; null = it is not read to its end
 */
export function createEntry(space: Pick<Space, 'id' | 'name'>, meeting: Meeting, log: Extent | null): Entry {
  const extent = extentOf(meeting, log);
  const people = meeting.participants.filter(isPerson);
  let waiting = 0;
  let longest = 0;
  let more = false;
  for (const participant of people) {
    const waits = waitsOf(participant);
    if (waits.length === 0) continue;
    waiting += 1;
    for (const wait of waits) {
      const length = extent === null ? { ms: 0, more: false } : lengthOf(wait, extent);
      if (length.ms <= longest) continue;
      longest = length.ms;
      more = length.more;
    }
  }
  const first = firstOf(meeting);
  return {
    key: meetingKey(space, meeting),
    space: { id: space.id, name: space.name },
    startKnown: meeting.span.from !== null,
    ...{ title: spaceLabel(space), extent, waiting, longest, more, findings: noFindings },
    hosts: people.filter(({ role }) => role === 'host').length,
    people: people.length,
    begins: first === undefined ? null : { at: first.at, evidence: first.evidence === null ? null : placeOf(first.evidence) },
    changes: meeting.participants.reduce((sum, { intervals, leftAt }) => sum + intervals.length + (leftAt === null ? 0 : 1), 0),
    crowd: packCrowd(meeting.participants.map(personOf), (cells) => countsOf(meeting, extent, cells)),
  };
}

const noFindings: Tally = { numbers: [], worst: null };

function placeOf({ input, line }: { readonly input: string; readonly line: number }) {
  return { input, line };
}

/** The first moment of a meeting; of most participants not even their first has to be looked at. */
function firstOf({ participants }: Meeting): Moment | undefined {
  const earliest = participants.reduce((least, participant) => Math.min(least, beginningOf(participant)), Number.POSITIVE_INFINITY);
  return inOrder(participants.filter((participant) => beginningOf(participant) === earliest).flatMap(momentsOfParticipant))[0];
}

function beginningOf({ leg, intervals, joinedAt, leftAt, contradictions }: Participant): number {
  const all = [leg.setUp?.at, joinedAt, leftAt, ...intervals.map(({ from }) => from), ...contradictions.map(({ at }) => at)];
  return all.reduce<number>((least, at) => Math.min(least, at ?? least), Number.POSITIVE_INFINITY);
}

function personOf(participant: Participant): Person {
  const { id, role, name, leg, intervals, connectedAt, joinedAt } = participant;
  const all = [laneLabel(participant), name, leg.displayName, leg.address, leg.user, leg.callLegId, leg.sipCallId, leg.dialled];
  const { from, to } = presenceOf(participant);
  return {
    ...{ id, role, from, to, lane: laneKey(participant) },
    names: [...new Set(all.flatMap((each) => (each === null ? [] : [searchable(each)])))].join('\n'),
    states: [...new Set(intervals.map(({ state }) => state))],
    at: connectedAt ?? joinedAt,
  };
}

/** As `spanOfMeeting`, with the ends of the log known: they are the same for thousands of meetings. */
function extentOf({ participants }: Meeting, log: Extent | null): Extent | null {
  let from: Instant | null = null;
  let to: Instant | null = null;
  for (const participant of participants) {
    const presence = presenceOf(participant);
    for (const at of [presence.from ?? log?.from ?? null, presence.to ?? log?.to ?? null]) {
      if (at === null) continue;
      if (from === null || at < from) from = at;
      if (to === null || at > to) to = at;
    }
  }
  return from === null || to === null ? null : { from, to };
}
