/** The changes of state in a meeting, bundled by what caused them. */
import type { Evidence, Instant, Interval, Meeting, Participant } from '#model/index.ts';

/** Somebody's state changed while they were there. */
export interface Change {
  readonly participant: Participant;
  readonly at: Instant;
  readonly interval: Interval;
  /** How long the state before had lasted, ms; null = not known. */
  readonly after: number | null;
}

/** Changes of one cause: one arrival, and all it let in. */
export interface Bundle {
  readonly kind: 'activator-joined' | 'last-activator-left' | 'released-without-activator' | 'deactivated-with-activator' | 'log-starts';
  /** Participant id. */
  readonly by: string | null;
  /** When the first of the changes happened. */
  readonly at: Instant;
  readonly changes: readonly Change[];
}

/** Changes without a common cause belong together when they follow each other so closely, ms. */
const together = 250;

/** All changes behind the joining of each, in the order of time. */
export function bundlesOf(meeting: Meeting): readonly Bundle[] {
  const changes = meeting.participants.flatMap(changesOf).sort((a, b) => a.at - b.at);
  const open = new Map<string, { kind: Bundle['kind']; by: string | null; at: Instant; changes: Change[] }>();
  const bundles: Bundle[] = [];
  for (const change of changes) {
    const { kind: cause, by } = change.interval.cause;
    if (cause === 'call-set-up' || cause === 'joined-without-activator' || cause === 'joined-active') continue;
    const key = `${cause} ${by ?? ''}`;
    const known = open.get(key);
    if (known !== undefined && change.at - (known.changes.at(-1)?.at ?? known.at) <= together) known.changes.push(change);
    else {
      const bundle = { kind: cause, by, at: change.at, changes: [change] };
      open.set(key, bundle);
      bundles.push(bundle);
    }
  }
  return bundles;
}

/** Changes of one participant behind its first state in the space. */
export function changesOf(participant: Participant): readonly Change[] {
  const entry = entryOf(participant);
  return participant.intervals.flatMap((interval, index, all): readonly Change[] => {
    if (interval.from === null || index === 0 || interval === entry) return [];
    const before = all[index - 1];
    return [{ participant, at: interval.from, interval, after: before?.from == null ? null : interval.from - before.from }];
  });
}

/** The first state in the space itself; null for somebody who never got in. */
export function entryOf({ intervals }: Participant): Interval | null {
  return intervals.find(({ state }) => state !== 'connecting') ?? null;
}

export function evidenceOf({ changes }: Bundle): readonly (readonly Evidence[])[] {
  return changes.map(({ interval }) => interval.cause.evidence);
}
