/** Stamps → instants: the only place where local time is known. */
import { datelessDay, type Instant, instant, type StampBasis, type ZoneBasis } from '#model/index.ts';
import type { Stamp } from './stamp.ts';

/** The zone of an input's stamps. */
export interface Zone {
  /** IANA name, `UTC`, or `UTC-04:00`. */
  readonly name: string;
  readonly basis: ZoneBasis;
  /**
   * What to add to a local time (ms, as if it were UTC) to get UTC. Two numbers where the local hour happens twice: for its first and its
   * second run. Where it is skipped, that of the time before, so that the clock moves on.
   */
  offsets(local: number): readonly [number] | readonly [number, number];
}

export interface ClockOptions {
  readonly zone: Zone;
  /** Year of the first stamp that has none; null = no stamp lacks it. */
  readonly firstYear: number | null;
  /** Date (ms of its midnight, as if UTC) for stamps that have only a time of day, where no neighbour has one. */
  readonly date: number | null;
}

/** A moment, and on what it rests. */
export interface Reading {
  readonly at: Instant | null;
  readonly basis: StampBasis;
}

export interface Clock {
  /** The moment of a record's stamp. Records have to come in their order: it tells years and repeated hours. */
  read(stamp: Stamp): Reading;
  /** The moment so many milliseconds into the minute of the stamp that was read last, which had a date. */
  within(ms: number): Instant;
  /**
   * The moments of a run of stamps, oldest first, of which the last one is of the date of the options where they have none.
   * @param next - the stamp behind them: where nothing before them has a date, they are of the day that brings the last one nearest to it
   */
  readRun(stamps: readonly Stamp[], next: Stamp | null): readonly Reading[];
}

const day = 86_400_000;

export function createClock(options: ClockOptions): Clock {
  const { zone } = options;
  /** Local time of the last stamp with a date, as if it were UTC. */
  let last: number | null = null;
  let lastAt: Instant | null = null;
  /** The date without a year that was met last, and when it began. */
  let midnight: { readonly month: number; readonly day: number; readonly at: number } | null = null;

  const read: Clock['read'] = (stamp) => {
    if (stamp.time === null) return { at: lastAt, basis: 'neighbour' };
    const local = localOf(stamp);
    if (local === null) return { at: null, basis: 'neighbour-date' };
    const at = instantOf(stamp, local);
    last = local;
    lastAt = at;
    return { at, basis: stamp.month === null ? 'neighbour-date' : 'stamp' };
  };

  const localOf = (stamp: Stamp): number | null => {
    const { year, month, day: dayOfMonth, time } = stamp;
    if (time === null) return null;
    if (month === null || dayOfMonth === null) {
      return last === null ? (options.date === null ? null : options.date + time) : nearestDay(time, last);
    }
    if (year !== null) return Date.UTC(year, month - 1, dayOfMonth) + time;
    // The day of the last stamp again, as nearly always.
    if (midnight !== null && midnight.month === month && midnight.day === dayOfMonth && midnight.at === dayOf(last))
      return midnight.at + time;
    const at = last === null ? Date.UTC(options.firstYear ?? 1970, month - 1, dayOfMonth) : nearestYear(last, month, dayOfMonth);
    midnight = { month, day: dayOfMonth, at };
    return at + time;
  };

  const instantOf = (stamp: Stamp, local: number): Instant => {
    if (stamp.offset !== null) return instant(local - stamp.offset * 60_000);
    const [first, second] = zone.offsets(local);
    const early = local + first;
    if (second === undefined || lastAt === null || minuteOf(early) >= minuteOf(lastAt) - repeatTolerance) return instant(early);
    return instant(local + second);
  };

  /** Times of day of which nobody tells the date. */
  const readDateless = (stamps: readonly Stamp[]): readonly Reading[] => {
    let local = datelessDay + (stamps.find(({ time }) => time !== null)?.time ?? 0) - midnights(stamps) * day;
    return stamps.map(({ time }) => {
      local = time === null ? local : nearestDay(time, local);
      return { at: instant(local), basis: 'neighbour-date' };
    });
  };

  const readRun: Clock['readRun'] = (stamps, next) => {
    if (last === null && stamps.every(({ month }) => month === null)) {
      const date = options.date ?? dateBefore(stamps, next);
      if (date === null) return readDateless(stamps);
      last = date + (stamps[0]?.time ?? 0) - midnights(stamps) * day;
    }
    return stamps.map(read);
  };

  /** The day of the last of them, by a stamp that stands behind them. */
  const dateBefore = (stamps: readonly Stamp[], next: Stamp | null): number | null => {
    const local = next === null || next.month === null ? null : localOf(next);
    const time = stamps.findLast((stamp) => stamp.time !== null)?.time ?? null;
    return local === null || time === null ? null : dayOf(nearestDay(time, local));
  };

  const within: Clock['within'] = (ms) => {
    const step = ms - ((last ?? 0) - minuteOf(last ?? 0) * 60_000);
    last = (last ?? 0) + step;
    lastAt = instant((lastAt ?? 0) + step);
    return lastAt;
  };

  return { read, within, readRun };
}

/** A time of day on the date that brings it nearest to another. */
function nearestDay(time: number, to: number): number {
  const midnight = to - (((to % day) + day) % day);
  return nearest([midnight - day + time, midnight + time, midnight + day + time], to);
}

/** When the day of a local time began. */
function dayOf(local: number | null): number | null {
  return local === null ? null : Math.floor(local / day) * day;
}

/** How often a run of times of day passes midnight. */
function midnights(stamps: readonly Stamp[]): number {
  return stamps.filter(({ month, time }, index) => month === null && (time ?? 0) < (stamps[index - 1]?.time ?? 0) - day / 2).length;
}

/**
 * Records of one log may be out of order by so many minutes; a longer step back, in an hour that happens twice, is its second run. Whole
 * minutes, because of the records that go the fast way one in each minute is shown to the clock.
 */
const repeatTolerance = 1;

function minuteOf(ms: number): number {
  return Math.floor(ms / 60_000);
}

function nearest(choices: readonly number[], to: number): number {
  return choices.reduce((best, choice) => (Math.abs(choice - to) < Math.abs(best - to) ? choice : best));
}

/** Midnight of a month and day in the year that brings it nearest; 29 February only in years that have it. */
function nearestYear(last: number, month: number, dayOfMonth: number): number {
  const year = new Date(last).getUTCFullYear();
  const reach = month === 2 && dayOfMonth === 29 ? 4 : 1;
  const choices: number[] = [];
  for (let offset = -reach; offset <= reach; offset += 1) {
    const midnight = Date.UTC(year + offset, month - 1, dayOfMonth);
    if (new Date(midnight).getUTCMonth() === month - 1) choices.push(midnight);
  }
  return nearest(choices, last);
}
