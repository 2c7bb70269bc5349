/**
 * The law of activation, of one space over all its bridges.
 * Stated by Cisco: who needs an activator waits without one; deactivationMode and its time after the last one left;
 * lockMode `all` or `needsActivation`; an admit is for one person. Inferred, as the log is silent: who joins during
 * the grace waits; an activator who arrives under a lock releases nobody before it ends; who was sent to the lobby
 * stays there until admitted, unlocked, or the first activator arrives.
 */
import type { Change, Leg, Space, Why } from './model.ts';
import { announce } from './quiet.ts';
import type { Stage } from './stage.ts';

/** So many records of one story fit into a millisecond. */
const LINES_A_MS = 200;
/** Bridges of a cluster hear of each other after so long at most. */
const TRANSIT_MS = 8;

export function activators(space: Space): readonly Leg[] {
  return space.present.filter((leg) => leg.role === 'host' && leg.state === 'active');
}

export function waiting(space: Space): readonly Leg[] {
  return space.present.filter((leg) => leg.state === 'lobby');
}

function isMachine(leg: Leg): boolean {
  return leg.medium === 'recorder' || leg.medium === 'streamer';
}

export function mustWait(space: Space, leg: Leg): boolean {
  if (isMachine(leg)) return false;
  const activated = activators(space).length > 0;
  if (space.locked && space.lockMode === 'all') return true;
  if (leg.role !== 'guest') return false;
  const passes = activated && (!space.locked || leg.medium === 'member');
  return !passes;
}

export function wouldRelease(space: Space, leg: Leg): boolean {
  return leg.role === 'host' && !mustWait(space, leg) && !space.locked && activators(space).length === 0 && waiting(space).length > 0;
}

function isLast(space: Space, leg: Leg): boolean {
  const left = activators(space);
  return left.length === 1 && left[0] === leg;
}

function activated(space: Space): readonly Leg[] {
  return space.present.filter((leg) => leg.role === 'guest' && leg.state === 'active');
}

/** Whether the leaving of this leg deactivates others in the same millisecond. */
export function wouldFire(space: Space, leg: Leg): boolean {
  return isLast(space, leg) && space.mode === 'deactivate' && space.graceMs === 0 && activated(space).length > 0;
}

export function change(space: Space, leg: Leg, entry: Omit<Change, 'activators' | 'locked' | 'waiting'>): void {
  leg.state = entry.state;
  const others = waiting(space).filter((other) => other !== leg);
  leg.changes.push({ ...entry, activators: activators(space).length, locked: space.locked, waiting: others.length });
}

interface Effect {
  readonly state: 'lobby' | 'active';
  readonly why: Why;
  readonly by: Leg | null;
  readonly byAt: number | null;
}

function turn(stage: Stage, leg: Leg, at: number, effect: Effect): void {
  const kind = effect.state === 'lobby' ? 'configuring' : 'ceasing';
  const written = stage.write(leg.bridge, at, { kind, leg });
  change(leg.space, leg, { ...effect, at: written });
  if (effect.by === null) return;
  if (effect.state === 'active') effect.by.released += 1;
  else effect.by.deactivated += 1;
}

/** Legs of the bridge where it happened turn at once, those of other bridges when these have heard of it. */
function spread(stage: Stage, legs: readonly Leg[], home: Leg['bridge'] | null, effect: Effect): void {
  const now = stage.now();
  const order = stage.random.chance(0.5) ? legs : [...legs].reverse();
  const transit = stage.random.between(1, TRANSIT_MS);
  for (const [place, leg] of order.entries()) {
    const from = leg.state;
    if (home === null || leg.bridge === home) {
      turn(stage, leg, now + Math.floor(place / LINES_A_MS), effect);
      continue;
    }
    const planned = announce(leg.space, now + transit, effect.state === 'active' ? 'release' : 'firing');
    stage.plan(now + transit, () => {
      planned.done = true;
      if (leg.state === from) turn(stage, leg, stage.now(), effect);
      return null;
    });
  }
}

/** An activator is in: everybody who waits for one is released. */
export function activatorCame(stage: Stage, host: Leg, at: number): void {
  const { space } = host;
  if (space.timer !== null) space.timer.stopped = true;
  space.timer = null;
  if (space.locked || activators(space).length > 1) return;
  const released = waiting(space);
  host.releasedBeside = released.filter((leg) => leg.bridge === host.bridge);
  spread(stage, released, host.bridge, { state: 'active', why: 'activator-joined', by: host, byAt: at });
}

type Disconnect = (leg: Leg) => void;

function fire(stage: Stage, host: Leg, at: number, disconnect: Disconnect, isAtOnce: boolean): void {
  const { space } = host;
  space.timer = null;
  // NOTE: an activator may have come in without joining: admitted, or the lock ended.
  if (activators(space).length > 0) return;
  const legs = activated(space);
  if (space.mode === 'remainActivated') return;
  if (space.mode === 'disconnect') {
    for (const leg of legs) disconnect(leg);
    return;
  }
  if (isAtOnce && !space.locked) host.deactivatedBeside = legs.filter((leg) => leg.bridge === host.bridge);
  if (legs.length > 0) space.quiet.firedAt = stage.now();
  const home = isAtOnce ? host.bridge : null;
  spread(stage, legs, home, { state: 'lobby', why: 'last-activator-left', by: host, byAt: at });
}

/** The last activator is gone (already not active): what `deactivationMode` says, after its time. */
export function activatorWent(stage: Stage, host: Leg, at: number, disconnect: Disconnect): void {
  const { space } = host;
  if (activators(space).length > 0) return;
  if (space.graceMs === 0) {
    fire(stage, host, at, disconnect, true);
    return;
  }
  const timer = { stopped: false };
  space.timer = timer;
  const due = stage.now() + space.graceMs + stage.random.between(0, 3);
  const planned = announce(space, due, 'firing');
  stage.plan(due, () => {
    planned.done = true;
    if (!timer.stopped) fire(stage, host, at, disconnect, false);
    return null;
  });
}

/** The lock ends: activators who waited come in, and with any activator everybody else. */
export function unlocked(stage: Stage, space: Space): void {
  const effect: Effect = { state: 'active', why: 'unlocked', by: null, byAt: null };
  spread(
    stage,
    waiting(space).filter((leg) => leg.role !== 'guest'),
    null,
    effect,
  );
  if (activators(space).length > 0) spread(stage, waiting(space), null, effect);
}

export function admit(stage: Stage, leg: Leg): void {
  spread(stage, [leg], null, { state: 'active', why: 'admitted', by: null, byAt: null });
}

export function sendToLobby(stage: Stage, leg: Leg): void {
  spread(stage, [leg], null, { state: 'lobby', why: 'sent-to-lobby', by: null, byAt: null });
}
