/**
 * The world that knows the truth: plays a script and keeps what was written to the logs and what really happened.
 * Shares nothing with `src/`: where both agree, two readings of the facts agree.
 */
import { act } from './world/deeds.ts';
import type { World } from './world/model.ts';
import type { Script } from './world/script.ts';
import { stage } from './world/stage.ts';

export type { Bridge, Change, Happening, Leg, Meeting, Room, Space, What, World } from './world/model.ts';
export type { Action, BridgeScript, Deed, Release, Role, Script, SpaceScript } from './world/script.ts';

export function play(script: Script): World {
  const set = stage(script);
  let time = script.start;
  for (const action of script.actions) {
    time += action.after;
    set.plan(time, () => act(set, action.deed));
  }
  set.run();
  return {
    release: script.release,
    start: script.start,
    end: Math.max(time, set.now()),
    bridges: set.bridges,
    spaces: set.spaces,
    legs: set.legs,
    happenings: set.happenings,
    restarts: set.restarts,
  };
}
