/** Spaces → what their behaviour suggests about their configuration. */
import type { Behaviour } from '#model/behaviour.ts';
import type { Space } from '#model/index.ts';
import { addressesOf } from './addresses.ts';
import { departures } from './departures.ts';
import { deactivationMode, deactivationModeTime } from './mode.ts';
import { pinWait } from './pin-wait.ts';
import { scenarios } from './scenario.ts';

/** One behaviour for each space, in the same order; linear in the intervals, apart from sorting. */
export function inferBehaviour(spaces: readonly Space[]): readonly Behaviour[] {
  return spaces.map(behaviourOf);
}

export function behaviourOf(space: Space): Behaviour {
  const all = space.meetings.flatMap((meeting, index) => departures(meeting, index));
  const addresses = addressesOf(space);
  return {
    space: space.id,
    spaceName: space.name,
    departures: all,
    deactivationMode: deactivationMode(all),
    deactivationModeTime: deactivationModeTime(all),
    pinWait: pinWait(addresses),
    addresses,
    scenarios: scenarios(space, addresses),
  };
}
