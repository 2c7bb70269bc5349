/** Events of participants: joining and leaving of spaces and conferences. */
import type { EventOf } from '#model/index.ts';
import { adjacentLeg, giveBack } from './adjacency.ts';
import { machineByName } from './calls.ts';
import { conferenceBy, takeLock } from './conferences.ts';
import {
  type Bridge,
  type LegDraft,
  type MeetingDraft,
  newLeg,
  type PresenceDraft,
  type SpaceDraft,
  sign,
  signalOf,
  type Timed,
  tie,
} from './draft.ts';
import { absorb, compatible, legById, stopWaiting } from './legs.ts';
import { limits, near } from './limits.ts';
import { adopt, closePresence, meetingIn, openPresence, presentIn, type Spaces, spaceBy } from './meetings.ts';
import { nameKey } from './name-key.ts';
import type { Namesakes } from './present.ts';

export function joinedSpace(spaces: Spaces, bridge: Bridge, event: EventOf<'participant-joined-space'>, record: Timed): void {
  const space = spaceBy(spaces, event.space, event.space, event.spaceName);
  const waiting = bridge.waiting.get(nameKey(event.name)) ?? [];
  const stated = statedFirst(bridge, event.name, space, record);
  if (stated !== null) return;
  const present = presentIn(bridge, event.name, space);
  if (waiting.length === 0 && present?.joinedAt?.has(record.at)) return; // the same record twice
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
  const presence = presentIn(bridge, name, space)?.unjoined?.find(
    ({ joined }) => joined !== null && near(joined.at, record.at, limits.sameEnd, record.precision),
  );
  if (presence === undefined) return null;
  presence.joinedSpace = true;
  bridge.present.update(presence);
  return presence;
}

export function joinedConference(spaces: Spaces, bridge: Bridge, event: EventOf<'participant-joined-conference'>, record: Timed): void {
  const conference = conferenceBy(bridge, event.conference);
  let leg = legById(bridge, event.leg);
  let presence = unstatedPresence(bridge, event.name, record);
  if (presence === null) {
    if (leg.presence?.open === true) return takeLock(conference, leg.presence.meeting); // the same record twice
    const space = conference.space ?? spaceBy(spaces, `${bridge.host}/${event.conference}`, null, conference.name);
    presence = openPresence(meetingIn(space), leg, event.name, signalOf(sign(record), 'joined'), false);
    bridge.lastMove = { meeting: presence.meeting, at: record.at, precision: record.precision, left: false };
  }
  leg = stateLeg(bridge, presence, leg);
  leg.conference = event.conference;
  if (leg.kind === 'unknown') leg.kind = machineByName(event.name) ?? (event.via === 'SIP' ? 'sip' : 'web');
  tie(leg, ['participant', event.name], ['call-leg', event.leg], 'stated', [record]);
  presence.meeting.conferences.set(event.conference, conference);
  conference.space ??= presence.meeting.space;
  takeLock(conference, presence.meeting);
}

/** The presence that `joined conference` is about: the oldest of that name that just joined and has no stated leg. */
function unstatedPresence(bridge: Bridge, name: string, record: Timed): PresenceDraft | null {
  const isNew = ({ joined }: PresenceDraft): boolean => joined !== null && near(joined.at, record.at, limits.sameJoin, record.precision);
  return bridge.present.findUnstated(nameKey(name), isNew) ?? null;
}

/** A record names participant and leg together: that outweighs what adjacency or the name suggested. */
function stateLeg(bridge: Bridge, presence: PresenceDraft, stated: LegDraft): LegDraft {
  presence.stated = true;
  bridge.present.update(presence);
  const { adjacent } = presence;
  presence.adjacent = null;
  presence.candidates = null;
  if (adjacent !== null && adjacent !== stated) {
    adjacent.presence = null;
    giveBack(bridge, adjacent);
  }
  const leg = sameLeg(presence, stated);
  if (leg !== presence.leg) {
    presence.leg.presence = null;
    presence.leg = leg;
  }
  leg.presence = presence;
  return leg;
}

/** One leg of the two, where nothing contradicts: nothing is copied for a leg that comes again and again. */
function sameLeg({ leg, meeting }: PresenceDraft, stated: LegDraft): LegDraft {
  if (!compatible(leg, stated)) return stated;
  if (leg === stated || !isBlank(leg)) return absorb(leg, stated);
  if (leg.kind !== 'unknown') stated.kind = leg.kind;
  stopWaiting(stated);
  stated.bridge.unattributed.delete(stated);
  adopt(meeting, stated);
  return stated;
}

/** Nothing is known of it but what kind it may be. */
function isBlank(leg: LegDraft): boolean {
  const isNamed = leg.callNumber !== null || leg.callLegId !== null || leg.user !== null || leg.address !== null;
  return !isNamed && leg.setUp === null && leg.ended === null && leg.signals.length === 0 && leg.ties.length === 0;
}

export function leftSpace(spaces: Spaces, bridge: Bridge, event: EventOf<'participant-left-space'>, record: Timed): void {
  const space = spaceBy(spaces, event.space, event.space, event.spaceName);
  const { name } = event;
  const namesakes = presentIn(bridge, name, space);
  const only = namesakes?.presences.first;
  const second = namesakes?.presences.second;
  const unseen = only === undefined ? 'surely' : second === undefined ? endsUnseen(bridge, only, record) : 'no';
  if (namesakes === null || only === undefined || unseen === 'surely') {
    const meeting = departUnseen(spaces, bridge, space, name, record);
    if (meeting !== null) bridge.lastMove = { meeting, at: record.at, precision: record.precision, left: true };
    return;
  }
  const left = signalOf(sign(record), 'left');
  bridge.lastMove = { meeting: only.meeting, at: record.at, precision: record.precision, left: true };
  const sure = second !== undefined ? onlyEnded(bridge, namesakes.presences, record) : unseen === 'no' ? only : null;
  if (sure !== null) {
    closePresence(spaces, sure, left);
    bridge.departures.add(sure);
  } else bridge.doubtful.push({ name, space, sign: left, record, namesakes, opened: bridge.opened });
}

/** The only one of them of which a leg ended in this moment, or null. */
function onlyEnded(bridge: Bridge, presences: Iterable<PresenceDraft>, record: Timed): PresenceDraft | null {
  // Nothing has ended for a while: there is nobody to be looked for.
  if (record.at > bridge.lastEnd && !near(bridge.lastEnd, record.at, limits.sameEnd, record.precision)) return null;
  const ended = hasLeg((leg) => leg.ended !== null && near(leg.ended.at, record.at, limits.sameEnd, record.precision));
  let sure: PresenceDraft | null = null;
  for (const presence of presences) {
    if (!ended(presence)) continue;
    if (sure !== null) return null;
    sure = presence;
  }
  return sure;
}

/** Whether one of the legs that a presence has, or may have, is such a one. Candidates that several share are looked through once. */
function hasLeg(isSuch: (leg: LegDraft) => boolean): (presence: PresenceDraft) => boolean {
  const shared = new Map<readonly LegDraft[], boolean>();
  const among = (candidates: readonly LegDraft[]): boolean => {
    const found = shared.get(candidates) ?? candidates.some(isSuch);
    shared.set(candidates, found);
    return found;
  };
  return ({ leg, adjacent, candidates }) =>
    isSuch(leg) || (adjacent !== null && isSuch(adjacent)) || (candidates !== null && among(candidates));
}

/** A leg ended: it may be the one that a departure of a moment ago was about. */
export function settleDoubtful(spaces: Spaces, bridge: Bridge, leg: LegDraft): void {
  const { ended } = leg;
  if (ended === null) return;
  const whose = hasLeg((other) => other === leg);
  // By their name and space: several departures of one name have the same presence first.
  const firsts = new Map<Namesakes<PresenceDraft>, PresenceDraft | null>();
  for (const doubt of bridge.doubtful) {
    if (!near(doubt.sign.at, ended.at, limits.sameEnd, doubt.record.precision)) continue;
    const { namesakes, opened } = doubt;
    const known = firsts.get(namesakes);
    const first = known === undefined ? firstOf(namesakes.presences, whose) : known;
    firsts.set(namesakes, first);
    if (first === null || first.nth >= opened) continue;
    bridge.doubtful.delete(doubt);
    closePresence(spaces, first, doubt.sign);
    return;
  }
}

function firstOf(presences: Iterable<PresenceDraft>, isSuch: (presence: PresenceDraft) => boolean): PresenceDraft | null {
  for (const presence of presences) if (isSuch(presence)) return presence;
  return null;
}

/** No record told which of several presences of one name ended: the oldest is taken, and marked; the only one, unless another call ended. */
export function giveUpDoubt(spaces: Spaces, bridge: Bridge, before: number): void {
  for (let { first } = bridge.doubtful; first !== undefined && first.sign.at < before; { first } = bridge.doubtful) {
    bridge.doubtful.shift();
    const { namesakes, opened, sign, record } = first;
    const { first: presence, second: other } = namesakes.presences;
    if (presence === undefined || presence.nth >= opened) continue;
    if (other === undefined && endsUnseen(bridge, presence, record) === 'surely') {
      departUnseen(spaces, bridge, first.space, first.name, record);
      continue;
    }
    presence.doubtfulEnd = other !== undefined && other.nth < opened;
    closePresence(spaces, presence, sign);
  }
}

/**
 * Somebody leaves whose joining the log does not hold: it starts later, or the record is lost.
 * @returns the meeting; null = the same record twice
 */
function departUnseen(spaces: Spaces, bridge: Bridge, space: SpaceDraft, name: string, record: Timed): MeetingDraft | null {
  if (bridge.departures.has(record.at, name, space)) return null;
  const meeting = meetingIn(space);
  const known = departing(bridge, nameKey(name), record);
  const leg = known ?? newLeg(bridge, machineByName(name) ?? 'unknown', null);
  if (known === undefined || known.setUp === null) meeting.startKnown = false;
  const presence = openPresence(meeting, leg, name, null);
  closePresence(spaces, presence, signalOf(sign(record), 'left'));
  bridge.departures.add(presence);
  return meeting;
}

/** The leg of somebody whose joining was not seen: one that ends in this moment, by its name or without one, else one that waits. */
function departing(bridge: Bridge, key: string, record: Timed): LegDraft | undefined {
  let nameless: LegDraft | undefined;
  let several = false;
  for (const leg of bridge.ending) {
    const { user, address, ended } = leg;
    if (leg.presence !== null || leg.neverConnected) continue;
    if (ended === null || !near(ended.at, record.at, limits.sameEnd, record.precision)) continue;
    if (user === null && address === null && key !== '') {
      several = nameless !== undefined;
      nameless ??= leg;
    } else if (nameKey(user ?? '') === key || nameKey(address ?? '') === key) return leg;
  }
  if (nameless !== undefined && !several) return nameless;
  return bridge.waiting.get(key)?.find((leg) => leg.kind === 'web' || !several);
}

/**
 * Whether a call of before the log ends in this moment, and that of the only one of this name does not: the departure is of before, too.
 * As long as the log has not told the leg of one and the call number of the other, they may be the same.
 */
function endsUnseen(bridge: Bridge, present: PresenceDraft, { at, precision }: Timed): 'surely' | 'perhaps' | 'no' {
  const { callLegId, setUp, ended } = present.leg;
  if ((callLegId === null && setUp === null) || ended !== null) return 'no';
  let answer: 'perhaps' | 'no' = 'no';
  for (const leg of bridge.endingUnseen) {
    if (leg.presence !== null || leg.setUp !== null || leg.neverConnected || leg.ended === null) continue;
    if (!near(leg.ended.at, at, limits.sameEnd, precision)) continue;
    if (!compatible(leg, present.leg)) return 'surely';
    answer = 'perhaps';
  }
  return answer;
}
