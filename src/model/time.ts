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

/** ISO 8601, UTC, with milliseconds: the form of the export. */
export function iso(at: Instant): string {
  return new Date(at).toISOString();
}
