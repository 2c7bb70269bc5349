import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { endingOf, evidenceOf, lengthOf, longestOf, waiters } from '../wait.ts';
import { capital, lasting, nameOf, party } from '../words.ts';

export const guestWaitedLong: Rule = {
  code: 'guest-waited-long',
  severity: 'warning',
  meaning:
    'Somebody waited in the lobby longer than the limit (--waited-longer-than, 5 minutes by default), and was let in then, or waits still when the log ends. ' +
    'Those who left while they waited are told by guest-gave-up and host-never-came.',
  check: 'Usually the host was late. If a host was there all the time, see guest-not-released and waited-beside-host.',
  look: inEachMeeting(function* (scene, { options }) {
    const { logEnd, byId, space } = scene;
    const waits = scene.waits.filter((wait) => wait.ended !== 'left' && lengthOf(wait, logEnd) > options.waitedLongerThanMs);
    const longest = longestOf(waits, logEnd);
    if (longest === null) return;
    const guests = waiters(waits);
    const to = longest.to === null ? '' : say` to ${longest.to}`;
    const how = say`${lasting(lengthOf(longest, logEnd))}, from ${longest.from}${to}, ${endingOf(longest, byId)}`;
    const most = guests.length > 1 ? say`; ${nameOf(longest.participant)} longest, ${how}` : say`: ${how}`;
    yield {
      message: say`${capital(party(guests))} waited in the lobby longer than ${lasting(options.waitedLongerThanMs)}${most}.`,
      space: space.id,
      participants: guests.map(({ id }) => id),
      from: waits[0]?.from ?? longest.from,
      to: longest.to,
      evidence: proof(evidenceOf(longest), ...waits.map(evidenceOf)),
    };
  }),
};
