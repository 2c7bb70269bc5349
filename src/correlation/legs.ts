/** Finding, naming and uniting the legs of one Call Bridge. */
import type { Guid, LegKind } from '#model/index.ts';
import { type Bridge, inOrder, type LegDraft, newLeg, type Timed } from './draft.ts';
import { limits } from './limits.ts';
import { nameKey } from './name-key.ts';
import { Queue } from './queue.ts';

/** The leg with this call number; one that the log names first now is begun. */
export function legByNumber(bridge: Bridge, number: number, kind: LegKind = 'unknown'): LegDraft {
  const known = bridge.calls.get(number);
  if (known !== undefined) return known;
  const leg = newLeg(bridge, kind, null);
  leg.callNumber = number;
  bridge.calls.set(number, leg);
  return leg;
}

/** The leg with this call leg id; one that the log names first now is begun. */
export function legById(bridge: Bridge, id: Guid): LegDraft {
  const known = bridge.legs.get(id);
  if (known !== undefined) return known;
  const leg = newLeg(bridge, 'unknown', null);
  leg.callLegId = id;
  bridge.legs.set(id, leg);
  if (bridge.legs.size >= bridge.mostLegs) forgetOldest(bridge);
  return leg;
}

/**
 * Logs name legs of which nothing else is ever said, and lose the ends of others: without a bound memory would grow with the log. The
 * oldest ones that are in no space, and of which no signal waits for its meeting, are given up.
 */
function forgetOldest(bridge: Bridge): void {
  let idle = [...bridge.legs.values()].filter(isIdle);
  idle = idle.slice(0, Math.max(0, idle.length - limits.idleLegs));
  for (const leg of idle) forget(leg);
  // Looked through again only when as many more have come: linear in all.
  bridge.mostLegs = bridge.legs.size + 2 * limits.idleLegs;
}

function isIdle(leg: LegDraft): boolean {
  return leg.presence === null && leg.setUp === null && leg.ended === null && leg.orphanOf === null && leg.signals.length === 0;
}

/** Registers a leg that was set up under the names its participant may have. */
export function awaitJoining(leg: LegDraft): void {
  const { waiting } = leg.bridge;
  for (const name of [leg.address, leg.user, leg.displayName]) {
    if (name === null) continue;
    const key = nameKey(name);
    if (leg.awaited.includes(key)) continue;
    leg.awaited.push(key);
    const others = waiting.get(key);
    if (others === undefined) waiting.set(key, [leg]);
    else others.push(leg);
  }
}

export function stopWaiting(leg: LegDraft): void {
  for (const key of leg.awaited) waitNoMore(leg.bridge.waiting, key, leg);
  leg.awaited.length = 0;
}

/** Whoever was given the list before keeps it as it was. */
function waitNoMore(waiting: Map<string, LegDraft[]>, key: string, leg: LegDraft): void {
  const all = waiting.get(key);
  if (all === undefined) return;
  const rest = all.length === 1 && all[0] === leg ? [] : all.filter((other) => other !== leg);
  if (rest.length === 0) waiting.delete(key);
  else waiting.set(key, rest);
}

/** Whether two drafts can be one leg: no identity contradicts. */
export function compatible(a: LegDraft, b: LegDraft): boolean {
  return (
    a === b ||
    ((a.callNumber === null || b.callNumber === null || a.callNumber === b.callNumber) &&
      (a.callLegId === null || b.callLegId === null || a.callLegId === b.callLegId))
  );
}

/** Makes one leg of two: `into` takes over what `from` knows, and stands in its place everywhere. */
export function absorb(into: LegDraft, from: LegDraft): LegDraft {
  if (into === from) return into;
  const bridge = into.bridge;
  bridge.changes += 1;
  stopWaiting(from);
  if (bridge.unattributed.delete(from) && into.presence === null) bridge.unattributed.add(into);
  into.kind = into.kind === 'unknown' ? from.kind : into.kind;
  into.callNumber ??= from.callNumber;
  into.callLegId ??= from.callLegId;
  into.sipCallId ??= from.sipCallId;
  into.user ??= from.user;
  into.address ??= from.address;
  into.displayName ??= from.displayName;
  into.dialled ??= from.dialled;
  into.conference ??= from.conference;
  into.setUp ??= from.setUp;
  into.ended ??= from.ended;
  into.neverConnected ||= from.neverConnected;
  into.ties.push(...from.ties);
  into.signals.push(...from.signals);
  inOrder(into.signals);
  if (into.presence === null) {
    into.presence = from.presence;
    if (from.presence !== null) from.presence.leg = into;
  }
  if (from.orphanOf !== null) {
    from.orphanOf.orphans.delete(from);
    from.orphanOf = null;
  }
  if (into.presence !== null && into.orphanOf !== null) {
    into.orphanOf.orphans.delete(into);
    into.orphanOf = null;
  }
  if (into.callNumber !== null && bridge.calls.get(into.callNumber) === from) bridge.calls.set(into.callNumber, into);
  if (into.callLegId !== null) bridge.legs.set(into.callLegId, into);
  return into;
}

/** A record says that this call number and this call leg are one. A number that had another leg before is a new call. */
export function bindNumber(bridge: Bridge, number: number, id: Guid): LegDraft {
  const byId = legById(bridge, id);
  const byNumber = bridge.calls.get(number);
  if (byNumber === undefined || !compatible(byNumber, byId)) {
    byId.callNumber ??= number;
    bridge.calls.set(number, byId);
    return byId;
  }
  return absorb(byNumber, byId);
}

/** Notes the end of a leg; the first record that says so counts, a later one may add the reason. */
export function endLeg(leg: LegDraft, record: Timed, reason: string | null): void {
  if (leg.ended === null) {
    const { at, order, precision } = record;
    leg.ended = { at, order, precision, evidence: record, reason };
    leg.bridge.lastEnd = Math.max(leg.bridge.lastEnd, at);
    stopWaiting(leg);
    expectLastLines(leg);
  } else if (leg.ended.reason === null && reason !== null) {
    leg.ended = { ...leg.ended, reason };
  }
}

/** The leg ended: the last lines about it and its participant come in any order. */
function expectLastLines(leg: LegDraft): void {
  const { ending, endingUnseen, endingNameless } = leg.bridge;
  ending.push(leg);
  if (leg.setUp === null) endingUnseen.push(leg);
  if (leg.displayName !== null) return;
  for (const name of namesOf(leg)) {
    const others = endingNameless.get(name) ?? new Queue();
    endingNameless.set(name, others);
    others.push(leg);
  }
}

/** The last lines about the leg that ended first are in. */
export function lastLinesAreIn(bridge: Bridge): void {
  const leg = bridge.ending.shift();
  if (leg === undefined) return;
  bridge.endingUnseen.delete(leg);
  for (const name of namesOf(leg)) {
    const others = bridge.endingNameless.get(name);
    others?.delete(leg);
    if (others?.size === 0) bridge.endingNameless.delete(name);
  }
  if (bridge.ending.size === 0) bridge.endingNameless.clear();
}

function namesOf({ user, presence }: LegDraft): readonly string[] {
  const name = presence?.name ?? null;
  return [user, name === user ? null : name].filter((each) => each !== null);
}

/** Forgets a leg that is over and settled. */
export function forget(leg: LegDraft): void {
  const { bridge } = leg;
  stopWaiting(leg);
  if (leg.callNumber !== null && bridge.calls.get(leg.callNumber) === leg) bridge.calls.delete(leg.callNumber);
  if (leg.callLegId !== null && bridge.legs.get(leg.callLegId) === leg) bridge.legs.delete(leg.callLegId);
}
