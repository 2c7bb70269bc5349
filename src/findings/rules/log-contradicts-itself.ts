import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { nameOf, times } from '../words.ts';

export const logContradictsItself: Rule = {
  code: 'log-contradicts-itself',
  severity: 'warning',
  meaning:
    'Records say what cannot follow what was before, such as a release of somebody who was active: records between them are lost, or stand twice. The state in between is shown as not known.',
  check:
    'Is the log complete? Syslog over UDP loses records under load; the log of the Call Bridge itself (Web Admin, log bundle) may hold them.',
  look: inEachMeeting(function* ({ meeting, space }) {
    const all = meeting.participants
      .flatMap((person) => person.contradictions.map((contradiction) => ({ person, ...contradiction })))
      .sort((a, b) => a.at - b.at);
    const [first] = all;
    const last = all.at(-1);
    if (first === undefined || last === undefined) return;
    const more = all.length === 1 ? '' : `; in all ${times(all.length)} in this meeting`;
    yield {
      message: say`The log contradicts itself at ${first.at}: of ${nameOf(first.person)} it says "${first.what}"${more}. Records are probably lost.`,
      space: space.id,
      participants: [...new Set(all.map(({ person }) => person.id))],
      from: first.at,
      to: last.at,
      evidence: proof(...all.map(({ evidence }) => evidence)),
    };
  }),
};
