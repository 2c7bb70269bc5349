import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { nameOf, times } from '../words.ts';

export const departureNotAttributed: Rule = {
  code: 'departure-not-attributed',
  severity: 'info',
  meaning:
    'Several people of one name (or devices of one person) were in the meeting, and no record tells which of them left: the earliest was taken. The record of leaving names no call leg.',
  check: 'The facility of the calls (user.info) tells which call ended: is it part of this log?',
  look: inEachMeeting(function* ({ meeting, space }) {
    const doubtful = meeting.participants.filter(({ doubtfulEnd }) => doubtfulEnd);
    const [first] = doubtful;
    const moment = first?.leftAt ?? null;
    if (first === undefined || moment === null) return;
    const more = doubtful.length === 1 ? '' : `; so ${times(doubtful.length)} in this meeting`;
    yield {
      message: say`At ${moment} one of several participants named ${nameOf(first)} left, and the log does not tell which${more}.`,
      space: space.id,
      participants: doubtful.map(({ id }) => id),
      from: moment,
      to: doubtful.at(-1)?.leftAt ?? null,
      evidence: proof(...doubtful.map(({ leftBy }) => leftBy)),
    };
  }),
};
