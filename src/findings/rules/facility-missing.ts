import type { Evidence, Instant, Participant } from '#model/index.ts';
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
  look() {
    const hosts = new Map<string | null, Tally>();
    return {
      space(scenes) {
        for (const { people } of scenes)
          for (const person of people) hosts.set(person.leg.host, counting(hosts.get(person.leg.host), person));
        return [];
      },
      end: () => hosts.entries().flatMap(([host, tally]) => told(host, tally)),
    };
  },
};

/** What is known of all participants of a Call Bridge. */
interface Tally {
  readonly count: number;
  readonly stateless: boolean;
  readonly nameless: boolean;
  readonly left: number;
  /** All who left are only known to have left by the end of the call. */
  readonly leftByCall: boolean;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly traces: readonly (readonly Evidence[])[];
}

const nobody: Tally = { count: 0, stateless: true, nameless: true, left: 0, leftByCall: true, from: null, to: null, traces: [] };
/** So many participants prove it. */
const enough = 3;

function counting(tally: Tally = nobody, person: Participant): Tally {
  const { name, joinedAt, leftAt, leftBy, leg } = person;
  return {
    count: tally.count + 1,
    stateless: tally.stateless && hasNoState(person),
    nameless: tally.nameless && name === null,
    left: tally.left + (leftAt === null ? 0 : 1),
    leftByCall: tally.leftByCall && (leftAt === null || (leftBy !== null && leftBy === leg.ended?.evidence)),
    from: joinedAt !== null && (tally.from === null || joinedAt < tally.from) ? joinedAt : tally.from,
    to: joinedAt !== null && (tally.to === null || joinedAt > tally.to) ? joinedAt : tally.to,
    traces: tally.count < enough ? [...tally.traces, traceOf(person)] : tally.traces,
  };
}

function told(host: string | null, tally: Tally): readonly Found[] {
  const name = host === null ? 'The log' : `The log of ${host}`;
  const many = counted(tally.count, 'participant');
  if (tally.stateless)
    return [
      found(
        tally,
        say`${name} holds no record of calls and activation (user.info): who waited and who was active cannot be told, of ${many}.`,
      ),
    ];
  // Nobody has a name, or nobody is known to have left but by the end of the call.
  if (!tally.nameless && !(tally.left > 1 && tally.leftByCall)) return [];
  return [
    found(
      tally,
      say`${name} holds no record of joining and leaving spaces (local0.info): who was where, and until when, is concluded from calls and conferences, for ${many}.`,
    ),
  ];
}

/** Its joining is logged, and no state from then on. */
function hasNoState({ joinedBy, intervals }: Participant): boolean {
  return joinedBy !== null && intervals.every(({ state, cause }) => state === 'unknown' && cause.kind === 'log-starts');
}

function found({ from, to, traces }: Tally, message: Sentence): Found {
  return { message, space: null, participants: [], from, to, evidence: proof(...traces) };
}
