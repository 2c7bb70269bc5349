import type { Instant, Interval, Participant } from '#model/index.ts';
import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { hostTimeWithin } from '../host-time.ts';
import { limits } from '../limits.ts';
import { between } from '../order.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { capital, party } from '../words.ts';

type Setting = 'unlocked' | 'configured' | 'beside-host' | 'unseen';

interface Release {
  readonly person: Participant;
  readonly interval: Interval;
  readonly at: Instant;
}

/** What is said of each setting; that it was the cause is concluded from the moment. */
const says: Readonly<Record<Setting, string>> = {
  unlocked: 'when the conference was unlocked',
  configured: 'just when a user of the API changed something',
  'beside-host': 'while a host was there already: probably somebody admitted them',
  unseen: 'although no host is seen: probably somebody admitted them, or a host joined on a Call Bridge whose log is not here',
};

export const releasedWithoutActivator: Rule = {
  code: 'released-without-activator',
  severity: 'warning',
  meaning:
    'Somebody was let in from the lobby, and no host joined at that moment. For information where the log shows a lock that ended, a user of the API, or a host who was there already; ' +
    'a warning where nothing in the log explains it. That an operator or the API admits somebody has no line of its own.',
  check: 'Are the logs of all Call Bridges of the cluster here, for this time? Did an operator admit people (possible since 2.9)?',
  look: inEachMeeting(function* (scene) {
    for (const [setting, releases] of Map.groupBy(releasesOf(scene), (release) => settingOf(scene, release))) {
      const [first] = releases;
      const last = releases.at(-1);
      if (first === undefined || last === undefined) continue;
      const people = [...new Set(releases.map(({ person }) => person))];
      const span = last.at - first.at <= limits.together ? say`at ${first.at}` : say`from ${first.at} to ${last.at}`;
      yield {
        severity: setting === 'unseen' ? 'warning' : 'info',
        message: say`${capital(party(people))} became active ${span}, ${says[setting]}.`,
        space: scene.space.id,
        participants: people.map(({ id }) => id),
        from: first.at,
        to: last.at,
        evidence: proof(...releases.map(({ interval }) => interval.cause.evidence)),
      };
    }
  }),
};

function releasesOf({ people }: Scene): readonly Release[] {
  return people
    .flatMap((person) =>
      person.intervals.flatMap((interval) =>
        interval.cause.kind === 'released-without-activator' && interval.from !== null ? [{ person, interval, at: interval.from }] : [],
      ),
    )
    .sort((a, b) => a.at - b.at);
}

function settingOf({ meeting, hostTimes }: Scene, { at }: Release): Setting {
  const near = between(meeting.signs, at - limits.together, at + limits.together, (sign) => sign.at);
  if (near.some(({ kind }) => kind === 'unlocked')) return 'unlocked';
  if (near.some(({ kind }) => kind === 'configuration-changed')) return 'configured';
  return hostTimeWithin(hostTimes, at - 1, at + 1, 0) === null ? 'unseen' : 'beside-host';
}
