/** Who joined, what state they got, and whom that let in. */
import type { Interval, Participant } from '#model/index.ts';
import { duration } from '../duration.ts';
import { kindWords } from '../labels.ts';
import { type Bundle, type Change, entryOf, evidenceOf } from './change.ts';
import { type Entry, type Minor, together } from './entry.ts';
import { capital, count, listed, nameOf, party, type Sentence, say } from './sentence.ts';

/** The joining of one participant, with those whom it let in at once. */
export function arrival(participant: Participant, released: Bundle | null): readonly Entry[] {
  const { joinedAt, joinedBy, id, role } = participant;
  if (joinedAt === null) return [];
  const entry = entryOf(participant);
  const own = [...(joinedBy === null ? [] : [joinedBy])];
  const changes = released?.changes ?? [];
  return [
    {
      at: joinedAt,
      until: null,
      kind: 'joined',
      minor: role === 'host' || released !== null ? null : minorOf(entry),
      sentence: released === null ? say`${joined(participant, entry)}.` : say`${joined(participant, entry)} and let in ${letIn(changes)}.`,
      participants: [id, ...changes.map((change) => change.participant.id)],
      // A cause lists the record of the host's joining with each guest: told once.
      evidence: together([entry?.cause.evidence ?? [], own, ...(released === null ? [] : evidenceOf(released))]),
    },
  ];
}

function minorOf(entry: Interval | null): Minor {
  if (entry?.state === 'active') return 'active';
  if (entry?.cause.kind === 'joined-without-activator') return 'waits';
  return entry?.cause.kind === 'deactivated-with-activator' ? 'waits-beside-host' : 'state-unknown';
}

function joined(participant: Participant, entry: Interval | null): Sentence {
  const who = nameOf(participant);
  if (participant.leg.kind === 'recorder' || participant.leg.kind === 'streamer')
    return say`The ${kindWords[participant.leg.kind]} ${who} joined`;
  const called = callTime(participant);
  if (participant.role === 'host') return say`Host ${who} joined${called}`;
  switch (entry?.cause.kind) {
    case 'joined-without-activator':
      return say`${who} joined${called} and had to wait in the lobby: no host was there`;
    case 'deactivated-with-activator':
      return say`${who} joined${called} and had to wait in the lobby although a host was there: ${whyWithHost}`;
    case 'joined-active':
      return participant.role === 'guest'
        ? say`Guest ${who} joined${called} and was active at once`
        : say`${who} joined${called} and was active at once`;
    case 'call-set-up':
    case 'activator-joined':
    case 'last-activator-left':
    case 'released-without-activator':
    case 'log-starts':
    case undefined:
      return say`${who} joined${called}; the log does not tell in which state`;
  }
}

/** Why people can be let in with no host joining. */
export const whyWithoutHost = 'an operator or the API admitted them, a lock ended, or an activator joined on another Call Bridge';
/** Why people can be sent to the lobby, or held there, with a host in. */
export const whyWithHost = 'the conference was locked, somebody moved them to the lobby, or an activator on another Call Bridge left';

/** How long the caller needed: of use where a prompt timed out or a PIN was typed. */
function callTime({ connectedAt, joinedAt }: Participant): string {
  if (connectedAt === null || joinedAt === null || joinedAt - connectedAt < 1000) return '';
  return ` ${duration(joinedAt - connectedAt)} after calling`;
}

/** `2 guests (ann after 18.698 s and bo after 14.207 s)`. */
function letIn(changes: readonly Change[]): Sentence {
  const people = changes.map(({ participant }) => participant);
  const waits = changes.flatMap(({ after }) => (after === null ? [] : [after]));
  const [only, second] = changes;
  if (only !== undefined && second === undefined)
    return say`${party(people)}${only.after === null ? '' : ` after ${duration(only.after)} in the lobby`}`;
  if (changes.length <= 3) {
    return say`${count(people)} (${listed(changes.map(({ participant, after }) => say`${nameOf(participant)}${after === null ? '' : ` after ${duration(after)}`}`))})`;
  }
  const longest = waits.reduce((most, wait) => Math.max(most, wait), 0);
  return say`${party(people)}, who had waited up to ${duration(longest)}`;
}

/** People let in by nobody who is seen joining at that moment, or later than at once. */
export function release(bundle: Bundle, host: Participant | undefined): Entry {
  const people = bundle.changes.map(({ participant }) => participant);
  return {
    at: bundle.at,
    until: null,
    kind: 'let-in',
    minor: null,
    sentence: released(bundle, host, people),
    participants: [...people.map(({ id }) => id), ...(host === undefined ? [] : [host.id])],
    evidence: together(evidenceOf(bundle)),
  };
}

function released({ kind, changes }: Bundle, host: Participant | undefined, people: readonly Participant[]): Sentence {
  const [only] = changes;
  const late = only?.interval.cause.delayMs ?? null;
  const who =
    people.length === 1
      ? say`${party(people)} was let in${only?.after == null ? '' : ` after ${duration(only.after)} in the lobby`}`
      : say`${letIn(changes)}${changes.length > 3 ? ',' : ''} were let in`;
  if (kind === 'released-without-activator') return say`${capital(who)} although no host joined at that moment: ${whyWithoutHost}.`;
  if (host === undefined) return say`${capital(who)}, as an activator joined on another Call Bridge.`;
  const when = late === null ? 'by the clock of another Call Bridge' : `${duration(late)} before`;
  return say`${capital(who)}, as host ${nameOf(host)} had joined ${when}.`;
}
