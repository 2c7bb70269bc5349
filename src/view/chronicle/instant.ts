/** Who was in which state at one moment: since when, why, and until when. */
import type { Evidence, Instant, Interval, Meeting, Participant, State } from '#model/index.ts';
import type { ClockFace } from '../axis.ts';
import { duration } from '../duration.ts';
import { stateWords } from '../labels.ts';
import { together } from './entry.ts';
import { whyOf } from './person.ts';
import { count, listed, nameOf, say, type Sentence } from './sentence.ts';

/** What holds at a moment, of one participant or of several who share state and reason. */
export interface StateEntry {
  readonly state: State;
  readonly sentence: Sentence;
  readonly participants: readonly string[];
  readonly evidence: readonly Evidence[];
}

interface Held {
  readonly participant: Participant;
  readonly interval: Interval;
  readonly next: Interval | null;
}

/** In a fuller space than this, those of one state and reason are told together. */
const most = 12;

/** Which of these people of the meeting are there at an instant; empty where nobody is. */
export function statesAt(meeting: Meeting, people: readonly Participant[], at: Instant, face: ClockFace): readonly StateEntry[] {
  const byId = new Map(meeting.participants.map((participant) => [participant.id, participant]));
  const held = people.flatMap((participant) => heldAt(participant, at));
  if (held.length <= most) return held.map((each) => single(each, at, byId, face));
  const groups = Map.groupBy(held, ({ interval }) => `${interval.state} ${interval.cause.kind} ${interval.cause.by}`);
  return [...groups.values()].flatMap((group) =>
    group.length < 3 ? group.map((each) => single(each, at, byId, face)) : several(group, byId, face),
  );
}

function heldAt(participant: Participant, at: Instant): readonly Held[] {
  const index = participant.intervals.findLastIndex(({ from, to }) => (from === null || from <= at) && (to === null || to > at));
  const interval = participant.intervals[index];
  return interval === undefined ? [] : [{ participant, interval, next: participant.intervals[index + 1] ?? null }];
}

function single({ participant, interval, next }: Held, at: Instant, byId: ReadonlyMap<string, Participant>, face: ClockFace): StateEntry {
  const { state, from, to, cause } = interval;
  const host = participant.role === 'host' ? 'Host ' : '';
  const since = from === null ? 'since before the log' : `since ${face.time(from)}, ${duration(at - from)} by then`;
  const why = cause.kind === 'joined-active' || cause.kind === 'call-set-up' ? '' : say` (${whyOf(interval, byId)})`;
  return {
    state,
    sentence: say`${host}${nameOf(participant)} was ${stateWords[state]} ${since}${why}${until(participant, to, next, byId, face)}.`,
    participants: [participant.id],
    evidence: cause.evidence,
  };
}

function until(
  { leftReason }: Participant,
  to: Instant | null,
  next: Interval | null,
  byId: ReadonlyMap<string, Participant>,
  face: ClockFace,
): Sentence {
  if (to === null) return ['; it was still so when the log ends'];
  if (next === null) return [`; left at ${face.time(to)}${leftReason === null ? '' : ` (${leftReason})`}`];
  if (next.state === 'unknown') return [`; from ${face.time(to)} on the log does not tell`];
  const became = next.state === 'active' ? (next.cause.kind === 'joined-active' ? 'joined' : 'let in') : 'in the lobby';
  const why = next.cause.kind === 'joined-active' || next.cause.kind === 'joined-without-activator' ? '' : say` (${whyOf(next, byId)})`;
  return say`; ${became} from ${face.time(to)} on${why}`;
}

function several(group: readonly Held[], byId: ReadonlyMap<string, Participant>, face: ClockFace): StateEntry {
  const [first] = group;
  const people = group.map(({ participant }) => participant);
  const starts = group.flatMap(({ interval }) => (interval.from === null ? [] : [interval.from])).sort((a, b) => a - b);
  const [earliest] = starts;
  const latest = starts.at(-1);
  const since =
    earliest === undefined || latest === undefined
      ? 'since before the log'
      : earliest === latest
        ? `since ${face.time(earliest)}`
        : `since between ${face.time(earliest)} and ${face.time(latest)}`;
  const state = first?.interval.state ?? 'unknown';
  const why = first === undefined ? '' : say` (${whyOf(first.interval, byId)})`;
  return {
    state,
    sentence: say`${count(people)} were ${stateWords[state]} ${since}${why}: ${listed(people.map(nameOf), 4)}.`,
    participants: people.map(({ id }) => id),
    evidence: together(group.map(({ interval }) => interval.cause.evidence)),
  };
}
