import type { Instant } from '#model/index.ts';
import { say } from '../sentence.ts';
import { proof, traceOf } from '../evidence.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { counted } from '../words.ts';

export const logStartsInsideMeeting: Rule = {
  code: 'log-starts-inside-meeting',
  severity: 'info',
  meaning:
    'Somebody was in the meeting whose joining the log does not hold: it starts later, or records are missing. States and roles from before are not known.',
  check: 'Add the log of the time before: rotated files, or the syslog server.',
  look: inEachMeeting(function* ({ meeting, space }) {
    const { participants } = meeting;
    if (meeting.span.from !== null) return;
    const before = participants.filter(({ joinedAt }) => joinedAt === null);
    const first = firstSeen(participants.flatMap(({ intervals, leftAt }) => [...intervals.flatMap(({ from, to }) => [from, to]), leftAt]));
    const seen = first === null ? '' : say`; the first that is known of it is at ${first}`;
    yield {
      message: say`The log does not hold how this meeting began: ${counted(before.length, 'person is', 'people are')} there without having joined${seen}.`,
      space: space.id,
      participants: participants.map(({ id }) => id),
      from: null,
      to: first,
      evidence: proof(...(before.length > 0 ? before : participants).map(traceOf)),
    };
  }),
};

function firstSeen(moments: readonly (Instant | null)[]): Instant | null {
  return moments.reduce((first, at) => (at !== null && (first === null || at < first) ? at : first), null);
}
