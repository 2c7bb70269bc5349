/** What each deed of a script does to the world. */
import { arrive, createLeg, mustHoldBack, nextNumber, setUp, type Visit, waitOf } from './arrive.ts';
import { activators, admit, sendToLobby, unlocked } from './law.ts';
import { crash, leave } from './leave.ts';
import type { Leg } from './model.ts';
import { mayDeactivate, mayRelease } from './quiet.ts';
import { at } from './random.ts';
import { leaveRoom } from './rooms.ts';
import type { Deed } from './script.ts';
import type { Stage } from './stage.ts';

type Of<Kind extends Deed['do']> = Extract<Deed, { readonly do: Kind }>;

/** Nothing is written while a bridge boots. */
const BOOT_MS = 20_000;
/** A lock that lasts shorter is not told from the noise of a conference's start. */
const LASTING_MS = 2500;

function isMachine(leg: Leg): boolean {
  return leg.medium === 'recorder' || leg.medium === 'streamer';
}

function people(stage: Stage): readonly Leg[] {
  return stage.legs.filter((leg) => (leg.state === 'lobby' || leg.state === 'active') && !isMachine(leg));
}

function arriveAll(stage: Stage, deed: Of<'arrive'>): number | null {
  const space = at(stage.spaces, deed.space);
  const wait: { all: number | null } = { all: null };
  for (let one = 0; one < Math.max(1, deed.count); one += 1) {
    const visit: Visit = { ...deed, space, bridge: at(stage.bridges, deed.bridge), person: deed.person + one };
    wait.all ??= deed.waitMs ?? waitOf(stage, visit);
    const joinAt = stage.now() + wait.all;
    const comes = (): number | null => {
      if (stage.now() < visit.bridge.upAt) return visit.bridge.upAt;
      if (mustHoldBack(stage, visit)) return stage.now() + 200;
      arrive(stage, visit, Math.max(joinAt - stage.now(), 200));
      return null;
    };
    stage.plan(stage.now() + stage.random.between(0, deed.count > 1 ? 3 : 0), comes);
  }
  return null;
}

function leaveSome(stage: Stage, deed: Of<'leave'>): null {
  const all = people(stage);
  for (let one = 0; one < Math.min(deed.count, all.length); one += 1) {
    const leg = at(all, deed.who + one);
    stage.plan(stage.now(), () => leave(stage, leg));
  }
  return null;
}

function empty(stage: Stage, deed: Of<'empty'>): null {
  for (const leg of [...at(stage.spaces, deed.space).present]) {
    if (deed.only === 'hosts' && leg.role !== 'host') continue;
    stage.plan(stage.now() + stage.random.between(0, 40), () => leave(stage, leg));
  }
  return null;
}

/** gen-1 prints no conference ids: a lock could not be told there, so nobody locks. */
function lock(stage: Stage, deed: Of<'lock' | 'unlock'>): number | null {
  const space = at(stage.spaces, deed.space);
  const rooms = [...space.rooms.values()];
  const locks = deed.do === 'lock';
  if (stage.generation === 1 || space.locked === locks || rooms.length === 0) return null;
  const now = stage.now();
  const started = Math.max(...rooms.map((room) => room.openedAt), space.lockedAt);
  if (now - started < LASTING_MS) return started + LASTING_MS;
  const later = locks ? null : mayRelease(stage, space);
  if (later !== null) return later;
  space.locked = locks;
  space.lockedAt = now;
  if (locks) space.locks.push({ from: now, to: null });
  for (const room of rooms) stage.write(room.bridge, now, { kind: 'lock', room, locked: locks });
  const open = space.locks.at(-1);
  if (!locks && open !== undefined) open.to = now;
  if (!locks) unlocked(stage, space);
  return null;
}

function admitOne(stage: Stage, deed: Of<'admit' | 'lobby'>): number | null {
  if (stage.release === '2.1') return null;
  const admits = deed.do === 'admit';
  const candidates = people(stage).filter((leg) =>
    admits ? leg.state === 'lobby' : leg.state === 'active' && leg.role === 'guest' && isAccompanied(leg),
  );
  if (candidates.length === 0 || (!admits && stage.release !== '3.8')) return null;
  const leg = at(candidates, deed.who);
  const later = admits ? mayRelease(stage, leg.space) : mayDeactivate(stage, leg.space);
  if (later !== null) return Number.isFinite(later) ? later : null;
  if (admits) admit(stage, leg);
  else sendToLobby(stage, leg);
  return null;
}

/** With an activator beside: only then the cause has a name in the export. */
function isAccompanied(leg: Leg): boolean {
  return activators(leg.space).length > 0;
}

/** A web guest of 3.x: a new account, a new leg; the old one is torn down; active in the new space as activator. */
function move(stage: Stage, deed: Of<'move'>): null {
  const to = at(stage.spaces, deed.space);
  const movable = people(stage).filter((leg) => leg.medium === 'web' && leg.space !== to);
  if (stage.release !== '3.8' || movable.length === 0) return null;
  const old = at(movable, deed.who);
  stage.write(old.bridge, stage.now(), { kind: 'move', leg: old, to });
  const visit: Visit = {
    space: to,
    bridge: old.bridge,
    role: 'host',
    by: 'web',
    person: 0,
    prompt: 'none',
    display: old.display,
  };
  arrive(stage, visit, 200 + stage.random.between(0, 20));
  stage.plan(stage.now() + stage.random.between(20, 40), () => leave(stage, old));
  return null;
}

function machine(stage: Stage, deed: Of<'record' | 'stream'>): null {
  const space = at(stage.spaces, deed.space);
  const by = deed.do === 'record' ? 'recorder' : 'streamer';
  const running = stage.legs.find((leg) => leg.space === space && leg.medium === by && leg.state !== 'gone');
  if (running !== undefined) {
    stage.plan(stage.now(), () => leave(stage, running));
    return null;
  }
  if (stage.generation === 1 || space.present.length === 0) return null;
  const visit: Visit = { space, bridge: at(stage.bridges, deed.bridge), role: 'neither', by, person: 0, prompt: 'none' };
  const leg = arrive(stage, visit, waitOf(stage, visit));
  // Nobody is left before it has joined: it goes soon after.
  stage.plan(stage.now() + 6000, () => (space.present.every(isMachine) ? leave(stage, leg) : null));
  return null;
}

function end(stage: Stage, leg: Leg, reason: string, answered: boolean): null {
  if (leg.state === 'gone') return null;
  stage.write(leg.bridge, stage.now(), { kind: 'ending', leg, reason, answered });
  if (stage.generation === 2) stage.write(leg.bridge, stage.now(), { kind: 'destroying', leg });
  leg.state = 'gone';
  leg.leftReason = reason;
  leaveRoom(stage, leg);
  return null;
}

const FAILURES = {
  unmatched: { reason: 'local teardown, destination URI not matched', answered: false, afterMs: 0 },
  'gave-up': { reason: 'remote SIP teardown', answered: true, afterMs: 7400 },
  unanswered: {
    reason: 'local SIP teardown with reason 7 (transaction timeout - no provisional responses sending INVITE)',
    answered: false,
    afterMs: 32_000,
  },
} as const;

/** A call that never joins a space. */
function fail(stage: Stage, deed: Of<'fail'>): number | null {
  const space = at(stage.spaces, deed.space);
  const bridge = at(stage.bridges, deed.bridge);
  const dialsOut = deed.how === 'unanswered';
  const visit: Visit = { ...deed, space, bridge, role: 'guest', by: dialsOut ? 'dial-out' : 'sip', prompt: 'none' };
  if (mustHoldBack(stage, visit)) return stage.now() + 200;
  if (dialsOut && space.present.length === 0) return null;
  const leg = createLeg(stage, visit);
  setUp(stage, leg);
  const { reason, answered, afterMs } = FAILURES[deed.how];
  stage.plan(stage.now() + afterMs, () => end(stage, leg, reason, answered));
  return null;
}

/** A call from one address to another through the bridge: two numbers, no space. */
function gateway(stage: Stage, deed: Of<'gateway'>): null {
  const bridge = at(stage.bridges, deed.bridge);
  const visit: Visit = { ...deed, space: at(stage.spaces, 0), bridge, role: 'neither', by: 'gateway', prompt: 'none' };
  const legs = [createLeg(stage, visit), createLeg(stage, { ...visit, person: deed.person + 100 })];
  const [first, second] = legs;
  if (first === undefined || second === undefined) return null;
  first.number = nextNumber(bridge);
  second.number = nextNumber(bridge);
  stage.write(bridge, stage.now(), { kind: 'incoming', leg: first });
  stage.write(bridge, stage.now(), { kind: 'forwarding', from: 'desk@pstn.example', to: second.user });
  stage.write(bridge, stage.now(), { kind: 'outgoing', leg: second });
  const lasts = stage.random.between(2000, 60_000);
  for (const leg of legs) stage.plan(stage.now() + lasts, () => end(stage, leg, 'remote SIP teardown', true));
  return null;
}

function restart(stage: Stage, deed: Of<'restart'>): null {
  const bridge = at(stage.bridges, deed.bridge);
  stage.restarts.push({ bridge, at: Math.max(stage.now(), bridge.lastAt) + 1 });
  for (const leg of stage.legs) if (leg.bridge === bridge && leg.state !== 'gone') crash(stage, leg);
  bridge.nextCall = 1;
  bridge.upAt = Math.max(stage.now(), bridge.lastAt) + BOOT_MS;
  return null;
}

function share(stage: Stage, deed: Of<'share'>): null {
  const all = people(stage);
  if (all.length === 0) return null;
  const leg = at(all, deed.who);
  stage.write(leg.bridge, stage.now(), { kind: 'sharing', leg });
  return null;
}

function configure(stage: Stage, deed: Of<'configure'>): null {
  const space = at(stage.spaces, deed.space);
  space.mode = deed.mode;
  space.graceMs = deed.graceSeconds * 1000;
  stage.write(at(stage.bridges, 0), stage.now(), { kind: 'modified', space });
  return null;
}

export function act(stage: Stage, deed: Deed): number | null {
  const { upAt } = 'bridge' in deed ? at(stage.bridges, deed.bridge) : { upAt: -Infinity };
  if (stage.now() < upAt) return upAt;
  switch (deed.do) {
    case 'arrive':
      return arriveAll(stage, deed);
    case 'leave':
      return leaveSome(stage, deed);
    case 'empty':
      return empty(stage, deed);
    case 'lock':
    case 'unlock':
      return lock(stage, deed);
    case 'admit':
    case 'lobby':
      return admitOne(stage, deed);
    case 'move':
      return move(stage, deed);
    case 'record':
    case 'stream':
      return machine(stage, deed);
    case 'fail':
      return fail(stage, deed);
    case 'gateway':
      return gateway(stage, deed);
    case 'configure':
      return configure(stage, deed);
    case 'restart':
      return restart(stage, deed);
    case 'share':
      return share(stage, deed);
    case 'noise':
      stage.write(at(stage.bridges, deed.bridge), stage.now(), { kind: 'noise', what: deed.what, salt: stage.now() });
      return null;
  }
}
