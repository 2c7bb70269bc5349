/** Years of stamps that have none: from the order of the stamps, and one fixed point. */
import type { ZoneBasis } from '#model/index.ts';
import type { Stamp } from './stamp.ts';

const day = 86_400_000;
/** A leap year: every date of a stamp exists in it. */
export const anyYear = 2000;
/** Local time may be ahead of UTC by so much. */
const ahead = 15 * 3_600_000;
/** A file that was written last within so many days of its last stamp was not copied since. */
const freshDays = 2;

/** What the stamps of an input say of its years. */
export interface YearTrack {
  /** In the order of the log. */
  note(stamp: Stamp): void;
  /** Year of the stamp noted last, counted from that of the first one without a year. */
  offset(): number;
  /**
   * null = no stamp lacks its year.
   * @param newestFirst - the log is read from its end
   */
  facts(newestFirst: boolean): YearFacts | null;
}

export interface YearFacts {
  /** Years that the log goes through, beyond its first. */
  readonly crossings: number;
  /** Years, counted from the first, that have a 29 February. */
  readonly leaps: readonly number[];
  /** The last stamp, without its year: ms of {@link anyYear}. */
  readonly last: number;
}

export function createYearTrack(): YearTrack {
  let first: number | null = null;
  let last: number | null = null;
  let offset = 0;
  const leaps = new Set<number>();
  return {
    note({ year, month, day: dayOfMonth, time }) {
      if (year !== null || month === null || dayOfMonth === null) return;
      const at = Date.UTC(anyYear, month - 1, dayOfMonth) + (time ?? 0);
      if (last !== null && at - last < -183 * day) offset += 1;
      if (last !== null && at - last > 183 * day) offset -= 1;
      if (month === 2 && dayOfMonth === 29) leaps.add(offset);
      first ??= at;
      last = at;
    },
    offset: () => offset,
    facts(newestFirst) {
      if (first === null || last === null) return null;
      if (!newestFirst) return { crossings: offset, leaps: [...leaps], last };
      return { crossings: -offset, leaps: [...leaps].map((leap) => leap - offset), last: first };
    },
  };
}

export interface YearHints {
  /** Given by the user: the year of the first stamp. */
  readonly option: number | null;
  /** Proven by a twin: the year of the first stamp. */
  readonly proven: number | null;
  /** When the file was written last, ms UTC. */
  readonly modified: number | null;
  /** The present, ms UTC. */
  readonly now: number;
}

export interface FirstYear {
  readonly year: number;
  readonly basis: ZoneBasis;
}

/** The year of the first stamp, and on what it rests. */
export function firstYear(facts: YearFacts, { option, proven, modified, now }: YearHints): FirstYear {
  if (option !== null) return { year: option, basis: 'option' };
  if (proven !== null) return { year: proven, basis: 'log' };
  const latest = Math.min(modified ?? now, now) + ahead;
  let year = new Date(latest).getUTCFullYear() - facts.crossings;
  // A log has no later stamp than the file that holds it; and 29 February only where the year has one. At most 8 years pass between two.
  for (let tries = 0; tries < 16; tries += 1, year -= 1) {
    if (lastIn(facts, year) <= latest && facts.leaps.every((leap) => isLeap(year + leap))) break;
  }
  const fresh = modified !== null && Math.abs(modified - lastIn(facts, year)) <= freshDays * day;
  return { year, basis: fresh ? 'log' : 'assumed' };
}

/** The year of the first stamp that brings the last one nearest to a moment of another log, and not into the future. */
export function yearNear(facts: YearFacts, moment: number, now: number): number {
  const middle = new Date(moment).getUTCFullYear() - facts.crossings;
  const choices = [middle - 1, middle, middle + 1].filter((year) => lastIn(facts, year) <= now + ahead);
  const away = (year: number): number => Math.abs(lastIn(facts, year) - moment);
  return choices.reduce((best, year) => (away(year) < away(best) ? year : best), middle - 1);
}

/** The last stamp, when the first one is of a year. */
export function lastIn({ crossings, last }: YearFacts, first: number): number {
  const { month, dayOfMonth, time } = partsOf(last);
  return Date.UTC(first + crossings, month, dayOfMonth) + time;
}

function partsOf(at: number): { readonly month: number; readonly dayOfMonth: number; readonly time: number } {
  const date = new Date(at);
  return { month: date.getUTCMonth(), dayOfMonth: date.getUTCDate(), time: at % day };
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
