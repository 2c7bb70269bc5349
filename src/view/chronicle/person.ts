/** The chronicle of one participant: each state, since when, for how long, why, and by whom. */
import type { Cause, Evidence, Instant, Interval, Participant } from '#model/index.ts';
import { duration } from '../duration.ts';
import { kindWords } from '../labels.ts';
import { safe } from '../safe.ts';
import { whyWithHost, whyWithoutHost } from './arrivals.ts';
import { entryOf } from './change.ts';
import type { Entry, EntryKind } from './entry.ts';
import { nameOf, type Sentence, say } from './sentence.ts';

/**
 * What happened to somebody, and what a host's coming and going did to others.
 * @param byId the participants of the meeting, to name those who caused it
 * @param all the chronicle of the meeting
 * @param known where the log ends
 */
export function personEntries(
  participant: Participant,
  byId: ReadonlyMap<string, Participant>,
  all: readonly Entry[],
  known: Instant | null,
): readonly Entry[] {
  const entry = entryOf(participant);
  const isHost = participant.role === 'host';
  const states = participant.intervals.flatMap((interval): readonly Entry[] => {
    // A host's own joining is told as the meeting tells it, with all whom it let in.
    if (isHost && interval === entry && interval.state === 'active') return [];
    return [
      {
        at: interval.from,
        until: null,
        kind: kindOf(interval, entry),
        minor: null,
        sentence: say`${became(participant, interval, interval === entry, byId)}${openEnds(interval, known)}.`,
        participants: [participant.id, ...(interval.cause.by === null ? [] : [interval.cause.by])],
        evidence: interval.cause.evidence,
      },
    ];
  });
  if (!isHost) return [...states, ...leaving(participant)];
  const deeds = all.filter((each) => isDeed(each, participant.id));
  return [...states, ...deeds].sort((a, b) => (a.at ?? Number.NEGATIVE_INFINITY) - (b.at ?? Number.NEGATIVE_INFINITY));
}

/** What one's coming and going was to the meeting: entries of them name their doer first, those that came later name it last. */
function isDeed({ kind, participants }: Entry, id: string): boolean {
  if (kind === 'joined' || kind === 'left') return participants[0] === id;
  return (kind === 'let-in' || kind === 'sent-back') && participants.at(-1) === id;
}

function kindOf(interval: Interval, entry: Interval | null): EntryKind {
  if (interval.state === 'connecting') return 'called';
  if (interval === entry) return interval.from === null ? 'log-starts' : 'joined';
  return interval.state === 'lobby' ? 'sent-back' : 'let-in';
}

/** ` for 18.698 s`, where both ends are known. */
function lasting({ from, to }: Interval): string {
  return from === null || to === null ? '' : ` for ${duration(to - from)}`;
}

/** What is to be said of a state whose ends the log does not hold. */
function openEnds({ from, to }: Interval, known: Instant | null): string {
  if (to !== null) return from === null ? '; since when, the log does not tell' : '';
  const later = from === null || known === null || known <= from ? '' : ` ${duration(known - from)} later`;
  return `, and was so still when the log ends${later}`;
}

function became(participant: Participant, interval: Interval, isEntry: boolean, byId: ReadonlyMap<string, Participant>): Sentence {
  const who = nameOf(participant);
  const why = whyOf(interval, byId);
  const length = lasting(interval);
  switch (interval.state) {
    case 'connecting':
      return called(participant, interval);
    case 'lobby':
      return isEntry
        ? say`${who} joined and had to wait in the lobby${length}: ${why}`
        : say`${who} went back to the lobby${length}: ${why}`;
    case 'active':
      return isEntry
        ? say`${who} joined and was active${length === '' ? ' at once' : length}`
        : say`${who} was let in and active${length}: ${why}`;
    case 'unknown':
      return say`${who} was there${length} in a state that the log does not tell`;
  }
}

function called(participant: Participant, { from, to }: Interval): Sentence {
  const { kind, callNumber, dialled } = participant.leg;
  const notes = [kindWords[kind], callNumber === null ? '' : `call ${callNumber}`].filter((note) => note !== '');
  const how = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  const who = nameOf(participant);
  const until = from === null || to === null ? '' : `; ${participant.joinedAt === to ? 'joining' : 'it'} took ${duration(to - from)}`;
  return dialled === null ? say`The call of ${who} was set up${how}${until}` : say`${who} called ${{ name: safe(dialled) }}${how}${until}`;
}

/** Why somebody came into a state, in a few words. */
export function whyOf({ cause, state }: Interval, byId: ReadonlyMap<string, Participant>): Sentence {
  const host = cause.by === null ? undefined : byId.get(cause.by);
  switch (cause.kind) {
    case 'call-set-up':
      return ['the call was set up'];
    case 'joined-without-activator':
      return ['no host was there'];
    case 'joined-active':
      return ['joined'];
    case 'activator-joined':
      return host === undefined ? ['a host joined on another Call Bridge'] : say`host ${nameOf(host)} joined${when(cause)}`;
    case 'last-activator-left':
      return host === undefined ? ['the last host left'] : say`${nameOf(host)}, the last host, left${when(cause)}`;
    case 'released-without-activator':
      return [`no host joined at that moment: ${whyWithoutHost}`];
    case 'deactivated-with-activator':
      return [`although a host was there: ${whyWithHost}`];
    case 'log-starts':
      return [state === 'unknown' ? 'the log does not tell' : 'since before the log'];
  }
}

function when({ delayMs }: Cause): string {
  if (delayMs === null) return ' by the clock of another Call Bridge';
  return delayMs < 1000 ? ' in that moment' : ` ${duration(delayMs)} before`;
}

function leaving(participant: Participant): readonly Entry[] {
  const { leftAt, leftReason, leftBy, id, doubtfulEnd, intervals } = participant;
  if (leftAt === null) return [];
  const why = leftReason === null ? '' : ` (${safe(leftReason)})`;
  const last = intervals.at(-1)?.state;
  const wasActive = intervals.some(({ state }) => state === 'active' || state === 'unknown');
  const how = last === 'lobby' ? (wasActive ? ' from the lobby' : ' without having been let in') : '';
  const doubt = doubtfulEnd ? ' Several people of that name were there, and the log does not tell which of them left.' : '';
  const evidence: readonly Evidence[] = leftBy === null ? [] : [leftBy];
  return [
    {
      at: leftAt,
      until: null,
      kind: 'left',
      minor: null,
      sentence: say`${nameOf(participant)} left${how}${why}.${doubt}`,
      participants: [id],
      evidence,
    },
  ];
}
