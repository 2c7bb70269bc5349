/** The chronicle of a meeting: what happened, in the order of time. */
import { firstWithout } from '#model/halving.ts';
import type { Guid, Instant, Meeting, Participant, SpaceSign } from '#model/index.ts';
import { safe } from '../safe.ts';
import { arrival, release } from './arrivals.ts';
import { type Bundle, bundlesOf, entryOf } from './change.ts';
import { departure, sentBack } from './departures.ts';
import { type Entry, together } from './entry.ts';
import { listed, nameOf, party, type Sentence, say } from './sentence.ts';

/** Effects that come so soon belong to what caused them, ms. */
const atOnce = 1000;

/**
 * All that happened in a meeting; work grows with the number of changes, apart from sorting.
 * @param known where the log ends, for what was still going on then
 */
export function meetingEntries(meeting: Meeting, known: Instant | null): readonly Entry[] {
  const byId = new Map(meeting.participants.map((participant) => [participant.id, participant]));
  const attached = new Map<string, Bundle>();
  const apart: Bundle[] = [];
  for (const bundle of bundlesOf(meeting)) {
    const key = `${bundle.kind} ${bundle.by ?? ''}`;
    if (isAtOnce(bundle, byId.get(bundle.by ?? '')) && !attached.has(key)) attached.set(key, bundle);
    else apart.push(bundle);
  }
  const legs = legsOf(meeting);
  const hosts = hostCount(meeting.participants);
  const entries = [
    ...meeting.participants.flatMap((each) => arrival(each, attached.get(`activator-joined ${each.id}`) ?? null)),
    ...apart.map((bundle) => bundleEntry(bundle, byId.get(bundle.by ?? ''))),
    ...meeting.participants.flatMap((each) => departure(each, attached.get(`last-activator-left ${each.id}`) ?? null, hosts(each.leftAt))),
    ...meeting.signs.flatMap((sign) => signEntry(sign, legs)),
    ...meeting.participants.flatMap(contradictions),
  ];
  const ordered = entries
    .map((entry, order) => ({ entry, order }))
    .sort((a, b) => (a.entry.at ?? 0) - (b.entry.at ?? 0) || a.order - b.order);
  return [...logStarts(meeting), ...ordered.map(({ entry }) => entry), ...logEnds(meeting, known)];
}

function isAtOnce({ kind, at, changes }: Bundle, by: Participant | undefined): boolean {
  const cause = kind === 'activator-joined' ? by?.joinedAt : kind === 'last-activator-left' ? by?.leftAt : null;
  const late = changes[0]?.interval.cause.delayMs ?? null;
  return cause != null && late !== null && late >= 0 && late < atOnce && at - cause < atOnce;
}

function bundleEntry(bundle: Bundle, by: Participant | undefined): Entry {
  switch (bundle.kind) {
    case 'activator-joined':
    case 'released-without-activator':
      return release(bundle, by);
    case 'last-activator-left':
    case 'deactivated-with-activator':
    case 'log-starts':
      return sentBack(bundle, by);
  }
}

/** How many hosts are active behind an instant: halving, as meetings of thousands have many departures. */
function hostCount(participants: readonly Participant[]): (at: Instant | null) => number {
  const active = participants
    .filter(({ role }) => role === 'host')
    .flatMap(({ intervals }) => intervals.filter(({ state }) => state === 'active'));
  const starts = active.map(({ from }) => from ?? Number.NEGATIVE_INFINITY).sort((a, b) => a - b);
  const ends = active.flatMap(({ to }) => (to === null ? [] : [to])).sort((a, b) => a - b);
  return (at) => (at === null ? 0 : upTo(starts, at) - upTo(ends, at));
}

function upTo(sorted: readonly number[], limit: number): number {
  return firstWithout(0, sorted.length, (place) => (sorted[place] ?? 0) <= limit);
}

function signEntry(sign: SpaceSign, legs: Legs): readonly Entry[] {
  const common = { at: sign.at, until: null, minor: null, evidence: [sign.evidence] } as const;
  switch (sign.kind) {
    case 'locked':
    case 'unlocked':
      return [{ ...common, kind: 'lock', sentence: say`The conference was ${sign.kind}.`, participants: [] }];
    case 'configuration-changed': {
      const minor = sign.what.startsWith('created') ? 'created' : null;
      return [
        {
          ...common,
          minor,
          kind: 'configuration',
          sentence: say`API user ${{ name: safe(sign.by) }} ${safe(sign.what)}.`,
          participants: [],
        },
      ];
    }
    case 'moved': {
      const moved = legs(sign.leg, sign.user);
      const who = moved === null ? { name: safe(sign.user) } : nameOf(moved);
      return [
        { ...common, kind: 'moved', sentence: say`${who} was moved to another space.`, participants: moved === null ? [] : [moved.id] },
      ];
    }
  }
}

/** Finds who was moved by leg, else by user. */
type Legs = (leg: Guid, user: string) => Participant | null;

function legsOf({ participants }: Meeting): Legs {
  const byLeg = new Map(participants.flatMap((each) => (each.leg.callLegId === null ? [] : [[each.leg.callLegId, each] as const])));
  const byUser = new Map(participants.flatMap((each) => (each.leg.user === null ? [] : [[each.leg.user, each] as const])));
  return (leg, user) => byLeg.get(leg) ?? byUser.get(user) ?? null;
}

function contradictions(participant: Participant): readonly Entry[] {
  return participant.contradictions.map(({ at, what, evidence }) => ({
    at,
    until: null,
    kind: 'contradiction',
    minor: null,
    sentence: say`The log contradicts itself about ${nameOf(participant)}: ${safe(what)}.`,
    participants: [participant.id],
    evidence: [evidence],
  }));
}

function logStarts({ participants }: Meeting): readonly Entry[] {
  const there = participants.filter(({ joinedAt }) => joinedAt === null);
  if (there.length === 0) return [];
  const evidence = together(there.map((each) => entryOf(each)?.cause.evidence ?? []));
  const sentence = say`When the log begins, ${party(there)} ${there.length === 1 ? 'is' : 'are'} there already; since when, and in which state, it does not tell.`;
  return [{ at: null, until: null, kind: 'log-starts', minor: null, sentence, participants: there.map(({ id }) => id), evidence }];
}

function logEnds({ participants, span }: Meeting, known: Instant | null): readonly Entry[] {
  const open = participants.filter(({ intervals }) => intervals.at(-1)?.to === null);
  if (span.to !== null || open.length === 0) return [];
  const groups = [
    still(open, 'active', 'active'),
    still(open, 'lobby', 'in the lobby'),
    still(open, 'unknown', 'there in a state that it does not tell'),
  ];
  const parts = groups.filter((part) => part.length > 0);
  const sentence = say`The log ends; still ${parts.flatMap((part, index): Sentence => (index === 0 ? part : ['; ', ...part]))}.`;
  return [{ at: known, until: null, kind: 'log-ends', minor: null, sentence, participants: open.map(({ id }) => id), evidence: [] }];
}

function still(open: readonly Participant[], state: string, words: string): Sentence {
  const people = open.filter(({ intervals }) => intervals.at(-1)?.state === state);
  return people.length === 0 ? [] : say`${words}: ${listed(people.map(nameOf))}`;
}
