import { say } from '../sentence.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { nameOf } from '../words.ts';

export const movedBetweenSpaces: Rule = {
  code: 'moved-between-spaces',
  severity: 'info',
  meaning:
    'Somebody was moved to another space. A web guest gets a new account and a new call leg with that, and is an activator in the new space (seen in a log).',
  check: 'Who moved the person (Meeting Management, the API)? In the new space a moved guest lets others in.',
  look: inEachMeeting(function* ({ meeting, space }) {
    const moves = meeting.signs.flatMap((sign) => (sign.kind === 'moved' ? [sign] : []));
    if (moves.length === 0) return;
    const byLeg = new Map(meeting.participants.map((participant) => [participant.leg.callLegId, participant]));
    for (const sign of moves) {
      const person = byLeg.get(sign.leg);
      yield {
        message: say`${person === undefined ? sign.user : nameOf(person)} was moved to another space at ${sign.at}.`,
        space: space.id,
        participants: person === undefined ? [] : [person.id],
        from: sign.at,
        to: sign.at,
        evidence: [sign.evidence],
      };
    }
  }),
};
