import { say } from '../sentence.ts';
import { proof, traceOf } from '../evidence.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { namesOf } from '../words.ts';

export const logEndsInsideMeeting: Rule = {
  code: 'log-ends-inside-meeting',
  severity: 'info',
  meaning:
    'Somebody is in the meeting whose leaving the log does not hold: it ends before, the Call Bridge was restarted, or records are missing.',
  check: 'Add the log of the time after, or read again later.',
  look: inEachMeeting(function* ({ meeting, space, logEnd }) {
    if (meeting.span.to !== null) return;
    const still = meeting.participants.filter(({ leftAt }) => leftAt === null);
    const end = logEnd === null ? '' : say` (read to ${logEnd})`;
    const what = still.length === 0 ? 'how this meeting ended' : `how ${namesOf(still)} left this meeting`;
    yield {
      message: say`The log${end} does not hold ${what}.`,
      space: space.id,
      participants: (still.length > 0 ? still : meeting.participants).map(({ id }) => id),
      from: meeting.span.from,
      to: null,
      evidence: proof(...(still.length > 0 ? still : meeting.participants).map(traceOf)),
    };
  }),
};
