/** One way in which an export is not the truth. */
import type { Leg } from '../world.ts';

export interface Difference {
  /** One line that a person understands. */
  readonly what: string;
  readonly leg: Leg | null;
  /** Stamp around which to look into the log. */
  readonly at: number | null;
  /** Drawn lanes, where they tell more. */
  readonly drawing: string | null;
}

export function iso(at: number | null): string {
  if (at === null || !Number.isFinite(at)) return String(at);
  return new Date(at).toISOString().slice(0, 23);
}

export function say(value: unknown): string {
  return typeof value === 'number' && value > 1e11 ? iso(value) : JSON.stringify(value);
}
