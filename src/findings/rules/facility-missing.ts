import type { Participant } from '#model/index.ts';
import { proof } from '../evidence.ts';
import type { Found, Rule } from '../rule.ts';
import { type Sentence, say } from '../sentence.ts';
import { counted } from '../words.ts';

export const facilityMissing: Rule = {
  code: 'facility-missing',
  severity: 'warning',
  meaning:
    'Half of the records of a Call Bridge are missing altogether: joining and leaving of spaces is logged as local0.info, calls and activation as user.info, and an export filtered by facility holds one of the two.',
  check: 'Export or forward both facilities, local0 and user, of this host.',
  *find({ scenes }) {
    const people = scenes.flatMap((scene) => scene.people);
    for (const [host, ofHost] of Map.groupBy(people, ({ leg }) => leg.host)) {
      const name = host === null ? 'this log' : `the log of ${host}`;
      if (ofHost.every(hasNoState)) {
        yield found(
          ofHost,
          say`Who waited and who was active cannot be told from ${name}: it holds no record of calls and activation (user.info), for ${counted(ofHost.length, 'participant')}.`,
        );
      }
    }
    for (const [host, inScenes] of Map.groupBy(scenes, ({ people: [first] }) => first?.leg.host ?? null)) {
      const ofHost = inScenes.flatMap((scene) => scene.people);
      if (ofHost.length === 0 || !inScenes.every(({ space }) => space.id === null) || !ofHost.some(({ name }) => name !== null)) continue;
      const name = host === null ? 'This log' : `The log of ${host}`;
      yield found(
        ofHost,
        say`${name} names no space: it holds no record of joining and leaving spaces (local0.info), so that meetings are told by their conferences and ends by the ends of calls.`,
      );
    }
  },
};

/** Its joining is logged, and no state from then on. */
function hasNoState({ joinedBy, intervals }: Participant): boolean {
  return joinedBy !== null && intervals.every(({ state, cause }) => state === 'unknown' && cause.kind === 'log-starts');
}

function found(people: readonly Participant[], message: Sentence): Found {
  const joined = people.flatMap(({ joinedAt }) => (joinedAt === null ? [] : [joinedAt])).sort((a, b) => a - b);
  return {
    message,
    space: null,
    participants: [],
    from: joined[0] ?? null,
    to: joined.at(-1) ?? null,
    evidence: proof(...people.slice(0, 3).map(({ joinedBy }) => joinedBy)),
  };
}
