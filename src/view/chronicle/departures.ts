/** Who left, in what state, and whom that sent back to the lobby. */
import type { Participant } from '#model/index.ts';
import { duration } from '../duration.ts';
import { kindWords } from '../labels.ts';
import { safe } from '../safe.ts';
import { whyWithHost } from './arrivals.ts';
import { type Bundle, evidenceOf } from './change.ts';
import { type Entry, type Minor, together } from './entry.ts';
import { capital, listed, nameOf, party, type Sentence, say } from './sentence.ts';

/** The leaving of one participant, with those whom it sent back at once, and so many hosts who stayed. */
export function departure(participant: Participant, sent: Bundle | null, hostsLeft: number): readonly Entry[] {
  const { leftAt, leftBy, id, role } = participant;
  if (leftAt === null) return [];
  const changes = sent?.changes ?? [];
  const people = changes.map((change) => change.participant);
  const doubt = participant.doubtfulEnd ? ' Several people of that name were there, and the log does not tell which of them left.' : '';
  const rest = sent === null ? stayed(participant, hostsLeft) : say`; with the last host gone, ${party(people)} went back to the lobby`;
  return [
    {
      at: leftAt,
      until: null,
      kind: 'left',
      minor: role === 'host' || sent !== null ? null : minorOf(participant),
      sentence: say`${left(participant)}${rest}.${doubt}`,
      participants: [id, ...people.map((each) => each.id)],
      evidence: together([leftBy === null ? [] : [leftBy], ...(sent === null ? [] : evidenceOf(sent))]),
    },
  ];
}

const hungUp = 'remote SIP teardown';

function left(participant: Participant): Sentence {
  const { leg, role, leftReason, intervals, leftAt } = participant;
  const who = nameOf(participant);
  // That a guest hung up is the rule, and not worth the words.
  const why = leftReason === null || (role !== 'host' && leftReason === hungUp) ? '' : ` (${safe(leftReason)})`;
  if (leg.kind === 'recorder' || leg.kind === 'streamer') return say`The ${kindWords[leg.kind]} ${who} left${why}`;
  if (role === 'host') return say`Host ${who} left${why}`;
  const last = intervals.at(-1);
  if (last?.state !== 'lobby') return say`${who} left${why}`;
  const length = last.from === null || leftAt === null ? '' : `, after ${duration(leftAt - last.from)} there`;
  return minorOf(participant) === 'left-lobby'
    ? say`${who} left from the lobby${why}${length}`
    : say`${who} left without having been let in${why}${length}`;
}

function minorOf({ intervals }: Participant): Minor {
  if (intervals.at(-1)?.state !== 'lobby') return 'left';
  return intervals.some(({ state }) => state === 'active') ? 'left-lobby' : 'gave-up';
}

function stayed({ role }: Participant, hostsLeft: number): string {
  if (role !== 'host') return '';
  if (hostsLeft === 0) return ', the last host';
  return `; ${hostsLeft} other ${hostsLeft === 1 ? 'host' : 'hosts'} stayed`;
}

/** People sent to the lobby later than at once, or by nobody who is seen leaving. */
export function sentBack(bundle: Bundle, host: Participant | undefined): Entry {
  const people = bundle.changes.map(({ participant }) => participant);
  return {
    at: bundle.at,
    until: null,
    kind: 'sent-back',
    minor: null,
    sentence: sentBackWords(bundle, host, people),
    participants: [...people.map(({ id }) => id), ...(host === undefined ? [] : [host.id])],
    evidence: together(evidenceOf(bundle)),
  };
}

function sentBackWords({ kind, changes }: Bundle, host: Participant | undefined, people: readonly Participant[]): Sentence {
  const who = party(people);
  if (kind === 'deactivated-with-activator') return say`${capital(who)} went to the lobby although a host was there: ${whyWithHost}.`;
  if (kind === 'log-starts') return say`From here on the log does not tell the state of ${listed(people.map(nameOf))}.`;
  const late = changes[0]?.interval.cause.delayMs ?? null;
  if (host === undefined) return say`${capital(who)} went back to the lobby: the last host had left, whom the log does not show leaving.`;
  if (late === null)
    return say`${capital(who)} went back to the lobby, as ${nameOf(host)}, the last host, had left by the clock of another Call Bridge.`;
  return say`${capital(who)} went back to the lobby, ${duration(late)} after ${nameOf(host)}, the last host, had left.`;
}
