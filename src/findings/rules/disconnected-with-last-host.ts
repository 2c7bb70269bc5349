import { say } from '../sentence.ts';
import { limits } from '../limits.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { lasting, nameOf, party } from '../words.ts';

export const disconnectedWithLastHost: Rule = {
  code: 'disconnected-with-last-host',
  severity: 'info',
  meaning:
    'The last host left, and the Call Bridge ended the calls of those who remained, together and whole seconds later: deactivationMode is probably disconnect. ' +
    'No public log shows this mode; an operator who ends the call at that moment looks the same.',
  check: "Look at deactivationMode and deactivationModeTime in the guests' call leg profile: GET /callLegs/<id>/callLegProfileTrace.",
  look: inEachMeeting(function* ({ departures, byId, space }) {
    for (const { aftermath, host, at: left, effectAt, delayMs, guests, evidence } of departures) {
      const last = byId.get(host ?? '');
      if (aftermath !== 'disconnected' || last === undefined || left === null) continue;
      const leaving = say`Host ${nameOf(last)} left at ${left}`;
      const when =
        delayMs === null ? say`at ${effectAt}` : delayMs < limits.release ? 'at once' : say`${lasting(delayMs)} later, at ${effectAt}`;
      const gone = guests.flatMap((id) => byId.get(id) ?? []);
      yield {
        message: say`${leaving}, and the Call Bridge ended the ${gone.length === 1 ? 'call' : 'calls'} of ${party(gone)} ${when}: deactivationMode is probably disconnect.`,
        space: space.id,
        participants: [last.id, ...guests],
        from: left,
        to: effectAt,
        evidence,
      };
    }
  }),
};
