import { say } from '../sentence.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { lasting, nameOf, party } from '../words.ts';

/** A shorter stay may be the time of deactivationModeTime, or people taking leave. */
const longEnough = 60_000;

export const stayedActiveAfterLastHost: Rule = {
  code: 'stayed-active-after-last-host',
  severity: 'info',
  meaning:
    'The last host left, and guests were still active more than a minute later, with nobody there who may be a host: deactivationMode is probably remainActivated, or deactivationModeTime is longer than that.',
  check:
    "If guests must not go on alone, look at deactivationMode in the guests' call leg profile: GET /callLegs/<id>/callLegProfileTrace.",
  look: inEachMeeting(function* ({ departures, byId, space }) {
    for (const { aftermath, host, at: left, effectAt, delayMs, guests, evidence } of departures) {
      const last = byId.get(host ?? '');
      if (aftermath !== 'stayed' || last === undefined || left === null || delayMs === null || delayMs < longEnough) continue;
      const who = party(guests.flatMap((id) => byId.get(id) ?? []));
      yield {
        message: say`Host ${nameOf(last)} left at ${left}, and ${who} stayed active without anybody who may be a host for ${lasting(delayMs)}, to ${effectAt}: deactivationMode is probably remainActivated, or deactivationModeTime longer than that.`,
        space: space.id,
        participants: [last.id, ...guests],
        from: left,
        to: effectAt,
        evidence,
      };
    }
  }),
};
