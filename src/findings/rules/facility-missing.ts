import type { Participant } from '#model/index.ts';
import { proof, traceOf } from '../evidence.ts';
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
      const name = host === null ? 'The log' : `The log of ${host}`;
      const many = counted(ofHost.length, 'participant');
      if (ofHost.every(hasNoState)) {
        yield found(
          ofHost,
          say`${name} holds no record of calls and activation (user.info): who waited and who was active cannot be told, of ${many}.`,
        );
      } else if (hasNoSpaces(ofHost)) {
        yield found(
          ofHost,
          say`${name} holds no record of joining and leaving spaces (local0.info): who was where, and until when, is concluded from calls and conferences, for ${many}.`,
        );
      }
    }
  },
};

/** Its joining is logged, and no state from then on. */
function hasNoState({ joinedBy, intervals }: Participant): boolean {
  return joinedBy !== null && intervals.every(({ state, cause }) => state === 'unknown' && cause.kind === 'log-starts');
}

/** Nobody has a name, or everybody who left is only known to have left by the end of the call. */
function hasNoSpaces(people: readonly Participant[]): boolean {
  if (people.every(({ name }) => name === null)) return true;
  const left = people.filter(({ leftAt }) => leftAt !== null);
  return left.length > 1 && left.every(({ leftBy, leg }) => leftBy !== null && leftBy === leg.ended?.evidence);
}

function found(people: readonly Participant[], message: Sentence): Found {
  const joined = people.flatMap(({ joinedAt }) => (joinedAt === null ? [] : [joinedAt])).sort((a, b) => a - b);
  return {
    message,
    space: null,
    participants: [],
    from: joined[0] ?? null,
    to: joined.at(-1) ?? null,
    evidence: proof(...people.slice(0, 3).map(traceOf)),
  };
}
