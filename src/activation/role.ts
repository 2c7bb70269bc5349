/**
 * Who is a guest and who a host, and on what that rests. Rules (facts §3):
 *
 * - guest: its leg was deactivated or released, and no lock was on (under `lockMode=all` hosts are deactivated too).
 *   Being moved to the lobby while an activator stays outweighs nothing: who released others is a host all the same.
 * - host: its joining released others; or its leaving, as the last activator's, sent others back; or it was the only one
 *   who can have let a guest in that joined active.
 * - a third role, neither, is active at once and activates nobody: it is never called host.
 */
import type { Evidence, Role, RoleBasis } from '#model/index.ts';
import { type Explanations, evidenceOf, type StretchExplanations } from './cause.ts';
import { type Locked, lockedAt } from './lock.ts';
import { isPerson, type Moment } from './moments.ts';
import type { Track } from './track.ts';

export interface RoleProof {
  readonly role: Role;
  readonly basis: RoleBasis | null;
  readonly evidence: readonly Evidence[];
}

const unproven: RoleProof = { role: 'unknown', basis: null, evidence: [] };

/** Tracks that the log proves to need activation, with what proves it. */
export type Guests = ReadonlyMap<Track, readonly Evidence[]>;

/** @param explained causes as far as known: they tell moves to the lobby apart */
export function guestsAmong(tracks: readonly Track[], locked: readonly Locked[], explained: Explanations | null): Guests {
  const guests = new Map<Track, readonly Evidence[]>();
  for (const track of tracks) {
    const proof = isPerson(track) ? deactivation(track, locked, explained?.get(track)) : null;
    if (proof !== null) guests.set(track, proof);
  }
  return guests;
}

/** The stretch that proves a guest. */
function deactivation(track: Track, locked: readonly Locked[], explained: StretchExplanations | undefined): readonly Evidence[] | null {
  for (const [index, stretch] of track.stretches.entries()) {
    const { sign } = stretch;
    if (sign === null || lockedAt(locked, sign.at)) continue;
    if (stretch.state === 'lobby' && stretch.beginning === 'joined') return stretch.evidence;
    const before = track.stretches[index - 1];
    if (stretch.beginning === 'activated' && before?.state === 'unknown') return stretch.evidence;
    // Held under a lock, but let in by somebody's arrival after it had ended.
    if (stretch.beginning === 'activated' && explained?.[index]?.kind === 'activator-joined') return stretch.evidence;
    if (stretch.beginning !== 'deactivated') continue;
    if (explained?.[index]?.kind !== 'deactivated-with-activator') return stretch.evidence;
  }
  return null;
}

/**
 * The roles of all tracks of a meeting; linear in the moments.
 * @param guests with the causes known; `deactivated` without them: who else was in the lobby, and did not release others
 */
export function roles(
  all: readonly Moment[],
  tracks: readonly Track[],
  explained: Explanations,
  { guests, deactivated }: { readonly guests: Guests; readonly deactivated: Guests },
  locked: readonly Locked[],
  startKnown: boolean,
): ReadonlyMap<Track, RoleProof> {
  const proofs = new Map<Track, RoleProof>();
  for (const [track, evidence] of guests) proofs.set(track, { role: 'guest', basis: 'deactivated', evidence });
  proveByEffect(explained, 'activator-joined', 'released-others', proofs);
  proveByEffect(explained, 'last-activator-left', 'last-activator-left', proofs);
  for (const [track, evidence] of deactivated) if (!proofs.has(track)) proofs.set(track, { role: 'guest', basis: 'deactivated', evidence });
  if (startKnown) proveByAdmission(all, guests, locked, proofs);
  for (const track of tracks) if (!proofs.has(track)) proofs.set(track, unproven);
  return proofs;
}

function proveByEffect(
  explained: Explanations,
  kind: 'activator-joined' | 'last-activator-left',
  basis: RoleBasis,
  proofs: Map<Track, RoleProof>,
): void {
  for (const explanations of explained.values()) {
    for (const explanation of explanations) {
      const by = explanation?.by ?? null;
      if (explanation?.kind === kind && by !== null && !proofs.has(by)) {
        proofs.set(by, { role: 'host', basis, evidence: explanation.evidence });
      }
    }
  }
}

/**
 * Whoever was alone with nobody else who could activate, while a guest joined and was let in at once, is an activator.
 * Recorders and people who wait in the lobby cannot be the ones.
 */
function proveByAdmission(all: readonly Moment[], guests: Guests, locked: readonly Locked[], proofs: Map<Track, RoleProof>): void {
  let alone: Track | null = null;
  let others = 0;
  for (const moment of all) {
    if (moment.kind !== 'joined') {
      if (moment.kind === 'left' && moment.track === alone) return;
      continue;
    }
    const { track } = moment;
    if (!isPerson(track)) continue;
    if (!guests.has(track)) {
      if (alone === null) alone = track;
      else others += 1;
    } else if (track.heldAtJoining) {
      if (alone !== null && !lockedAt(locked, moment.at)) return; // it let a guest wait: no activator
    } else if (alone !== null && others === 0) {
      const proof = proofs.get(alone);
      if (proof === undefined || proof.role === 'unknown') {
        proofs.set(alone, { role: 'host', basis: 'joined-active-alone', evidence: [...joining(alone), ...evidenceOf(moment)] });
      }
      return;
    }
  }
}

function joining(track: Track): readonly Evidence[] {
  return track.joined === null ? [] : [track.joined.evidence];
}
