/** The stage of one play: time, what is written, and who must keep which distance. */
import type { Bridge, Happening, Leg, Quiet, Space, What } from './model.ts';
import { queue } from './queue.ts';
import { type Random, random } from './random.ts';
import type { Release, Script } from './script.ts';

export type Task = () => number | null;

export interface Stage {
  readonly release: Release;
  readonly generation: 1 | 2;
  readonly random: Random;
  readonly quietMs: number;
  readonly bridges: readonly Bridge[];
  readonly spaces: readonly Space[];
  readonly legs: Leg[];
  readonly happenings: Happening[];
  readonly restarts: { readonly bridge: Bridge; readonly at: number }[];
  /** Writes a record, at `at` or later: never before the latest of this bridge. Gives its true time. */
  readonly write: (bridge: Bridge, at: number, what: What) => number;
  readonly plan: (at: number, task: Task) => void;
  readonly now: () => number;
  readonly run: () => void;
}

function quiet(): Quiet {
  return { joinedAt: -Infinity, leftAt: -Infinity, firedAt: -Infinity, leavings: [], planned: [] };
}

function spacesOf(script: Script, ids: Random, generation: 1 | 2): Space[] {
  // gen-1 ties a leg to a participant by neighbourhood alone: there all spaces share one quiet.
  const shared = quiet();
  return script.spaces.map((space, index) => ({
    index,
    id: space.id ?? ids.guid(),
    name: space.name,
    uri: `space${index}@cms.example`,
    correlator: ids.guid(),
    apiCall: ids.guid(),
    mode: space.mode,
    graceMs: space.graceSeconds * 1000,
    lockMode: space.lockMode,
    locked: false,
    lockedAt: -Infinity,
    locks: [],
    present: [],
    rooms: new Map(),
    meetings: [],
    timer: null,
    emptiedAt: -Infinity,
    quiet: generation === 1 ? shared : quiet(),
  }));
}

export function stage(script: Script): Stage {
  const ids = random(script.seed);
  const generation = script.release === '2.1' ? 1 : 2;
  const waiting = queue();
  const happenings: Happening[] = [];
  let now = script.start;

  const write = (bridge: Bridge, at: number, what: What): number => {
    const written = Math.max(at, bridge.lastAt);
    bridge.lastAt = written;
    happenings.push({ at: written, bridge, what });
    return written;
  };

  const run = (): void => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      now = Math.max(now, next.at);
      const again = next.task();
      if (again !== null) waiting.push(Math.max(again, now + 1), next.task);
    }
  };

  return {
    release: script.release,
    generation,
    random: ids,
    quietMs: script.quietMs,
    bridges: script.bridges.map((bridge, index) => ({ ...bridge, index, nextCall: bridge.firstCall, lastAt: -Infinity, upAt: -Infinity })),
    spaces: spacesOf(script, ids, generation),
    legs: [],
    happenings,
    restarts: [],
    write,
    plan: waiting.push,
    now: () => now,
    run,
  };
}
