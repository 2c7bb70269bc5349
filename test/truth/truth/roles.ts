/**
 * Which roles a log proves (facts §3), and which answers are right where it proves none: the true role or `unknown`;
 * for neither-nor participants, recorders and streamers `unknown` alone.
 */

import type { Change, Leg, Release } from '../world.ts';
import { isUnderLock } from './locks.ts';

/**
 * Deactivated while no lock was on, or released by an activator who came: only guests are.
 * Sent to the lobby, admitted, unlocked: an operator might do that with anybody.
 */
const PROOFS: readonly Change['why'][] = ['joined-waiting', 'activator-joined', 'last-activator-left'];

function provesGuest(leg: Leg, isTied: boolean): boolean {
  const isProven = leg.changes.some((change, place) => {
    if (!PROOFS.includes(change.why) || isUnderLock(leg, change)) return false;
    if (change.why !== 'activator-joined') return true;
    // Released by an activator of another bridge, sent to the lobby by an operator before: might be anybody.
    const before = leg.changes[place - 1];
    const isBeside = change.by?.bridge === leg.bridge;
    return isBeside && before?.why !== 'sent-to-lobby';
  });
  return leg.role === 'guest' && isTied && isProven;
}

/** Others were released, or deactivated, in the millisecond of its joining, or leaving. */
function provesHost(leg: Leg, release: Release): boolean {
  const beside = [...leg.releasedBeside, ...leg.deactivatedBeside];
  // gen-1: a leg that is tied to nobody is in no space that the log knows.
  return beside.some((other) => release !== '2.1' || other.changes[0]?.state === 'lobby');
}

export function allowedRoles(leg: Leg, isTied: boolean, release: Release): readonly string[] {
  // Nothing to rest a role on: whoever names one guesses.
  const [, ...bases] = allowedBases(leg, release);
  if (leg.role === 'neither' || bases.length === 0) return ['unknown'];
  const isProven = leg.role === 'guest' ? provesGuest(leg, isTied) : provesHost(leg, release);
  return isProven ? [leg.role] : [leg.role, 'unknown'];
}

function isOneOfSeveralBridges(leg: Leg): boolean {
  const legs = leg.space.meetings.flatMap((meeting) => meeting.legs);
  return leg.leftAt !== null && legs.some((other) => other.bridge !== leg.bridge && other.deactivated > 0);
}

export function allowedBases(leg: Leg, release: Release): readonly (string | null)[] {
  const bases: (string | null)[] = [null];
  if (leg.role === 'guest' && leg.changes.some((change) => change.why !== 'joined-active')) bases.push('deactivated');
  if (leg.role !== 'host') return bases;
  if (leg.released > 0) bases.push('released-others');
  // Of activators who left several bridges at once, nobody knows which was the last.
  // gen-1: nor whose the legs are that nothing ties, when activators leave two spaces at once.
  const isBlurred = release === '2.1' && leg.leftAt !== null;
  if (leg.deactivated > 0 || isBlurred || isOneOfSeveralBridges(leg)) bases.push('last-activator-left');
  if (leg.changes[0]?.state === 'active') bases.push('joined-active-alone');
  return bases;
}
