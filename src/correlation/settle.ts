/** Turns the drafts of a meeting that is over into the readonly facts that activation works on. */
import { firstWithout } from '#model/halving.ts';
import type { Leg, MeetingFacts, Presence, Sign, Signal } from '#model/index.ts';
import { inOrder, type LegDraft, type MeetingDraft, type PresenceDraft, signalOf, tie } from './draft.ts';
import { eliminate } from './elimination.ts';
import { absorb, compatible, forget } from './legs.ts';
import { limits, near } from './limits.ts';
import { nameKey } from './name-key.ts';

/** Numbers legs; one for a whole analysis, so that ids are unique in it. */
export interface Numbering {
  next: number;
}

export function settle(meeting: MeetingDraft, numbering: Numbering): MeetingFacts {
  for (const presence of meeting.presences) {
    settleAdjacent(presence);
    settleCandidates(presence);
  }
  eliminate(meeting);
  const pasts = pastsOf(meeting.presences);
  const presences = meeting.presences.map((presence) =>
    presenceFacts(presence, pasts.get(presence.leg) ?? newPast(presence.leg), numbering),
  );
  const orphans = [...meeting.orphans].map((leg) => orphanFacts(leg, numbering));
  for (const presence of meeting.presences) if (presence.leg.ended !== null || !presence.open) forgetIfOver(presence.leg);
  for (const leg of meeting.orphans) if (leg.ended !== null) forget(leg);
  return {
    space: meeting.space.id,
    spaceName: meeting.space.name,
    conferences: [...meeting.conferences.keys()],
    hosts: [...meeting.hosts],
    presences: [...presences, ...orphans],
    signs: [...meeting.signs].sort((a, b) => a.at - b.at || a.order - b.order),
    lockEnds: meeting.lockEnds,
    startKnown: meeting.startKnown && orphans.length === 0 && !beganBefore(meeting),
    endKnown: meeting.endKnown,
  };
}

/** Whether a conference of it began before the log, which tells how others begin (inferred). */
function beganBefore({ conferences }: MeetingDraft): boolean {
  return conferences.values().some(({ begun, bridge }) => !begun && bridge.tellsBeginnings);
}

/** No record contradicted the neighbourhood of deactivation and joining: it counts, as adjacent. */
function settleAdjacent(presence: PresenceDraft): void {
  const { adjacent } = presence;
  if (adjacent === null) return;
  presence.adjacent = null;
  if (!compatible(presence.leg, adjacent)) return;
  const deactivated = adjacent.signals[0];
  presence.leg = absorb(presence.leg, adjacent);
  presence.leg.presence = presence;
  if (deactivated === undefined || presence.joined === null || adjacent.callLegId === null) return;
  const evidence = [deactivated.evidence, presence.joined.evidence];
  tie(presence.leg, ['call-leg', adjacent.callLegId], ['participant', presence.name ?? ''], 'adjacent', evidence);
}

/** Of several calls of one name, the one that is neither over before the participant left nor another's. */
function settleCandidates(presence: PresenceDraft): void {
  const { candidates, left } = presence;
  presence.candidates = null;
  if (candidates === null || presence.doubtfulEnd || presence.leg.callNumber !== null) return;
  const possible = candidates.filter((leg) => {
    if (leg.presence !== null && leg.presence !== presence) return false;
    if (leg.ended === null) return left === null;
    return left !== null && near(leg.ended.at, left.at, limits.sameEnd, 1);
  });
  const [only, other] = possible;
  if (only === undefined || other !== undefined || !compatible(only, presence.leg)) return;
  const evidence = [only.setUp, only.ended, left].flatMap((sign) => (sign === null ? [] : [sign.evidence]));
  presence.leg = absorb(only, presence.leg);
  presence.leg.presence = presence;
  tie(presence.leg, ['call-number', only.callNumber ?? ''], ['participant', presence.name ?? ''], 'elimination', evidence);
}

/** What the presences of one leg share: it may come and go thousands of times. */
interface Past {
  /** When it left, in the order of the log. */
  readonly lefts: number[];
  readonly ties: Leg['ties'];
}

function newPast(leg: LegDraft): Past {
  return { lefts: [], ties: [...leg.ties] };
}

function pastsOf(presences: readonly PresenceDraft[]): ReadonlyMap<LegDraft, Past> {
  const pasts = new Map<LegDraft, Past>();
  for (const { leg, left } of presences) {
    let past = pasts.get(leg);
    if (past === undefined) {
      past = newPast(leg);
      pasts.set(leg, past);
    }
    if (left !== null) past.lefts.push(left.order);
  }
  for (const { lefts } of pasts.values()) if (lefts.length > 1) lefts.sort((a, b) => a - b);
  return pasts;
}

function presenceFacts(presence: PresenceDraft, past: Past, numbering: Numbering): Presence {
  const { leg } = presence;
  const from = presence.joined === null ? Number.NEGATIVE_INFINITY : beginning(presence.joined, past);
  const to = presence.left?.order ?? Number.POSITIVE_INFINITY;
  const signals: Signal[] = [];
  if (presence.joined !== null) signals.push(presence.joined);
  for (let index = firstFrom(leg.signals, ({ order }) => order, from); index < leg.signals.length; index += 1) {
    const signal = leg.signals[index];
    if (signal === undefined || signal.order > to) break;
    signals.push(signal);
  }
  if (presence.left !== null) signals.push(presence.left);
  inOrder(signals);
  return {
    leg: legFacts(leg, numbering, past.ties),
    name: spelledAs(presence.name, leg),
    signals,
    activationLogged: presence.bridge.callsLogged,
    doubtfulEnd: presence.doubtfulEnd,
  };
}

/** A leg that was in a space before takes only what happened since it left it. */
function beginning(joined: Sign, { lefts }: Past): number {
  return lefts[firstFrom(lefts, (order) => order, joined.order) - 1] ?? Number.NEGATIVE_INFINITY;
}

/** The place of the first one whose order is not before another, in a list that is in order. */
function firstFrom<One>(list: readonly One[], orderOf: (one: One) => number, order: number): number {
  return firstWithout(0, list.length, (place) => {
    const one = list[place];
    return one !== undefined && orderOf(one) < order;
  });
}

/** A stray blank in a pasted address is mended by the call's record of the same address. */
function spelledAs(name: string | null, leg: LegDraft): string | null {
  if (name === null || !/\s/u.test(name)) return name;
  for (const known of [leg.address, leg.user]) if (known !== null && nameKey(known) === nameKey(name)) return known;
  return name;
}

function orphanFacts(leg: LegDraft, numbering: Numbering): Presence {
  const signals: Signal[] = [...leg.signals];
  if (leg.ended !== null) signals.push(signalOf(leg.ended, 'left'));
  return { leg: legFacts(leg, numbering), name: null, signals, activationLogged: true, doubtfulEnd: false };
}

export function legFacts(leg: LegDraft, numbering: Numbering, ties: Leg['ties'] = [...leg.ties]): Leg {
  numbering.next += 1;
  return {
    id: `leg-${numbering.next}`,
    host: leg.bridge.host,
    kind: leg.kind,
    callNumber: leg.callNumber,
    callLegId: leg.callLegId,
    sipCallId: leg.sipCallId,
    user: leg.user,
    address: leg.address,
    displayName: leg.displayName,
    dialled: leg.dialled,
    setUp: leg.setUp,
    ended: leg.ended,
    ties,
  };
}

function forgetIfOver(leg: LegDraft): void {
  if (leg.ended !== null) forget(leg);
}
