/** From the end of a call to what its leaving does to the others. */
import { isWeb } from './arrive.ts';
import { activators, activatorWent, wouldFire } from './law.ts';
import type { Leg } from './model.ts';
import { mayLeave } from './quiet.ts';
import { closeRoom, leaveRoom } from './rooms.ts';
import type { Stage } from './stage.ts';

const HUNG_UP = 'remote SIP teardown';
const DISCONNECTED = 'local SIP teardown with reason 7 (call terminated by server)';

function endCall(stage: Stage, leg: Leg, reason: string): void {
  const now = stage.now();
  const { bridge } = leg;
  if (isWeb(leg)) {
    stage.write(bridge, now - stage.random.between(0, 1), { kind: 'session-over', leg });
    stage.write(bridge, now, { kind: 'tearing-down', leg });
    return;
  }
  leg.leftReason = reason;
  stage.write(bridge, now - stage.random.between(0, 1), { kind: 'ending', leg, reason, answered: true });
}

/** Leaves now, or says when to try again. */
export function leave(stage: Stage, leg: Leg, reason: string = HUNG_UP): number | null {
  const { space, bridge } = leg;
  if (leg.state !== 'lobby' && leg.state !== 'active') return null;
  const now = stage.now();
  const stayed = now - (leg.joinedAt ?? now);
  // Gone within a blink: a person of flesh is not; and a release on its way to another bridge arrives first.
  if (stayed < stage.quietMs) return now + stage.quietMs - stayed;
  const later = mayLeave(stage, space, wouldFire(space, leg));
  if (later !== null) return later;

  const wasActivator = leg.role === 'host' && leg.state === 'active';
  endCall(stage, leg, reason);
  const destroysFirst = stage.random.chance(0.5);
  const destroy = (): void => {
    if (stage.generation === 2) stage.write(bridge, now, { kind: 'destroying', leg });
  };
  if (destroysFirst) destroy();
  const at = stage.write(bridge, now, { kind: 'left', leg });
  leg.state = 'gone';
  leg.leftAt = at;
  space.present.splice(space.present.indexOf(leg), 1);
  space.quiet.leftAt = now;
  space.quiet.leavings.push(now);
  const accountFirst = stage.random.chance(0.5);
  const endAccount = (): void => {
    if (leg.user.startsWith('guest')) stage.write(bridge, now, { kind: 'account-over', leg });
  };
  if (!destroysFirst) destroy();
  if (accountFirst) endAccount();
  if (wasActivator) {
    activatorWent(stage, leg, at, (guest) => {
      stage.plan(now + stage.random.between(0, 20), () => leave(stage, guest, DISCONNECTED));
    });
  }
  if (!accountFirst) endAccount();
  if (space.present.length === 0) space.emptiedAt = now;
  leaveRoom(stage, leg);
  dismissMachines(stage, leg);
  if (isWeb(leg) && stage.release === '3.8') {
    // The web app writes it when all is over (39 ms later, seen).
    stage.plan(now + stage.random.between(0, 40), () => {
      if (stage.now() >= bridge.upAt) stage.write(bridge, stage.now(), { kind: 'web-leave', leg });
      return null;
    });
  }
  return null;
}

/** Recorder and streamer stop when nobody is left but them. */
function dismissMachines(stage: Stage, leg: Leg): void {
  const { present } = leg.space;
  const isMachine = (one: Leg): boolean => one.medium === 'recorder' || one.medium === 'streamer';
  if (!present.every(isMachine)) return;
  for (const machine of present) stage.plan(stage.now() + stage.random.between(100, 2000), () => leave(stage, machine));
}

/** The bridge restarts: its legs are gone, and no record says so. */
export function crash(stage: Stage, leg: Leg): void {
  const { space } = leg;
  const wasActivator = leg.role === 'host' && leg.state === 'active';
  leg.state = 'gone';
  leg.crashedAt = stage.now();
  leg.room = null;
  const place = space.present.indexOf(leg);
  if (place >= 0) space.present.splice(place, 1);
  closeRoom(stage, space, leg.bridge);
  if (space.present.length === 0) space.emptiedAt = stage.now();
  if (wasActivator && activators(space).length === 0) {
    activatorWent(stage, leg, stage.now(), (guest) => {
      stage.plan(stage.now() + stage.random.between(0, 20), () => leave(stage, guest, DISCONNECTED));
    });
  }
}
