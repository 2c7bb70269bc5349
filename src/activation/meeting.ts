/** The facts of one meeting → its participants, states, causes, roles and phases. Pure. */
import { firstWithout } from '#model/halving.ts';
import type { CauseKind, Instant, Interval, Meeting, MeetingFacts, Participant, Presence, SpaceSign } from '#model/index.ts';
import { type Explanation, explain, type StretchExplanations } from './cause.ts';
import { type Locked, lockedAt, locks } from './lock.ts';
import { isPerson, moments } from './moments.ts';
import { phases } from './phase.ts';
import { type Guests, guestsAmong, type RoleProof, roles } from './role.ts';
import { joiningOf, type Stretch, type Track, track } from './track.ts';

/** Numbers participants; one for a whole analysis, so that ids are unique in it. */
export interface ParticipantNumbering {
  next: number;
}

/** Reconstructs one meeting. What becomes known at its end holds from its start. */
export function reconstruct(facts: MeetingFacts, numbering: ParticipantNumbering): Meeting {
  const tracks = [...facts.presences].sort(byJoining).map((presence) => track(presence, `p${++numbering.next}`));
  const all = moments(tracks);
  const locked = locks(facts);
  const clustered = facts.hosts.length > 1;
  // Who is a guest decides what may be a cause, and a cause may show that a deactivation was a mere move to the lobby.
  const deactivated = guestsAmong(tracks, locked, null);
  const first = explain(all, { guests: deactivated, clustered, locked });
  const guests = guestsAmong(tracks, locked, first);
  const explained = sameTracks(guests, deactivated) ? first : explain(all, { guests, clustered, locked });
  const proofs = roles(all, tracks, explained, { guests, deactivated }, locked, facts.startKnown);
  const hostPresence = presenceOfHosts(tracks, proofs);
  const mustWaitAnyway = (at: Instant): boolean => hostPresence(at) || lockedAt(locked, at);
  const participants = tracks.map((each) => participant(each, explained.get(each), proofs.get(each), mustWaitAnyway));
  const from = facts.startKnown ? firstJoining(tracks) : null;
  const to = facts.endKnown ? lastLeaving(tracks) : null;
  return {
    span: { from, to },
    conferences: facts.conferences,
    hosts: facts.hosts,
    phases: phases(tracks, from, to),
    participants,
    signs: realSigns(facts.signs, locked),
  };
}

/** The lock states that every conference start prints are noise. */
function realSigns(signs: readonly SpaceSign[], locked: readonly Locked[]): readonly SpaceSign[] {
  const changes = new Set(locked.flatMap(({ from, to }) => [from, to]));
  return signs.filter(({ kind, at }) => (kind !== 'locked' && kind !== 'unlocked') || changes.has(at));
}

function byJoining(a: Presence, b: Presence): number {
  return (joiningOf(a)?.order ?? -1) - (joiningOf(b)?.order ?? -1);
}

function sameTracks(a: Guests, b: Guests): boolean {
  if (a.size !== b.size) return false;
  for (const track of a.keys()) if (!b.has(track)) return false;
  return true;
}

function participant(
  each: Track,
  explained: StretchExplanations | undefined,
  proof: RoleProof | undefined,
  mustWaitAnyway: (at: Instant) => boolean,
): Participant {
  const { id, presence, joined, left } = each;
  return {
    id,
    name: presence.name,
    leg: presence.leg,
    role: isPerson(each) ? (proof?.role ?? 'unknown') : 'unknown',
    roleBasis: isPerson(each) ? (proof?.basis ?? null) : null,
    roleEvidence: proof?.evidence ?? [],
    connectedAt: presence.leg.setUp?.at ?? null,
    joinedAt: joined?.at ?? null,
    leftAt: left?.at ?? null,
    leftReason: left === null ? null : (presence.leg.ended?.reason ?? null),
    intervals: each.stretches.map((stretch, index) => interval(stretch, explained?.[index], mustWaitAnyway)),
    joinedBy: joined?.evidence ?? null,
    leftBy: left?.evidence ?? null,
    doubtfulEnd: presence.doubtfulEnd,
    contradictions: each.contradictions,
  };
}

function interval(stretch: Stretch, explanation: Explanation | undefined, mustWaitAnyway: (at: Instant) => boolean): Interval {
  const { state, from, to } = stretch;
  if (explanation === undefined) {
    return { state, from, to, cause: { kind: ownCause(stretch, mustWaitAnyway), by: null, delayMs: null, evidence: stretch.evidence } };
  }
  const { kind, by, delayMs, evidence } = explanation;
  return { state, from, to, cause: { kind, by: by?.id ?? null, delayMs, evidence } };
}

/** Stretches that begin with the participant's own call and joining explain themselves. */
function ownCause(stretch: Stretch, mustWaitAnyway: (at: Instant) => boolean): CauseKind {
  switch (stretch.beginning) {
    case 'set-up':
      return 'call-set-up';
    case 'log-starts':
    case 'lost':
      return 'log-starts';
    case 'joined':
      if (stretch.state === 'active') return 'joined-active';
      return stretch.from !== null && mustWaitAnyway(stretch.from) ? 'deactivated-with-activator' : 'joined-without-activator';
    case 'activated':
      return 'released-without-activator';
    case 'deactivated':
      return 'deactivated-with-activator';
  }
}

/** Whether a proven host is active at an instant; built once, asked in the time of a halving. */
function presenceOfHosts(tracks: readonly Track[], proofs: ReadonlyMap<Track, RoleProof>): (at: Instant) => boolean {
  const steps: { readonly at: number; readonly change: 1 | -1 }[] = [];
  for (const each of tracks) {
    if (proofs.get(each)?.role !== 'host') continue;
    for (const { state, from, to } of each.stretches) {
      if (state !== 'active') continue;
      steps.push({ at: from ?? Number.NEGATIVE_INFINITY, change: 1 }, { at: to ?? Number.POSITIVE_INFINITY, change: -1 });
    }
  }
  steps.sort((a, b) => a.at - b.at);
  let count = 0;
  const counts = steps.map((step) => ({ at: step.at, count: (count += step.change) }));
  return (at) => {
    const low = firstWithout(0, counts.length, (place) => (counts[place]?.at ?? 0) < at);
    // Strictly before: whoever joins or leaves in that very moment does not count.
    return low > 0 && (counts[low - 1]?.count ?? 0) > 0 && (counts[low]?.at !== at || (counts[low]?.count ?? 0) > 0);
  };
}

function firstJoining(tracks: readonly Track[]): Instant | null {
  return tracks.reduce<Instant | null>((first, { joined }) => {
    if (joined === null) return first;
    return first === null || joined.at < first ? joined.at : first;
  }, null);
}

function lastLeaving(tracks: readonly Track[]): Instant | null {
  return tracks.reduce<Instant | null>((last, { left }) => {
    if (left === null) return last;
    return last === null || left.at > last ? left.at : last;
  }, null);
}
