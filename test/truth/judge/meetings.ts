/** Which presence belongs to which meeting; where meetings start and end, and their phases. */
import type { TrueMeeting, TruePhase, TrueSpace } from '../truth.ts';
import { type Difference, iso } from './difference.ts';
import { normal } from './exact.ts';
import type { FoundMeeting, FoundPhase } from './found.ts';
import { drawLanes } from './lanes.ts';
import type { Matching } from './match.ts';

function difference(what: string, at: number | null, drawing: string | null = null): Difference {
  return { what, leg: null, at, drawing };
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry) => other.includes(entry));
}

/** gen-1: of a leg that nothing ties nobody knows whose it is, and so at times whether anybody is active. */
function arePhasesTrue(should: readonly TruePhase[], is: readonly FoundPhase[]): boolean {
  return normal(is).every((found) => {
    if (found.state === 'unknown') return true;
    const from = found.from ?? -Infinity;
    const to = found.to ?? Infinity;
    return should.every((one) => one.state === found.state || one.from >= to || (one.to ?? Infinity) <= from);
  });
}

function comparePhases(should: TrueMeeting, is: readonly FoundPhase[], title: string): Difference[] {
  if (should.phases === null) return [];
  if (should.participants.some((one) => !one.isTied) && arePhasesTrue(should.phases, is)) return [];
  const found = normal(is);
  const isSame =
    found.length === should.phases.length &&
    should.phases.every((phase, index) => {
      const other = found[index];
      return other?.state === phase.state && other.from === phase.from && other.to === phase.to;
    });
  if (isSame) return [];
  const mark = (phases: readonly FoundPhase[]): FoundPhase[] =>
    phases.map((phase) => ({ ...phase, state: phase.state === 'lobby-only' ? 'lobby' : phase.state }));
  const drawing = drawLanes([
    ['phases truth', mark(should.phases)],
    ['phases found', mark(is)],
  ]);
  return [difference(`${title}: the phases differ`, should.start, drawing)];
}

function compareMeeting(should: TrueMeeting, is: FoundMeeting, title: string): Difference[] {
  const differences: Difference[] = [];
  if (is.start !== should.start) {
    differences.push(difference(`${title}: start is ${iso(is.start)}, true is ${iso(should.start)}`, should.start));
  }
  if (is.end !== should.end) {
    differences.push(difference(`${title}: end is ${iso(is.end)}, true is ${iso(should.end)}`, should.end));
  }
  if (!sameSet(is.hosts, should.hosts)) {
    differences.push(difference(`${title}: hosts are ${is.hosts.join()}, true are ${should.hosts.join()}`, should.start));
  }
  if (!sameSet(is.conferenceIds, should.conferenceIds)) {
    const ids = `${is.conferenceIds.join()}, true are ${should.conferenceIds.join()}`;
    differences.push(difference(`${title}: conference ids are ${ids}`, should.start));
  }
  return [...differences, ...comparePhases(should, is.phases, title)];
}

export function compareMeetings(space: TrueSpace, matching: Matching): Difference[] {
  if (space.isLoose) return [];
  const seen = new Map<FoundMeeting, TrueMeeting>();
  return space.meetings.flatMap((meeting, index) => {
    const title = `${space.name}, meeting ${index + 1} of ${space.meetings.length}`;
    const found = new Set(meeting.participants.flatMap((one) => matching.pairs.get(one)?.meeting ?? []));
    const [first, ...others] = found;
    if (first === undefined) return [];
    if (others.length > 0) return [difference(`${title}: told as ${found.size} meetings`, meeting.start)];
    if (seen.has(first)) return [difference(`${title}: told as one with an earlier one`, meeting.start)];
    seen.set(first, meeting);
    return compareMeeting(meeting, first, title);
  });
}
