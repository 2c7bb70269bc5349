import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { type HostTime, hostTimeWithin, startOf } from '../host-time.ts';
import { limits } from '../limits.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { lockAt, type Scene, toleranceOf } from '../scene.ts';
import { endingOf, evidenceOf, lengthOf, longestOf, type Wait, waiters } from '../wait.ts';
import { capital, nameOf, party } from '../words.ts';

export const waitedBesideHost: Rule = {
  code: 'waited-beside-host',
  severity: 'warning',
  meaning:
    'Somebody was put into the lobby although a host was there and no lock is logged: at joining (a warning), or later, which is how moving somebody to the lobby by hand looks (for information). ' +
    'The log has no line of its own for that; it is inferred.',
  check:
    'Did an operator or a host move the person to the lobby (possible since 3.4)? At joining: was the conference locked before the log starts, or are the two on Call Bridges without a connection?',
  look: inEachMeeting(function* (scene) {
    const held = scene.waits.flatMap((wait) => beside(scene, wait));
    for (const atJoining of [true, false]) {
      const some = held.filter(({ wait }) => (wait.from === wait.participant.joinedAt) === atJoining);
      const waits = some.map(({ wait }) => wait);
      const longest = longestOf(waits, scene.logEnd);
      const time = some.find(({ wait }) => wait === longest)?.time;
      if (longest === null || time === undefined) continue;
      const people = waiters(waits);
      const what = atJoining ? 'had to wait in the lobby from joining' : 'went to the lobby while active';
      const which = people.length > 1 ? `; ${nameOf(longest.participant)} longest,` : ',';
      const until = longest.to === null ? '' : say` to ${longest.to}`;
      yield {
        severity: atJoining ? 'warning' : 'info',
        message: say`${capital(party(people))} ${what}, although host ${nameOf(time.first)} was there${which} from ${longest.from}${until} (${endingOf(longest, scene.byId)}).`,
        space: scene.space.id,
        participants: [time.first.id, ...people.map(({ id }) => id)],
        from: waits[0]?.from ?? longest.from,
        to: longest.to,
        evidence: proof(time.first.roleEvidence[0], evidenceOf(longest), ...waits.map(evidenceOf)),
      };
    }
  }),
};

function beside(scene: Scene, wait: Wait): readonly { readonly wait: Wait; readonly time: HostTime }[] {
  const { hostTimes, locks, logEnd } = scene;
  if (wait.interval.cause.kind !== 'deactivated-with-activator' || lockAt(locks, wait.from, limits.release) !== null) return [];
  const time = hostTimeWithin(hostTimes, wait.from, wait.from + lengthOf(wait, logEnd), toleranceOf(scene));
  return time === null || startOf(time) > wait.from ? [] : [{ wait, time }];
}
