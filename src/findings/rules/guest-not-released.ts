import type { Participant } from '#model/index.ts';
import { type Sentence, say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { type HostTime, hostTimeWithin, startOf } from '../host-time.ts';
import { limits } from '../limits.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { lockAt, type Scene, toleranceOf } from '../scene.ts';
import { endingOf, evidenceOf, lengthOf, longestOf, type Wait, waiters } from '../wait.ts';
import { nameOf, party } from '../words.ts';

export const guestNotReleased: Rule = {
  code: 'guest-not-released',
  severity: 'warning',
  meaning:
    'A host came while people waited in the lobby, and some of them stayed there. Who is a host rests on what else it did in this meeting. ' +
    'Across Call Bridges, whose clocks differ, only stays of more than 10 seconds beside a host count. A lost record of the release looks the same.',
  check:
    'Was the conference locked (the sentence says so where the log does)? Are host and guest on two Call Bridges that had no connection? ' +
    'On the bridge: GET /callLegs/<id>, status/deactivated; GET /participants/<id>.',
  look: inEachMeeting(function* (scene) {
    for (const [time, waits] of stuckBeside(scene)) {
      const arrival = time.from;
      const longest = longestOf(waits, scene.logEnd);
      if (arrival === null || longest === null) continue;
      const until = longest.to === null ? '' : say` up to ${longest.to}`;
      const guests = waiters(waits);
      const came = say`Host ${nameOf(time.first)} came at ${arrival}`;
      yield {
        message: say`${came}, but ${party(guests)} stayed in the lobby${until} (${endingOf(longest, scene.byId)})${reason(scene, time, guests)}.`,
        space: scene.space.id,
        participants: [time.first.id, ...guests.map(({ id }) => id)],
        from: arrival,
        to: longest.to,
        evidence: proof(
          time.first.joinedBy,
          evidenceOf(longest),
          lockAt(scene.locks, arrival, 0)?.signs[0]?.evidence,
          ...waits.map(evidenceOf),
        ),
      };
    }
  }),
};

/** Waits that went on although a host had come, by the host's time. */
function stuckBeside(scene: Scene): ReadonlyMap<HostTime, readonly Wait[]> {
  const { waits, hostTimes, logEnd } = scene;
  const tolerance = toleranceOf(scene);
  const found = new Map<HostTime, Wait[]>();
  for (const wait of waits) {
    const { kind } = wait.interval.cause;
    if (kind !== 'joined-without-activator' && kind !== 'last-activator-left') continue;
    const time = hostTimeWithin(hostTimes, wait.from, wait.from + lengthOf(wait, logEnd), tolerance);
    if (time === null || startOf(time) < wait.from - tolerance) continue;
    const others = found.get(time);
    if (others === undefined) found.set(time, [wait]);
    else others.push(wait);
  }
  return found;
}

function reason({ locks, people }: Scene, time: HostTime, guests: readonly Participant[]): Sentence {
  const lock = lockAt(locks, time.from ?? 0, limits.release);
  if (lock !== null) return say`: the conference was locked since ${lock.from}`;
  const bridge = time.first.leg.host;
  const away = guests.every(({ leg }) => leg.host !== bridge);
  if (away) return say`: on another Call Bridge (${guests[0]?.leg.host ?? 'unnamed'}) than the host (${bridge ?? 'unnamed'})`;
  const released = people.some(({ intervals }) =>
    intervals.some(({ cause }) => cause.kind === 'activator-joined' && cause.by === time.first.id),
  );
  return released ? say`, although others were released` : say`, and the log does not tell why`;
}
