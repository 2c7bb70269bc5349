/** Scripts of any size, without fast-check: for benchmarks and for checks by hand. */
import { type Random, random } from './world/random.ts';
import type { Action, BridgeScript, Deed, Mode, Role, Script } from './world/script.ts';

export interface Wish {
  readonly seed: number;
  readonly release: Script['release'];
  readonly start: number;
  readonly bridges: readonly BridgeScript[];
  readonly spaces: readonly string[];
  /** In all spaces together. */
  readonly participants: number;
  /** They arrive, come back and leave within so much time. */
  readonly lastsMs: number;
  readonly quietMs: number;
}

const ROLES: readonly Role[] = ['guest', 'guest', 'guest', 'guest', 'guest', 'guest', 'guest', 'host', 'neither'];
const MODES: readonly Mode[] = ['deactivate', 'deactivate', 'deactivate', 'disconnect', 'remainActivated'];
const GRACES = [0, 0, 5, 30] as const;

function arrival(ids: Random, person: number, count: number): Deed {
  const by = ids.pick(['sip', 'sip', 'web', 'web', 'member', 'dial-out'] as const);
  return {
    do: 'arrive',
    space: ids.between(0, 999),
    bridge: ids.between(0, 999),
    role: ids.pick(ROLES),
    by,
    person,
    prompt: ids.pick(['none', 'timeout', 'typed'] as const),
    count,
  };
}

function anyDeed(ids: Random): Deed {
  const space = ids.between(0, 999);
  const who = ids.between(0, 99_999);
  const chance = ids.next();
  if (chance < 0.6) return { do: 'leave', who, count: 1 };
  if (chance < 0.75) return { do: 'empty', space, only: 'hosts' };
  if (chance < 0.8) return { do: 'admit', who };
  if (chance < 0.85) return { do: 'move', who, space };
  if (chance < 0.9) return { do: 'stream', space, bridge: ids.between(0, 999) };
  if (chance < 0.95) return { do: 'fail', how: 'gave-up', space, bridge: ids.between(0, 999), person: who };
  return { do: 'noise', bridge: ids.between(0, 999), what: ids.between(0, 99) };
}

/** So many participants come and go, a third of them early, in bursts; then everybody leaves. */
export function bigScript(wish: Wish): Script {
  const ids = random(wish.seed);
  const timed: { readonly at: number; readonly deed: Deed }[] = [];
  for (let person = 0; person < wish.participants; ) {
    const count = Math.min(ids.pick([1, 1, 1, 2, 3, 8]), wish.participants - person);
    const at = Math.floor(wish.lastsMs * (ids.chance(0.3) ? ids.next() * 0.05 : ids.next() * 0.9));
    const isBack = person > 10 && ids.chance(0.1);
    timed.push({ at, deed: arrival(ids, isBack ? ids.between(0, person - 1) : person, count) });
    if (ids.chance(0.3)) timed.push({ at: at + ids.between(1000, 60_000), deed: anyDeed(ids) });
    person += count;
  }
  const end = wish.lastsMs + 60_000;
  wish.spaces.forEach((_, space) => {
    timed.push({ at: end, deed: { do: 'empty', space, only: 'everybody' } });
    timed.push({ at: end + 30_000, deed: { do: 'empty', space, only: 'everybody' } });
  });
  timed.sort((one, other) => one.at - other.at);
  const actions: Action[] = timed.map(({ at, deed }, place) => ({ after: at - (timed[place - 1]?.at ?? 0), deed }));
  return {
    seed: wish.seed,
    release: wish.release,
    start: wish.start,
    bridges: wish.bridges,
    spaces: wish.spaces.map((name, place) => ({
      name,
      id: random(place).guid(),
      mode: ids.pick(MODES),
      graceSeconds: ids.pick(GRACES),
      lockMode: 'all',
    })),
    actions,
    quietMs: wish.quietMs,
  };
}
