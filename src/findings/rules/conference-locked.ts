import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { between } from '../order.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { evidenceOf, waiters } from '../wait.ts';
import { lasting, party } from '../words.ts';

export const conferenceLocked: Rule = {
  code: 'conference-locked',
  severity: 'info',
  meaning:
    'The conference was locked for more than a moment. Under lockMode all everybody who joins waits, hosts too; under needsActivation only guests do. Who waits under a lock is therefore not called a guest.',
  check: 'GET /callProfiles/<id>: locked, lockMode. Who locked it (an operator, a host in the app, the API)?',
  look: inEachMeeting(function* ({ locks, waits, space, meeting }) {
    for (const { from, to, signs } of locks) {
      const held = between(waits, from, to ?? Number.POSITIVE_INFINITY, (wait) => wait.from);
      const people = waiters(held);
      const span = to === null ? say`from ${from} on; the log shows no end` : say`from ${from} to ${to} (${lasting(to - from)})`;
      const who = people.length === 0 ? '' : `; ${party(people)} came to the lobby meanwhile`;
      yield {
        message: say`The conference was locked ${span}${who}.`,
        space: space.id,
        participants: (people.length > 0 ? people : meeting.participants).map(({ id }) => id),
        from,
        to,
        evidence: proof(
          signs.map(({ evidence }) => evidence),
          ...held.map(evidenceOf),
        ),
      };
    }
  }),
};
