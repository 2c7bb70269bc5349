/** Who was in which state at one moment: since when, why, and until when. */
import type { Evidence, Instant, Interval, Meeting, Participant, State } from '#model/index.ts';
import type { ClockFace } from '../axis.ts';
import { duration } from '../duration.ts';
import { stateWords } from '../labels.ts';
import { safe } from '../safe.ts';
import { together } from './entry.ts';
import { whyOf } from './person.ts';
import { count, listed, nameOf, type Sentence, say } from './sentence.ts';

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

/** More sentences than this, and those of one state and reason are told together whatever their times are. */
const most = 12;

/** Which of these people of the meeting are there at an instant; empty where nobody is. */
export function statesAt(meeting: Meeting, people: readonly Participant[], at: Instant, face: ClockFace): readonly StateEntry[] {
  const byId = new Map(meeting.participants.map((participant) => [participant.id, participant]));
  const held = people.flatMap((participant) => heldAt(participant, at));
  const alike = [...Map.groupBy(held, sameKey).values()].sort((a, b) => rank(a[0]) - rank(b[0]));
  if (alike.length <= most) return alike.map((group) => exactly(group, at, byId, face));
  const groups = Map.groupBy(held, ({ interval }) => `${interval.state} ${interval.cause.kind} ${interval.cause.by}`);
  return [...groups.values()].map((group) => (group.length === 1 ? exactly(group, at, byId, face) : roughly(group, byId, face)));
}

/** Hosts first; recorders and streamers, which are nobody, last. */
function rank(held: Held | undefined): number {
  if (held?.participant.role === 'host') return 0;
  return held?.participant.leg.kind === 'recorder' || held?.participant.leg.kind === 'streamer' ? 2 : 1;
}

function heldAt(participant: Participant, at: Instant): readonly Held[] {
  const index = participant.intervals.findLastIndex(({ from, to }) => (from === null || from <= at) && (to === null || to > at));
  const interval = participant.intervals[index];
  return interval === undefined ? [] : [{ participant, interval, next: participant.intervals[index + 1] ?? null }];
}

/** Those of whom the same sentence holds. */
function sameKey({ participant, interval: { state, from, to, cause }, next }: Held): string {
  const { role, leftReason, leg } = participant;
  const after = next === null ? leftReason : `${next.state} ${next.cause.kind} ${next.cause.by} ${next.cause.delayMs}`;
  const machine = leg.kind === 'recorder' || leg.kind === 'streamer' ? leg.kind : '';
  return `${machine} ${role === 'host'} ${state} ${from} ${to} ${cause.kind} ${cause.by} ${cause.delayMs} ${after}`;
}

function exactly(group: readonly Held[], at: Instant, byId: ReadonlyMap<string, Participant>, face: ClockFace): StateEntry {
  const [first] = group;
  const people = group.map(({ participant }) => participant);
  const state = first?.interval.state ?? 'unknown';
  const { from = null, to = null } = first?.interval ?? {};
  const since = from === null ? 'since before the log' : `since ${face.time(from)}, ${duration(at - from)} by then`;
  const kind = first?.interval.cause.kind;
  const why = first === undefined || kind === 'joined-active' || kind === 'call-set-up' ? '' : say` (${whyOf(first.interval, byId)})`;
  const was = people.length === 1 ? 'was' : 'were';
  const end = first === undefined ? '' : until(first, to, byId, face);
  return {
    state,
    sentence: say`${who(people)} ${was} ${stateWords[state]} ${since}${why}${end}.`,
    participants: people.map(({ id }) => id),
    evidence: together(group.map(({ interval }) => interval.cause.evidence)),
  };
}

/** `Host ann`, `ann, bo and cy`, `The streamer x`. */
function who(people: readonly Participant[]): Sentence {
  const [first] = people;
  const names = listed(people.map(nameOf), 6);
  if (first?.leg.kind === 'recorder' || first?.leg.kind === 'streamer')
    return say`${people.length === 1 ? 'The ' : ''}${first.leg.kind} ${names}`;
  if (first?.role !== 'host') return names;
  return say`${people.length === 1 ? 'Host' : 'Hosts'} ${names}`;
}

function until({ participant, next }: Held, to: Instant | null, byId: ReadonlyMap<string, Participant>, face: ClockFace): Sentence {
  const { leftReason } = participant;
  if (to === null) return ['; it was still so when the log ends'];
  if (next === null) return [`; left at ${face.time(to)}${leftReason === null ? '' : ` (${safe(leftReason)})`}`];
  if (next.state === 'unknown') return [`; from ${face.time(to)} on the log does not tell`];
  const became = next.state === 'active' ? (next.cause.kind === 'joined-active' ? 'joined' : 'let in') : 'in the lobby';
  const why = next.cause.kind === 'joined-active' || next.cause.kind === 'joined-without-activator' ? '' : say` (${whyOf(next, byId)})`;
  return say`; ${became} from ${face.time(to)} on${why}`;
}

function roughly(group: readonly Held[], byId: ReadonlyMap<string, Participant>, face: ClockFace): StateEntry {
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
