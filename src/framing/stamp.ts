/** A stamp as it stands in a head: local time of the server, with whatever the head leaves out as null. */
export interface Stamp {
  readonly year: number | null;
  /** 1 to 12; null = the head shows no date. */
  readonly month: number | null;
  readonly day: number | null;
  /** Milliseconds since midnight; null = the stamp is lost. */
  readonly time: number | null;
  readonly precision: 1 | 1000;
  /** Minutes east of UTC, where the stamp says so (relays write it, CMS does not). */
  readonly offset: number | null;
}

export const noStamp: Stamp = { year: null, month: null, day: null, time: null, precision: 1000, offset: null };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Parts = Readonly<Record<string, string | undefined>>;

/** The stamp of the named groups `year month day hour minute second fraction zone` of a head's expression. */
export function stampOf(parts: Parts): Stamp {
  const fraction = parts['fraction'];
  return {
    year: numberOf(parts['year']),
    month: monthOf(parts['month']),
    day: numberOf(parts['day']),
    time: timeOf(parts, fraction),
    precision: fraction === undefined ? 1000 : 1,
    offset: offsetOf(parts['zone']),
  };
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function monthOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const byName = months.indexOf(text.toLowerCase()) + 1;
  return byName > 0 ? byName : Number(text);
}

function timeOf(parts: Parts, fraction: string | undefined): number | null {
  const { hour, minute, second } = parts;
  if (hour === undefined || minute === undefined || second === undefined) return null;
  const ms = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  return ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms;
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
}
