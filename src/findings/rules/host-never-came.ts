import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { evidenceOf, lengthOf, longestOf, waiters } from '../wait.ts';
import { lasting, nameOf, namesOf, party } from '../words.ts';

export const hostNeverCame: Rule = {
  code: 'host-never-came',
  severity: 'warning',
  meaning:
    'Guests waited in the lobby until they left, and nobody came who let them in. Said only of meetings that the log shows from beginning to end. ' +
    'A warning when somebody waited longer than the limit, else for information: people call too early, or by mistake.',
  check:
    'Did the host call the same space? Look for its call among those that failed, and for the space it joined. ' +
    'Does an access method or a member have a call leg profile with needsActivation explicitly false?',
  look: inEachMeeting(function* (scene, { options }) {
    if (!isTold(scene)) return;
    const waits = scene.waits.filter(({ ended }) => ended === 'left');
    const longest = longestOf(waits, null);
    if (longest?.to == null) return;
    const long = lengthOf(longest, null);
    const guests = waiters(waits);
    const several = guests.length > 1;
    const when = say`${lasting(long)}, from ${longest.from} to ${longest.to}`;
    const how = several
      ? say`waited in the lobby and left; ${nameOf(longest.participant)} longest, ${when}`
      : say`waited in the lobby for ${when}, and left`;
    yield {
      severity: long > options.waitedLongerThanMs ? 'warning' : 'info',
      message: say`No host came: ${party(guests)} ${how}${bystanders(scene)}.`,
      space: scene.space.id,
      participants: guests.map(({ id }) => id),
      ...scene.meeting.span,
      evidence: proof(evidenceOf(longest), ...waits.map(evidenceOf)),
    };
  }),
};

/** The log shows the whole meeting, no host in it, and no guest who was let in. */
function isTold({ meeting, hosts, guests, people }: Scene): boolean {
  if (meeting.span.from === null || meeting.span.to === null || hosts.length > 0 || guests.length === 0) return false;
  return people.every(({ role, intervals }) =>
    intervals.every(({ state }) => state !== 'unknown' && (role !== 'guest' || state !== 'active')),
  );
}

function bystanders({ people }: Scene): string {
  const active = people.filter(({ intervals }) => intervals.some(({ state }) => state === 'active'));
  if (active.length === 0) return '';
  return `; ${namesOf(active)} ${active.length === 1 ? 'was' : 'were'} active, and released nobody`;
}
