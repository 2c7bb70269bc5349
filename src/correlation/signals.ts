/** Activation lines: they name a leg and no space, and belong where the leg is. */
import type { Guid, SignalKind } from '#model/index.ts';
import { expectJoining } from './adjacency.ts';
import { takeForPerson } from './calls.ts';
import { type Bridge, type LegDraft, type MeetingDraft, newLeg, sign, signalOf, type Timed } from './draft.ts';
import { legById } from './legs.ts';
import { limits, near } from './limits.ts';
import { attribute, reopen, type Spaces } from './meetings.ts';

export function signal(spaces: Spaces, bridge: Bridge, kind: 'deactivated' | 'activated', id: Guid, record: Timed): void {
  let leg = legById(bridge, id);
  const last = leg.signals.at(-1);
  if (last?.kind === kind && last.at === record.at) return; // the same record twice
  if (leg.orphanOf !== null && leg.orphanOf.space.meeting !== leg.orphanOf) leg = beginAgain(bridge, leg, id);
  leg.signals.push(signalOf(sign(record), kind));
  if (kind === 'deactivated') takeForPerson(leg);
  const meeting = leg.presence?.open === true ? leg.presence.meeting : (leg.orphanOf ?? meetingOfMoment(bridge, kind, record));
  if (meeting !== null) bridge.lastSignal = { meeting, at: record.at, kind };
  if (leg.presence?.open === true || leg.orphanOf !== null || leg.callNumber !== null || leg.user !== null) return;
  if (kind === 'deactivated') expectJoining(bridge, leg, meeting);
  else if (meeting !== null) attribute(reopen(spaces, meeting), leg);
  else bridge.unattributed.add(leg);
}

/** The meeting that a leg was seen in is over: whatever it does now belongs to another. */
function beginAgain(bridge: Bridge, old: LegDraft, id: Guid): LegDraft {
  const leg = newLeg(bridge, old.kind, null);
  leg.callLegId = id;
  bridge.legs.set(id, leg);
  return leg;
}

/**
 * The meeting that the lines of this moment are about: an activator's joining stands right before the `ceasing` lines,
 * the last activator's leaving right before the `configuring` lines, and lines of one cause follow each other.
 */
function meetingOfMoment(bridge: Bridge, kind: SignalKind, record: Timed): MeetingDraft | null {
  const { lastMove, lastSignal } = bridge;
  if (lastSignal?.kind === kind && near(lastSignal.at, record.at, limits.adjacent, record.precision)) return lastSignal.meeting;
  if (lastMove === null || lastMove.left !== (kind === 'deactivated')) return null;
  return near(lastMove.at, record.at, limits.adjacent, record.precision) ? lastMove.meeting : null;
}
