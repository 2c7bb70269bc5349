/** Events of participants: joining and leaving of spaces and conferences. */
import type { EventOf } from '#model/index.ts';
import { type Bridge, type LegDraft, newLeg, type PresenceDraft, type SpaceDraft, sign, signalOf, type Timed, tie } from './draft.ts';
import { adjacentLeg, giveBack } from './adjacency.ts';
import { conferenceBy, takeLock } from './conferences.ts';
import { absorb, compatible, legById, nameKey } from './legs.ts';
import { limits, near } from './limits.ts';
import { closePresence, meetingIn, openPresence, presentIn, type Spaces, spaceBy } from './meetings.ts';
import { machineByName } from './calls.ts';

export function joinedSpace(spaces: Spaces, bridge: Bridge, event: EventOf<'participant-joined-space'>, record: Timed): void {
  const space = spaceBy(spaces, event.space, event.space, event.spaceName);
  const waiting = bridge.waiting.get(nameKey(event.name)) ?? [];
  const stated = statedFirst(bridge, event.name, space, record);
  if (stated !== null) return;
  const present = presentIn(bridge, event.name, space);
  if (waiting.length === 0 && present.some((presence) => presence.joined?.at === record.at)) return; // the same record twice
  const meeting = meetingIn(space);
  const [only, second] = waiting;
  const leg = only !== undefined && second === undefined ? only : newLeg(bridge, 'unknown', null);
  const presence = openPresence(meeting, leg, event.name, signalOf(sign(record), 'joined'));
  if (leg === only) {
    const known = leg.user ?? leg.address ?? event.name;
    const evidence = leg.setUp === null ? [record] : [leg.setUp.evidence, record];
    tie(leg, [leg.user === null ? 'address' : 'user', known], ['participant', event.name], 'same-name', evidence);
  } else {
    leg.kind = machineByName(event.name) ?? 'unknown';
    presence.candidates = waiting;
  }
  if (leg.callLegId === null) presence.adjacent = adjacentLeg(bridge, record);
  if (presence.adjacent !== null) presence.adjacent.presence = presence;
  bridge.lastMove = { meeting, at: record.at, precision: record.precision, left: false };
}

/** `joined conference` normally follows `joined space`; where it came first, it has opened the presence already. */
function statedFirst(bridge: Bridge, name: string, space: SpaceDraft, record: Timed): PresenceDraft | null {
  for (const presence of bridge.present.get(nameKey(name)) ?? []) {
    if (!presence.joinedSpace && presence.joined !== null && near(presence.joined.at, record.at, limits.sameEnd, record.precision)) {
      if (presence.meeting.space !== space) continue;
      presence.joinedSpace = true;
      return presence;
    }
  }
  return null;
}

export function joinedConference(spaces: Spaces, bridge: Bridge, event: EventOf<'participant-joined-conference'>, record: Timed): void {
  const conference = conferenceBy(bridge, event.conference);
  let leg = legById(bridge, event.leg);
  let presence = unstatedPresence(bridge, event.name, record);
  if (presence === null) {
    if (leg.presence?.open === true) return takeLock(conference, leg.presence.meeting); // the same record twice
    const space = conference.space ?? spaceBy(spaces, `${bridge.host}/${event.conference}`, null, conference.name);
    presence = openPresence(meetingIn(space), leg, event.name, signalOf(sign(record), 'joined'));
    presence.joinedSpace = false;
    bridge.lastMove = { meeting: presence.meeting, at: record.at, precision: record.precision, left: false };
  }
  leg = stateLeg(bridge, presence, leg);
  leg.conference = event.conference;
  if (leg.kind === 'unknown') leg.kind = machineByName(event.name) ?? (event.via === 'SIP' ? 'sip' : 'web');
  tie(leg, ['participant', event.name], ['call-leg', event.leg], 'stated', [record]);
  presence.meeting.conferences.add(event.conference);
  conference.space ??= presence.meeting.space;
  takeLock(conference, presence.meeting);
}

/** The presence that `joined conference` is about: the oldest of that name that just joined and has no stated leg. */
function unstatedPresence(bridge: Bridge, name: string, record: Timed): PresenceDraft | null {
  for (const presence of bridge.present.get(nameKey(name)) ?? []) {
    if (presence.stated || presence.joined === null) continue;
    if (near(presence.joined.at, record.at, limits.sameJoin, record.precision)) return presence;
  }
  return null;
}

/** A record names participant and leg together: that outweighs what adjacency or the name suggested. */
function stateLeg(bridge: Bridge, presence: PresenceDraft, stated: LegDraft): LegDraft {
  presence.stated = true;
  const { adjacent } = presence;
  presence.adjacent = null;
  presence.candidates = null;
  if (adjacent !== null && adjacent !== stated) {
    adjacent.presence = null;
    giveBack(bridge, adjacent);
  }
  const leg = compatible(presence.leg, stated) ? absorb(presence.leg, stated) : stated;
  if (leg !== presence.leg) {
    presence.leg.presence = null;
    presence.leg = leg;
  }
  leg.presence = presence;
  return leg;
}

export function leftSpace(spaces: Spaces, bridge: Bridge, event: EventOf<'participant-left-space'>, record: Timed): void {
  const space = spaceBy(spaces, event.space, event.space, event.spaceName);
  const present = presentIn(bridge, event.name, space);
  const [only, second] = present;
  if (only === undefined || (second === undefined && endsUnseen(bridge, only, record))) {
    if (!alreadyLeft(bridge, event.name, space, record)) departUnseen(spaces, bridge, space, event.name, record);
    return;
  }
  const left = signalOf(sign(record), 'left');
  bridge.lastMove = { meeting: only.meeting, at: record.at, precision: record.precision, left: true };
  if (second === undefined) {
    closePresence(spaces, only, left);
    remember(bridge, only);
    return;
  }
  const ended = present.filter((presence) => endedNear(legsOf(presence), record));
  const [sure, other] = ended;
  if (sure !== undefined && other === undefined) {
    closePresence(spaces, sure, left);
    remember(bridge, sure);
  } else bridge.doubtful.push({ sign: left, record, candidates: present });
}

export function legsOf(presence: PresenceDraft): readonly LegDraft[] {
  return [presence.leg, ...(presence.adjacent === null ? [] : [presence.adjacent]), ...(presence.candidates ?? [])];
}

function endedNear(legs: readonly LegDraft[], record: Timed): boolean {
  return legs.some((leg) => leg.ended !== null && near(leg.ended.at, record.at, limits.sameEnd, record.precision));
}

/** A leg ended: it may be the one that a departure of a moment ago was about. */
export function settleDoubtful(spaces: Spaces, bridge: Bridge, leg: LegDraft): void {
  const at = bridge.doubtful.findIndex(
    (doubt) =>
      doubt.candidates.some((presence) => presence.open && legsOf(presence).includes(leg)) &&
      leg.ended !== null &&
      near(doubt.sign.at, leg.ended.at, limits.sameEnd, doubt.record.precision),
  );
  const doubt = bridge.doubtful[at];
  if (doubt === undefined) return;
  const presence = doubt.candidates.find((candidate) => candidate.open && legsOf(candidate).includes(leg));
  if (presence === undefined) return;
  bridge.doubtful.splice(at, 1);
  closePresence(spaces, presence, doubt.sign);
}

/** No record told which of several presences of one name ended: the oldest is taken, and marked. */
export function giveUpDoubt(spaces: Spaces, bridge: Bridge, before: number): void {
  for (let first = bridge.doubtful[0]; first !== undefined && first.sign.at < before; first = bridge.doubtful[0]) {
    bridge.doubtful.shift();
    const open = first.candidates.filter((presence) => presence.open);
    const [presence, other] = open;
    if (presence === undefined) continue;
    presence.doubtfulEnd = other !== undefined;
    closePresence(spaces, presence, first.sign);
  }
}

function remember(bridge: Bridge, presence: PresenceDraft): void {
  bridge.departures.push(presence);
}

function alreadyLeft(bridge: Bridge, name: string, space: SpaceDraft, record: Timed): boolean {
  return bridge.departures.some(
    (presence) => presence.left?.at === record.at && presence.meeting.space === space && nameKey(presence.name ?? '') === nameKey(name),
  );
}

/** Somebody leaves whose joining the log does not hold: it starts later, or the record is lost. */
function departUnseen(spaces: Spaces, bridge: Bridge, space: SpaceDraft, name: string, record: Timed): void {
  const meeting = meetingIn(space);
  const known = departing(bridge, nameKey(name), record);
  const leg = known ?? newLeg(bridge, machineByName(name) ?? 'unknown', null);
  if (known === undefined || known.setUp === null) meeting.startKnown = false;
  const presence = openPresence(meeting, leg, name, null);
  bridge.lastMove = { meeting, at: record.at, precision: record.precision, left: true };
  closePresence(spaces, presence, signalOf(sign(record), 'left'));
  remember(bridge, presence);
}

/** The leg of somebody whose joining was not seen: one that ends in this moment, by its name or without one, else one that waits. */
function departing(bridge: Bridge, key: string, record: Timed): LegDraft | undefined {
  const named = (leg: LegDraft): boolean => nameKey(leg.user ?? '') === key || nameKey(leg.address ?? '') === key;
  const ends = (leg: LegDraft): boolean => leg.ended !== null && near(leg.ended.at, record.at, limits.sameEnd, record.precision);
  const free = bridge.ending.filter((leg) => leg.presence === null && ends(leg));
  const nameless = free.filter((leg) => leg.user === null && leg.address === null);
  const waiting = (bridge.waiting.get(key) ?? []).filter((leg) => leg.kind === 'web' || nameless.length === 0);
  return free.find(named) ?? (nameless.length === 1 ? nameless[0] : undefined) ?? waiting[0];
}

/** A call of before the log ends in this moment, and that of the only one of this name does not: the departure is of before, too. */
function endsUnseen(bridge: Bridge, present: PresenceDraft, record: Timed): boolean {
  if (present.leg.callLegId === null || present.leg.callNumber === null || present.leg.ended !== null) return false;
  return bridge.endingUnseen.some(
    (leg) =>
      leg.presence === null && leg.setUp === null && leg.ended !== null && near(leg.ended.at, record.at, limits.sameEnd, record.precision),
  );
}
