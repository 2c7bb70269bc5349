import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { type HostTime, startOf } from '../host-time.ts';
import { limits } from '../limits.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { successions } from '../succession.ts';
import { namesOf, times } from '../words.ts';

export const hostsComeAndGo: Rule = {
  code: 'hosts-come-and-go',
  severity: 'warning',
  meaning:
    'At least three times within 10 minutes a host came into a meeting that had none, so that guests were let in and lost their host again and again.',
  check:
    "Why did the hosts' calls end (the log's causes are in the evidence)? A deactivationModeTime of some seconds in the guests' call leg profile bridges short gaps.",
  look: inEachMeeting(function* (scene) {
    if (scene.guests.length === 0) return;
    const begun = scene.hostTimes.filter(({ from }) => from !== null);
    for (const run of successions(begun, startOf, limits.succession)) {
      const first = run[0]?.from ?? null;
      const last = run.at(-1);
      if (first === null || last === undefined || last.from === null) continue;
      const gone = run.filter(({ to }) => to !== null).length;
      const hosts = [...new Set(run.flatMap((time) => [time.first, time.last]))];
      yield {
        message: say`Between ${first} and ${last.to ?? last.from} a host came ${times(run.length)} and the last one left ${times(gone)} (${namesOf(hosts)}), while guests were in the meeting.`,
        space: scene.space.id,
        participants: [...new Set([...hosts.map(({ id }) => id), ...scene.guests.map(({ id }) => id)])],
        from: first,
        to: last.to,
        evidence: proof(...run.map(comingAndGoing)),
      };
    }
  }),
};

function comingAndGoing({ first, last }: HostTime) {
  return [first.joinedBy, last.leg.ended?.evidence ?? last.leftBy].filter((evidence) => evidence !== null);
}
