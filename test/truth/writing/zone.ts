/** The local time of a box. Small and slow ways would do, but big logs ask for the zone of every record. */

const FORMATS = new Map<string, Intl.DateTimeFormat>();
const OFFSETS = new Map<string, Map<number, number>>();
/** Zones change at a quarter of an hour, at the finest. */
const STEP_MS = 900_000;

function fixedOffset(zone: string): number | null {
  if (zone === 'UTC') return 0;
  const parts = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (parts === null) return null;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return (parts[1] === '-' ? -minutes : minutes) * 60_000;
}

function namedOffset(utc: number, zone: string): number {
  const format =
    FORMATS.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  FORMATS.set(zone, format);
  const part = new Map<string, number>();
  for (const { type, value } of format.formatToParts(utc)) part.set(type, Number(value));
  const of = (type: string): number => part.get(type) ?? 0;
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return local - Math.floor(utc / 1000) * 1000;
}

/** Milliseconds that, read as UTC, give the local date and time. */
export function localTime(utc: number, zone: string): number {
  const fixed = fixedOffset(zone);
  if (fixed !== null) return utc + fixed;
  const known = OFFSETS.get(zone) ?? new Map<number, number>();
  OFFSETS.set(zone, known);
  const step = Math.floor(utc / STEP_MS);
  const offset = known.get(step) ?? namedOffset(utc, zone);
  known.set(step, offset);
  return utc + offset;
}
