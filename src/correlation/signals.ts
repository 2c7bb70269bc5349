/** Activation lines: they name a leg and no space, and belong where the leg is. */
import type { Guid, SignalKind } from '#model/index.ts';
import { expectJoining } from './adjacency.ts';
import { type Bridge, type LegDraft, type MeetingDraft, newLeg, sign, type Timed } from './draft.ts';
import { legById } from './legs.ts';
import { limits, near } from './limits.ts';
import { attribute, reopen, type Spaces } from './meetings.ts';

export function signal(spaces: Spaces, bridge: Bridge, kind: 'deactivated' | 'activated', id: Guid, record: Timed): void {
  let leg = legById(bridge, id);
  const last = leg.signals.at(-1);
  if (last?.kind === kind && last.at === record.at) return; // the same record twice
  if (leg.orphanOf !== null && leg.orphanOf.space.meeting !== leg.orphanOf) leg = beginAgain(bridge, leg, id);
  leg.signals.push({ ...sign(record), kind });
  if (leg.presence?.open === true) {
    bridge.lastSignal = { meeting: leg.presence.meeting, at: record.at, kind };
    return;
  }
  const meeting = meetingOfMoment(spaces, bridge, kind, record);
  if (leg.callNumber === null && leg.user === null) {
    if (kind === 'deactivated') expectJoining(bridge, leg);
    if (leg.orphanOf === null) attributeOrKeep(bridge, leg, meeting);
    if (leg.orphanOf !== null) bridge.lastSignal = { meeting: leg.orphanOf, at: record.at, kind };
  }
}

/** The meeting that a leg was seen in is over: whatever it does now belongs to another. */
function beginAgain(bridge: Bridge, old: LegDraft, id: Guid): LegDraft {
  const leg = newLeg(bridge, old.kind, null);
  leg.callLegId = id;
  bridge.legs.set(id, leg);
  return leg;
}

function attributeOrKeep(bridge: Bridge, leg: LegDraft, meeting: MeetingDraft | null): void {
  if (meeting !== null) attribute(meeting, leg);
  else bridge.unattributed.add(leg);
}

/**
 * The meeting that the lines of this moment are about: an activator's joining stands right before the `ceasing` lines,
 * the last activator's leaving right before the `configuring` lines, and lines of one cause follow each other.
 */
function meetingOfMoment(spaces: Spaces, bridge: Bridge, kind: SignalKind, record: Timed): MeetingDraft | null {
  const { lastMove, lastSignal } = bridge;
  if (lastSignal?.kind === kind && near(lastSignal.at, record.at, limits.adjacent, record.precision))
    return reopen(spaces, lastSignal.meeting);
  if (lastMove !== null && lastMove.left === (kind === 'deactivated') && near(lastMove.at, record.at, limits.adjacent, record.precision)) {
    return reopen(spaces, lastMove.meeting);
  }
  return null;
}
