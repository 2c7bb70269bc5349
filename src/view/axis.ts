/** Ticks of a time axis for any span, width and zone, and times written in that zone. */
import { DateTime, FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import { type Instant, instant, isDateless } from '#model/index.ts';

/** Times as people read them in one zone. */
export interface ClockFace {
  /** `UTC`, `Europe/Vienna`, `UTC-4`. */
  readonly zone: string;
  /** `17:49:26.670` */
  time(at: Instant): string;
  /** `17:49:26` */
  seconds(at: Instant): string;
  /** `2017-02-21`; question marks where nobody knows. */
  date(at: Instant): string;
  /** Milliseconds to add to UTC at an instant. */
  offset(at: Instant): number;
}

/** The zone of a name: IANA, `+02:00`, `UTC-4`; null when there is none of that name. */
export function zoneOf(name: string): Zone | null {
  if (/^(?:utc|z|gmt)$/iu.test(name)) return FixedOffsetZone.utcInstance;
  const fixed = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/iu.exec(name);
  if (fixed !== null) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? '0');
    return minutes > 18 * 60 ? null : FixedOffsetZone.instance(fixed[1] === '-' ? -minutes : minutes);
  }
  const zone = IANAZone.create(name);
  return zone.isValid ? zone : null;
}

/** The clock face of a zone; of UTC where the name is none. */
export function clockFace(name: string): ClockFace {
  const zone = zoneOf(name) ?? FixedOffsetZone.utcInstance;
  const offset = (at: Instant): number => (zone.isUniversal && zone.name === 'UTC' ? 0 : zone.offset(at) * 60_000);
  // Whole text of the shifted time: a tenth of the cost of a DateTime for each of many thousand stamps.
  const local = (at: Instant): string => new Date(at + offset(at)).toISOString();
  return {
    zone: name,
    offset,
    time: (at) => local(at).slice(11, 23),
    seconds: (at) => local(at).slice(11, 19),
    date: (at) => (isDateless(at) ? unknownDate : local(at).slice(0, 10)),
  };
}

/** As long as a date. */
const unknownDate = '????-??-??';

export interface Tick {
  readonly at: Instant;
  readonly label: string;
  /** The date begins to be another here. */
  readonly newDay: boolean;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Steps that people count time in. */
const steps: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 7, 14].map((n) => n * day),
];

/** Months, where days would be too many. */
const months: readonly number[] = [1, 3, 6, 12, 24, 60, 120, 1200];
const month = 30.44 * day;

/** Ticks between two instants, at most so many, on round times of the zone. */
export function ticks(from: Instant, to: Instant, most: number, face: ClockFace): readonly Tick[] {
  const least = Math.max(1, to - from) / Math.max(1, most);
  const step = steps.find((candidate) => candidate >= least);
  if (step === undefined) return monthTicks(from, to, months.find((candidate) => candidate * month >= least) ?? 1200, face);
  const found: Tick[] = [];
  let lastDate = face.date(from);
  for (let at = roundUp(from, step, face); at <= to; at = roundUp(instant(at + 1), step, face)) {
    const date = face.date(at);
    const newDay = date !== lastDate;
    lastDate = date;
    found.push({ at, label: label(at, step, face, newDay), newDay });
    if (found.length > most + 1) break;
  }
  return found;
}

/** Ticks on the first of months. */
function monthTicks(from: Instant, to: Instant, step: number, face: ClockFace): readonly Tick[] {
  const local = new Date(from + face.offset(from));
  const found: Tick[] = [];
  for (let count = Math.floor((local.getUTCFullYear() * 12 + local.getUTCMonth()) / step) * step; ; count += step) {
    const at = atLocal(Date.UTC(Math.floor(count / 12), count % 12, 1), face);
    if (at > to) return found;
    if (at >= from) found.push({ at, label: face.date(at), newDay: true });
  }
}

/** The first round time of the zone's clock at or after an instant. Where the clock is put forward or back before it, counting begins anew there. */
function roundUp(at: Instant, step: number, face: ClockFace): Instant {
  const offset = face.offset(at);
  // 1970 began on a Thursday, weeks begin on Mondays.
  const origin = step % (7 * day) === 0 ? 4 * day : 0;
  const rounded = instant(Math.ceil((at + offset - origin) / step) * step + origin - offset);
  return face.offset(rounded) === offset ? rounded : roundUp(clockChange(at, rounded, face), step, face);
}

/** The first instant of another offset, of two that differ in it; found by halving. */
function clockChange(before: Instant, after: Instant, face: ClockFace): Instant {
  const offset = face.offset(before);
  let low: number = before;
  let high: number = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (face.offset(instant(middle)) === offset) low = middle;
    else high = middle;
  }
  return instant(high);
}

function label(at: Instant, step: number, face: ClockFace, newDay: boolean): string {
  if (step >= day) return face.date(at);
  const time = face.time(at);
  const short = step >= minute ? time.slice(0, 5) : step >= second ? time.slice(0, 8) : time;
  if (!newDay) return short;
  const date = face.date(at).slice(5);
  return time === '00:00:00.000' ? date : `${date} ${short}`;
}

/** The instant at which the clock of a zone shows so many ms since 1970-01-01; where it never does, as much later as it was put forward. */
export function atLocal(local: number, face: ClockFace): Instant {
  const guess = instant(local - face.offset(instant(local)));
  return instant(local - face.offset(guess));
}

/** An instant from what a user writes: ISO 8601, in the zone where it names none; null when it is no time. */
export function parseTime(text: string, zone: string): Instant | null {
  const parsed = DateTime.fromISO(text.trim().replace(' ', 'T'), { zone: zoneOf(zone) ?? 'utc' });
  return parsed.isValid ? instant(Math.round(parsed.toMillis())) : null;
}
