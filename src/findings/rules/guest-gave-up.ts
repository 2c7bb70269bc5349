import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { endOf, hostTimeWithin, startOf } from '../host-time.ts';
import { limits } from '../limits.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { evidenceOf, lengthOf, longestOf, type Wait, waiters } from '../wait.ts';
import { capital, lasting, nameOf, party } from '../words.ts';

export const guestGaveUp: Rule = {
  code: 'guest-gave-up',
  severity: 'warning',
  meaning:
    'Guests left while they waited in the lobby, in a meeting that a host was in before or after. A warning when one of them waited longer than the limit, else for information. ' +
    'Guests who are sent back to the lobby at the end and hang up there did not give up.',
  check: 'Was the host late, or gone for a while? Did the guest come back, perhaps by another way?',
  look: inEachMeeting(function* (scene, { options }) {
    const waits = scene.waits.filter((wait) => gaveUp(scene, wait));
    const longest = longestOf(waits, null);
    if (longest?.to == null) return;
    const guests = waiters(waits);
    const long = lengthOf(longest, null);
    const how = say`${lasting(long)}, from ${longest.from} to ${longest.to}`;
    const most = guests.length > 1 ? say`${nameOf(longest.participant)} waited longest, ${how}` : how;
    yield {
      severity: long > options.waitedLongerThanMs ? 'warning' : 'info',
      message: say`${capital(party(guests))} left while waiting in the lobby: ${most}; ${nextHost(scene, longest.to)}.`,
      space: scene.space.id,
      participants: guests.map(({ id }) => id),
      from: waits[0]?.from ?? longest.from,
      to: longest.to,
      evidence: proof(evidenceOf(longest), ...waits.map(evidenceOf)),
    };
  }),
};

function gaveUp({ hostTimes }: Scene, wait: Wait): boolean {
  const { from, to, ended, interval } = wait;
  const last = hostTimes.at(-1);
  if (ended !== 'left' || to === null || last === undefined) return false;
  if (hostTimeWithin(hostTimes, from, to, limits.release) !== null) return false;
  return interval.cause.kind === 'joined-without-activator' || endOf(last) > to;
}

function nextHost({ hostTimes }: Scene, left: number): string {
  const next = hostTimes.find((time) => startOf(time) >= left - limits.release);
  if (next === undefined) return 'no host came any more';
  return `host ${nameOf(next.first)} came ${lasting(Math.max(0, startOf(next) - left))} later`;
}
