/**
 * Returns to the lobby, as the activation stage explained them: the log has a line for each guest, so that mode and time
 * can be read off directly (facts §3: `deactivate` shows `configuring` lines after `deactivationModeTime`).
 */
import type { LastHostLeft } from '#model/behaviour.ts';
import type { Evidence, Instant, Interval, Meeting, Participant } from '#model/index.ts';
import { limits } from './limits.ts';
import { isPerson } from './people.ts';
import { firstAfter } from './steps.ts';

interface Return {
  readonly participant: Participant;
  readonly interval: Interval;
  readonly from: Instant;
}

export function returns(meeting: Meeting, index: number, hostArrivals: readonly Instant[]): readonly LastHostLeft[] {
  const byId = new Map(meeting.participants.map((participant) => [participant.id, participant]));
  return bundles(meeting).map((bundle) => departure(bundle, byId, index, hostArrivals));
}

/** Returns that one departure caused; where nobody is named, those of one moment. */
function bundles(meeting: Meeting): readonly (readonly Return[])[] {
  const byHost = new Map<string, Return[]>();
  const nameless: Return[] = [];
  for (const participant of meeting.participants) {
    if (!isPerson(participant)) continue;
    for (const interval of participant.intervals) {
      const { state, from, cause } = interval;
      if (state !== 'lobby' || cause.kind !== 'last-activator-left' || from === null) continue;
      const entry = { participant, interval, from };
      const others = cause.by === null ? nameless : byHost.get(cause.by);
      if (others !== undefined) others.push(entry);
      else if (cause.by !== null) byHost.set(cause.by, [entry]);
    }
  }
  return [...byHost.values(), ...ofOneMoment(nameless)];
}

function ofOneMoment(all: Return[]): readonly (readonly Return[])[] {
  all.sort((a, b) => a.from - b.from);
  const found: Return[][] = [];
  for (const entry of all) {
    const open = found.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && entry.from - last.from <= limits.together) open.push(entry);
    else found.push([entry]);
  }
  return found;
}

function departure(
  bundle: readonly Return[],
  byId: ReadonlyMap<string, Participant>,
  meeting: number,
  hostArrivals: readonly Instant[],
): LastHostLeft {
  const first = bundle.reduce((earliest, entry) => (entry.from < earliest.from ? entry : earliest));
  const measured = bundle.flatMap(({ interval }) => (interval.cause.delayMs === null ? [] : [interval.cause.delayMs]));
  const host = byId.get(first.interval.cause.by ?? '') ?? null;
  return {
    meeting,
    host: host?.id ?? null,
    at: host?.leftAt ?? null,
    aftermath: 'returned',
    effectAt: first.from,
    delayMs: measured.length === 0 ? null : least(measured),
    guests: bundle.map(({ participant }) => participant.id),
    hostAgainAt: firstAfter(hostArrivals, first.from),
    evidence: some(bundle),
  };
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((smallest, number) => Math.min(smallest, number), Number.POSITIVE_INFINITY);
}

/** The host's departure is in the evidence of each return: the first few tell enough. */
function some(bundle: readonly Return[]): readonly Evidence[] {
  const found = new Set<Evidence>();
  for (const { interval } of bundle) {
    for (const evidence of interval.cause.evidence) found.add(evidence);
    if (found.size >= limits.evidence) break;
  }
  return [...found];
}
