/**
 * Two things may not stand so near to each other that a log, read by the rules of the facts, would tell a false
 * story: whoever joins just before an unlock looks like the one who released the lobby. Real bridges do such things
 * once in a million meetings, and no reader of the log can be right then; so the world keeps them apart.
 * Each function gives the time to try again, or null: go on.
 */
import type { Quiet, Space } from './model.ts';
import type { Stage } from './stage.ts';

function soon(stage: Stage, quiet: Quiet, what: 'release' | 'firing'): number | null {
  const now = stage.now();
  for (const planned of quiet.planned) {
    if (planned.done || planned.what !== what) continue;
    if (planned.at >= now && planned.at <= now + stage.quietMs) return planned.at + stage.quietMs + 1;
  }
  return null;
}

function lately(stage: Stage, time: number): number | null {
  return stage.now() - time < stage.quietMs ? time + stage.quietMs : null;
}

/** Somebody joins and is active at once. */
export function mayJoinActive(stage: Stage, space: Space, releases: boolean): number | null {
  return (
    soon(stage, space.quiet, 'release') ??
    // gen-1: the last `configuring` before a `joined` would be taken for the joiner's own.
    (stage.generation === 1 ? lately(stage, space.quiet.firedAt) : null) ??
    // On another bridge of the cluster the release would follow somebody else's joining.
    (releases && stage.bridges.length > 1 ? lately(stage, space.quiet.joinedAt) : null)
  );
}

/** Somebody leaves. */
export function mayLeave(stage: Stage, space: Space, fires: boolean): number | null {
  return soon(stage, space.quiet, 'firing') ?? (fires && stage.bridges.length > 1 ? lately(stage, space.quiet.leftAt) : null);
}

/** Legs are released without anybody joining. */
export function mayRelease(stage: Stage, space: Space): number | null {
  return lately(stage, space.quiet.joinedAt);
}

/**
 * A leg goes to the lobby without anybody leaving. Whoever left some whole seconds ago looks like the last activator,
 * and these seconds like `deactivationModeTime`. Never, where stamps are whole seconds and somebody has left.
 */
export function mayDeactivate(stage: Stage, space: Space): number | null {
  const now = stage.now();
  const isMistakable = space.quiet.leavings.some((left) => {
    const beside = (now - left) % 1000;
    return beside < stage.quietMs || beside > 1000 - stage.quietMs;
  });
  if (!isMistakable) return null;
  return stage.quietMs > 1000 ? Infinity : now + 2 * stage.quietMs + 7;
}

/** Keeps the distance before something that is sure to come. */
export function announce(space: Space, at: number, what: 'release' | 'firing'): { done: boolean } {
  const planned = { at, what, done: false };
  const { planned: all } = space.quiet;
  if (all.length > 20) all.splice(0, all.length, ...all.filter((entry) => !entry.done));
  all.push(planned);
  return planned;
}
