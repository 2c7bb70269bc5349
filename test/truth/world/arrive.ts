/** From the set-up of a call until it has joined its space. */
import { activatorCame, change, mustWait, wouldRelease } from './law.ts';
import type { Bridge, Leg, Space } from './model.ts';
import { address, display, memberAddress } from './people.ts';
import { mayJoinActive } from './quiet.ts';
import { enterRoom, joinMeeting } from './rooms.ts';
import type { Prompt, Role } from './script.ts';
import type { Stage } from './stage.ts';

/** prompt + passcodeTimeout, as measured twice in the seed's log */
const PROMPT_TIMEOUT_MS = 13_163;
/** A web app's media comes so long after its session. */
const SESSION_MS = 170;
/** A conference that was empty is told from the one before it, whatever the skew of the clocks. */
const CLUSTER_GAP_MS = 30_000;

export interface Visit {
  readonly space: Space;
  readonly bridge: Bridge;
  readonly role: Role;
  readonly by: Leg['medium'];
  readonly person: number;
  readonly prompt: Prompt;
  /** Who was moved keeps the name. */
  readonly display?: string | null;
}

function guestAccount(stage: Stage): string {
  const account = `guest${stage.random.digits(9)}`;
  return stage.release === '3.8' ? account : `${account}@cms.example`;
}

function userOf(stage: Stage, visit: Visit): string {
  if (visit.by === 'recorder' || visit.by === 'streamer') {
    return stage.release === '3.8' ? `${visit.by}@${visit.by}.example` : guestAccount(stage);
  }
  if (visit.by === 'web') return guestAccount(stage);
  // Calls between two addresses are nobody's of a space: their own callers keep them apart in gen-1.
  if (visit.by === 'gateway') return `caller${visit.person}@pstn.example`;
  return visit.by === 'member' ? memberAddress(visit.person) : address(visit.person);
}

export function isWeb(leg: Leg): boolean {
  return leg.medium === 'web' || leg.medium === 'member' || leg.user.startsWith('guest');
}

/** Scenario 1: hosts may have an address of their own. */
function dialledBy(stage: Stage, visit: Visit): string {
  const own = visit.role === 'host' && stage.random.chance(0.3);
  return own ? `host.${visit.space.uri}` : visit.space.uri;
}

export function createLeg(stage: Stage, visit: Visit): Leg {
  const { random } = stage;
  const user = userOf(stage, visit);
  const id = random.guid();
  const isMachine = visit.by === 'recorder' || visit.by === 'streamer';
  const isSip = visit.by === 'sip' || visit.by === 'dial-out' || visit.by === 'gateway' || (isMachine && stage.release === '3.8');
  const dialsOut = isSip && visit.by !== 'sip' && visit.by !== 'gateway';
  const leg: Leg = {
    index: stage.legs.length,
    space: visit.space,
    bridge: visit.bridge,
    number: 0,
    id,
    apiLeg: (dialsOut && stage.generation === 2 && random.chance(0.5)) || (isMachine && !isSip) ? random.guid() : id,
    sipCallId: isSip ? random.guid() : null,
    user,
    display: visit.by === 'web' || visit.by === 'member' ? (visit.display ?? display(visit.person)) : null,
    dialled: visit.by === 'sip' ? dialledBy(stage, visit) : null,
    medium: visit.by,
    role: visit.role,
    setUpAt: stage.now(),
    joinedAt: null,
    leftAt: null,
    leftReason: null,
    crashedAt: null,
    state: 'connecting',
    room: null,
    changes: [],
    releasedBeside: [],
    deactivatedBeside: [],
    released: 0,
    deactivated: 0,
  };
  stage.legs.push(leg);
  return leg;
}

/** Two calls of one address that connect at the same time cannot be told apart without the ties of gen-2. */
export function mustHoldBack(stage: Stage, visit: Visit): boolean {
  const tied = stage.release === '3.8' || (stage.release === '2.9' && visit.by === 'sip');
  if (tied || visit.by === 'web') return false;
  const user = userOf(stage, visit);
  return stage.legs.some((leg) => leg.state === 'connecting' && leg.user === user);
}

export function nextNumber(bridge: Bridge): number {
  const number = bridge.nextCall;
  bridge.nextCall += 1;
  return number;
}

function setUpSip(stage: Stage, leg: Leg): void {
  const { bridge } = leg;
  const now = stage.now();
  leg.number = nextNumber(bridge);
  leg.setUpAt = stage.write(bridge, now, { kind: 'incoming', leg });
  stage.plan(now + stage.random.between(0, 15), () => {
    if (leg.state === 'gone') return null;
    stage.write(bridge, stage.now(), { kind: 'media', leg });
    if (stage.generation === 2) stage.write(bridge, stage.now(), { kind: 'configured', leg });
    return null;
  });
}

function setUpOutgoing(stage: Stage, leg: Leg): void {
  const { bridge, space } = leg;
  const now = stage.now();
  if (leg.medium === 'streamer') stage.write(bridge, now, { kind: 'streaming', space });
  leg.room = enterRoom(stage, space, bridge);
  if (stage.generation === 2) stage.write(bridge, now, { kind: 'api-leg', leg, room: leg.room });
  if (leg.medium === 'dial-out') stage.write(bridge, now, { kind: 'dialled-out', leg });
  leg.number = nextNumber(bridge);
  leg.setUpAt = stage.write(bridge, now, { kind: 'outgoing', leg });
  if (stage.generation === 2) stage.write(bridge, leg.setUpAt, { kind: 'configured', leg });
  stage.write(bridge, leg.setUpAt, { kind: stage.random.chance(0.5) ? 'ringing' : 'media', leg });
}

function setUpWeb(stage: Stage, leg: Leg): void {
  const { bridge, space } = leg;
  const now = stage.now();
  if (leg.medium === 'streamer') stage.write(bridge, now, { kind: 'streaming', space });
  if (stage.release === '3.8') stage.write(bridge, now, { kind: 'web-join', leg });
  if (leg.user.startsWith('guest')) stage.write(bridge, now, { kind: 'account', leg });
  leg.room = enterRoom(stage, space, bridge);
  if (stage.release === '3.8') stage.write(bridge, now, { kind: 'api-leg', leg, room: leg.room });
  stage.write(bridge, now, { kind: 'session', leg });
}

function allocate(stage: Stage, leg: Leg): void {
  leg.number = nextNumber(leg.bridge);
  leg.setUpAt = stage.write(leg.bridge, stage.now(), { kind: 'allocated', leg });
  const isTied = stage.release === '3.8' || (stage.release === '2.9' && stage.random.chance(0.5));
  if (isTied) stage.write(leg.bridge, leg.setUpAt, { kind: 'configured', leg });
  if (stage.random.chance(0.5)) stage.write(leg.bridge, leg.setUpAt, { kind: 'media', leg });
}

export function waitOf(stage: Stage, visit: Visit): number {
  if (visit.by === 'web' || visit.by === 'member') return SESSION_MS + stage.random.between(2, 1500);
  if (visit.by !== 'sip' || visit.prompt === 'none') return SESSION_MS + stage.random.between(20, 4000);
  return visit.prompt === 'timeout' ? PROMPT_TIMEOUT_MS + stage.random.between(0, 1) : stage.random.between(3000, 15_000);
}

function mayJoin(stage: Stage, leg: Leg): number | null {
  const { space } = leg;
  const now = stage.now();
  const twin = space.present.find((other) => other.user === leg.user && now - (other.joinedAt ?? now) < stage.quietMs);
  if (twin !== undefined) return now + stage.quietMs;
  const gap = stage.bridges.length > 1 ? CLUSTER_GAP_MS : 0;
  if (space.present.length === 0 && now - space.emptiedAt < gap) return space.emptiedAt + gap;
  return mustWait(space, leg) ? null : mayJoinActive(stage, space, wouldRelease(space, leg));
}

/** Joins now, or says when to try again. */
export function join(stage: Stage, leg: Leg): number | null {
  if (leg.state === 'gone') return null;
  const later = mayJoin(stage, leg);
  if (later !== null) return later;
  const { space, bridge } = leg;
  const now = stage.now();
  const room = leg.room ?? enterRoom(stage, space, bridge);
  leg.room = room;
  const waits = mustWait(space, leg);
  if (waits) stage.write(bridge, now - stage.random.between(0, 1), { kind: 'configuring', leg });
  if (waits && stage.random.chance(0.1)) stage.write(bridge, now, { kind: 'noise', what: stage.random.between(0, 99), salt: 0 });
  const at = stage.write(bridge, now, { kind: 'joined', leg });
  if (stage.generation === 2) stage.write(bridge, now, { kind: 'in-conference', leg, room });
  leg.joinedAt = at;
  joinMeeting(space, leg, room);
  change(space, leg, {
    state: waits ? 'lobby' : 'active',
    at,
    why: waits ? 'joined-waiting' : 'joined-active',
    by: null,
    byAt: null,
  });
  if (!waits) space.quiet.joinedAt = now;
  if (!waits && leg.role === 'host') activatorCame(stage, leg, at);
  if (leg.medium === 'sip' && stage.random.chance(0.1)) stage.write(bridge, now, { kind: 'unencrypted', space });
  return null;
}

export function setUp(stage: Stage, leg: Leg): void {
  if (leg.medium === 'sip') setUpSip(stage, leg);
  else if (!isWeb(leg)) setUpOutgoing(stage, leg);
  else {
    setUpWeb(stage, leg);
    stage.plan(stage.now() + SESSION_MS, () => {
      if (leg.state !== 'gone') allocate(stage, leg);
      return null;
    });
  }
}

/** Sets the call up now and joins after `wait`. */
export function arrive(stage: Stage, visit: Visit, wait: number): Leg {
  const leg = createLeg(stage, visit);
  setUp(stage, leg);
  if (leg.medium === 'sip' && visit.prompt === 'typed') {
    stage.plan(stage.now() + wait - 1000, () => {
      if (leg.state === 'connecting') stage.write(leg.bridge, stage.now(), { kind: 'prompt-over', leg });
      return null;
    });
  }
  stage.plan(stage.now() + wait, () => join(stage, leg));
  return leg;
}
