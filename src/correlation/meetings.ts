/** Opening and closing of presences and of the meetings they make. */
import type { Guid, Signal } from '#model/index.ts';
import type { Bridge, LegDraft, MeetingDraft, PresenceDraft, SpaceDraft } from './draft.ts';
import { eliminate } from './elimination.ts';
import { stopWaiting } from './legs.ts';
import { limits } from './limits.ts';
import { nameKey } from './name-key.ts';
import type { Namesakes } from './present.ts';
import { Queue } from './queue.ts';

/** All spaces that the log names, and the meetings that wait for their last lines. */
export interface Spaces {
  readonly byKey: Map<string, SpaceDraft>;
  /** Meetings that are empty and wait for their last lines, oldest first. */
  readonly closing: Queue<MeetingDraft>;
}

export function newSpaces(): Spaces {
  return { byKey: new Map(), closing: new Queue() };
}

/** The space with this id, or, where a log never names it, the one behind an internal conference. */
export function spaceBy(spaces: Spaces, key: string, id: Guid | null, name: string | null): SpaceDraft {
  const known = spaces.byKey.get(key);
  if (known !== undefined) {
    if (name !== null && name !== '') known.name = name;
    return known;
  }
  const space: SpaceDraft = { key, id, name: name === '' ? null : name, meeting: null };
  spaces.byKey.set(key, space);
  return space;
}

/** The meeting that goes on in a space; one is begun where the space was empty. */
export function meetingIn(space: SpaceDraft): MeetingDraft {
  if (space.meeting !== null) return space.meeting;
  const meeting: MeetingDraft = {
    space,
    presences: [],
    orphans: new Set(),
    conferences: new Map(),
    hosts: new Set(),
    signs: new Set(),
    lockEnds: new Map(),
    openCount: 0,
    lastLeft: null,
    settledAfter: Number.POSITIVE_INFINITY,
    startKnown: true,
    endKnown: false,
  };
  space.meeting = meeting;
  return meeting;
}

export function openPresence(
  meeting: MeetingDraft,
  leg: LegDraft,
  name: string | null,
  joined: Signal | null,
  joinedSpace = true,
): PresenceDraft {
  const { bridge } = leg;
  const presence: PresenceDraft = {
    meeting,
    bridge,
    nth: bridge.opened,
    name,
    leg,
    stated: false,
    joinedSpace,
    adjacent: null,
    candidates: null,
    joined,
    left: null,
    doubtfulEnd: false,
    open: true,
  };
  leg.presence = presence;
  stopWaiting(leg);
  adopt(meeting, leg);
  meeting.presences.push(presence);
  meeting.openCount += 1;
  if (bridge.host !== null) meeting.hosts.add(bridge.host);
  bridge.opened += 1;
  bridge.changes += 1;
  bridge.present.add(presence);
  return presence;
}

/** A leg that was only attributed to a meeting has a participant now. */
export function adopt(meeting: MeetingDraft, leg: LegDraft): void {
  if (leg.orphanOf === null) return;
  leg.orphanOf.orphans.delete(leg);
  leg.orphanOf = null;
  if (leg.bridge.host !== null) meeting.hosts.add(leg.bridge.host);
}

/** Attributes a leg whose participant the log never names to the meeting that its signals belong to. */
export function attribute(meeting: MeetingDraft, leg: LegDraft): void {
  if (leg.orphanOf === meeting) return;
  leg.orphanOf?.orphans.delete(leg);
  leg.orphanOf = meeting;
  meeting.orphans.add(leg);
}

export function presentIn(bridge: Bridge, name: string, space: SpaceDraft): Namesakes<PresenceDraft> | null {
  return bridge.present.namedIn(nameKey(name), space);
}

/** Ends a presence; `left` is null when the log lost sight of it (restart). */
export function closePresence(spaces: Spaces, presence: PresenceDraft, left: Signal | null): void {
  if (!presence.open) return;
  presence.open = false;
  presence.left = left;
  const { bridge, meeting } = presence;
  bridge.changes += 1;
  bridge.present.delete(presence);
  meeting.openCount -= 1;
  meeting.lastLeft = left?.at ?? meeting.lastLeft;
  if (left !== null) closeIfEmpty(spaces, meeting, left);
  else if (meeting.openCount === 0) close(spaces, meeting, bridge.lastSeen, false);
}

/** A space is empty when everybody who was seen has left, also those who are known by their leg only. */
function closeIfEmpty(spaces: Spaces, meeting: MeetingDraft, left: Signal): void {
  if (meeting.openCount > 0) return;
  eliminate(meeting);
  if (unseenRemain(meeting)) return;
  close(spaces, meeting, left.at, meeting.orphans.size === 0);
}

/**
 * Legs that were there when the log began leave under a name that cannot be tied to them; each such departure
 * after the signal of a leg accounts for one (inferred).
 */
function unseenRemain(meeting: MeetingDraft): boolean {
  if (meeting.orphans.size === 0) return false;
  let firstSignal = Number.POSITIVE_INFINITY;
  let over = 0;
  for (const leg of meeting.orphans) {
    firstSignal = Math.min(firstSignal, leg.signals[0]?.order ?? Number.POSITIVE_INFINITY);
    if (leg.ended !== null) over += 1;
  }
  for (const presence of meeting.presences) {
    if (presence.joined === null && presence.left !== null && presence.left.order > firstSignal) over += 1;
  }
  return over < meeting.orphans.size;
}

/** Hands the meeting over once its last lines are in. */
export function close(spaces: Spaces, meeting: MeetingDraft, at: number, endKnown: boolean): void {
  if (meeting.space.meeting !== meeting) return;
  meeting.space.meeting = null;
  meeting.endKnown = endKnown && meeting.presences.every((presence) => presence.left !== null);
  meeting.settledAfter = at + limits.settling;
  spaces.closing.push(meeting);
}

/** Its last visible participant has left, but lines of the same moment show that others are still there. */
export function reopen(spaces: Spaces, meeting: MeetingDraft): MeetingDraft {
  const { space } = meeting;
  if (space.meeting !== null) return space.meeting;
  if (!spaces.closing.delete(meeting)) return meetingIn(space);
  space.meeting = meeting;
  return meeting;
}

/** Whether a meeting is empty and waits for its last lines. */
export function isClosing(spaces: Spaces, meeting: MeetingDraft): boolean {
  return spaces.closing.has(meeting);
}
