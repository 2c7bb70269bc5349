/** Times. Everything behind framing is an {@link Instant}; local time never leaves `framing/clock`. */

declare const unit: unique symbol;

/** A moment: milliseconds since 1970-01-01T00:00:00Z, whole, UTC. */
export type Instant = number & { readonly [unit]: 'ms UTC' };

/** A stretch of time; `null` = the log does not tell (before it starts, after it ends). */
export interface Span {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** Whether a number can be an instant that JavaScript dates can write. */
export function isInstant(ms: number): ms is Instant {
  return Number.isInteger(ms) && Math.abs(ms) <= 8.64e15;
}

/**
 * The instant of so many milliseconds (UTC).
 * @throws RangeError when it is no whole number or beyond what a date can be: a bug of the caller.
 */
export function instant(ms: number): Instant {
  if (isInstant(ms)) return ms;
  throw new RangeError(`${ms} is not a number of whole milliseconds that a date can hold`);
}

/** A day of no year in particular, for times of day of which nobody knows the date: no Call Bridge is as old. */
export const datelessDay = Date.UTC(1970, 5, 15);
const firstDated = Date.UTC(1971, 0, 1);

/** Whether only the time of day is known, and how far apart such instants are. */
export function isDateless(at: Instant): boolean {
  return at < firstDated;
}

const dayLength = 86_400_000;
/** The day that was written last: most instants of an export are of the same one. */
let written = { day: 0, text: '1970-01-01T' };

/** ISO 8601, UTC, with milliseconds: the form of the export. */
export function iso(at: Instant): string {
  const day = Math.floor(at / dayLength);
  if (day !== written.day) written = { day, text: new Date(at).toISOString().slice(0, -13) };
  const ms = at - day * dayLength;
  const seconds = Math.floor(ms / 1000);
  // Put together from few pieces: there are two of these texts in every row of an export.
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.`;
  return `${written.text}${clock}${three(ms % 1000)}`;
}

/** The time of day, in the same form: `08:15:00.000`. */
export function isoTimeOfDay(at: Instant): string {
  return iso(at).slice(11, 23);
}

const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

function two(value: number): string {
  return twoDigits[value] ?? '';
}

function three(ms: number): string {
  return ms < 10 ? `00${ms}Z` : ms < 100 ? `0${ms}Z` : `${ms}Z`;
}
