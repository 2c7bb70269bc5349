/** Stays in the lobby, and how they are told. */
import type { Evidence, Instant, Interval, Participant } from '#model/index.ts';
import { nameOf } from './words.ts';

export interface Wait {
  readonly participant: Participant;
  readonly interval: Interval;
  readonly from: Instant;
  /** null = the log ends first. */
  readonly to: Instant | null;
  readonly ended: 'released' | 'left' | 'open' | 'unknown';
  /** What followed in the same presence. */
  readonly next: Interval | null;
}

/** In the order of their beginnings. */
export function waitsOf(people: readonly Participant[]): readonly Wait[] {
  const found: Wait[] = [];
  for (const participant of people) {
    participant.intervals.forEach((interval, index) => {
      const { state, from, to } = interval;
      if (state !== 'lobby' || from === null) return;
      const next = participant.intervals[index + 1] ?? null;
      found.push({ participant, interval, from, to, ended: endOf(to, next), next });
    });
  }
  return found.sort((a, b) => a.from - b.from);
}

function endOf(to: Instant | null, next: Interval | null): Wait['ended'] {
  if (to === null) return 'open';
  if (next === null) return 'left';
  return next.state === 'active' ? 'released' : 'unknown';
}

/** ms, as far as the log goes. */
export function lengthOf({ from, to }: Wait, logEnd: Instant | null): number {
  return Math.max(0, (to ?? logEnd ?? from) - from);
}

export function longestOf(waits: readonly Wait[], logEnd: Instant | null): Wait | null {
  return waits.reduce<Wait | null>((most, wait) => (most === null || lengthOf(wait, logEnd) > lengthOf(most, logEnd) ? wait : most), null);
}

/** Those who waited, each once. */
export function waiters(waits: readonly Wait[]): readonly Participant[] {
  return [...new Set(waits.map(({ participant }) => participant))];
}

/** Why it began, and what ended it. */
export function evidenceOf({ interval, participant, next }: Wait): readonly Evidence[] {
  const end = next === null ? (participant.leftBy === null ? [] : [participant.leftBy]) : next.cause.evidence;
  return [...interval.cause.evidence, ...end];
}

/** `until host bo joined`: what ended a wait. */
export function endingOf({ ended, next }: Wait, byId: ReadonlyMap<string, Participant>): string {
  switch (ended) {
    case 'left':
      return 'then left';
    case 'open':
      return 'and waits still when the log ends';
    case 'unknown':
      return 'what followed, the log does not tell';
    case 'released': {
      if (next?.cause.kind !== 'activator-joined') return 'until let in, though no host joined at that moment';
      const host = byId.get(next.cause.by ?? '');
      return host === undefined ? 'until a host joined' : `until host ${nameOf(host)} joined`;
    }
  }
}
