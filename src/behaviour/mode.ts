/** `deactivationMode` and `deactivationModeTime`, read off what happened to guests after the last host left. */
import type { Aftermath, Inference, LastHostLeft } from '#model/behaviour.ts';
import type { DeactivationMode } from '#model/verdict.ts';
import { confidenceOf, times } from './confidence.ts';
import { limits } from './limits.ts';

interface Reading {
  readonly mode: DeactivationMode;
  readonly aftermath: Aftermath;
  /** How often it has to be seen to be probable: returns have lines of their own, the others are conclusions. */
  readonly enough: number;
  readonly says: string;
}

const readings: readonly Reading[] = [
  { mode: 'deactivate', aftermath: 'returned', enough: 1, says: 'guests were sent back to the lobby' },
  { mode: 'disconnect', aftermath: 'disconnected', enough: 3, says: "the Call Bridge ended the guests' calls together" },
  {
    mode: 'remainActivated',
    aftermath: 'stayed',
    enough: 3,
    says: 'guests stayed active for more than a minute (or deactivationModeTime is longer)',
  },
];

export function deactivationMode(departures: readonly LastHostLeft[]): Inference<DeactivationMode> | null {
  const told = departures.filter(tells);
  const shown = readings.map((reading) => ({ reading, found: told.filter(({ aftermath }) => aftermath === reading.aftermath) }));
  const [best] = shown.sort((a, b) => b.found.length - a.found.length);
  if (best === undefined || best.found.length === 0) return null;
  const seen = best.found.length;
  const against = told.length - seen;
  const otherwise = against === 0 ? '' : `, and ${times(against)} something else happened`;
  return {
    value: best.reading.mode,
    confidence: confidenceOf(seen, against, best.reading.enough),
    seen,
    against,
    because: `after the last host left, ${best.reading.says}; seen ${times(seen)}${otherwise}`,
    evidence: best.found.flatMap(({ evidence }) => evidence).slice(0, limits.evidence),
  };
}

/** A short stay may still be the time before guests are sent back. */
function tells({ aftermath, delayMs }: LastHostLeft): boolean {
  return aftermath !== 'stayed' || (delayMs !== null && delayMs >= limits.remains);
}

/** In milliseconds, to the whole second. Only where leaving and effect stand in the log of one host. */
export function deactivationModeTime(departures: readonly LastHostLeft[]): Inference<number> | null {
  const measured = departures.filter(({ aftermath, delayMs }) => aftermath !== 'stayed' && delayMs !== null);
  const [best] = candidates(measured)
    .map((value) => ({ value, found: measured.filter((departure) => fits(departure, value)) }))
    .sort((a, b) => b.found.length - a.found.length || a.value - b.value);
  if (best === undefined || best.found.length === 0) return null;
  const { value, found } = best;
  const against = measured.length - found.length;
  const otherwise = against === 0 ? '' : `, ${times(against)} at another time`;
  const when = value === 0 ? 'at once' : `${value / 1000} s`;
  return {
    value,
    confidence: confidenceOf(found.length, against, 2),
    seen: found.length,
    against,
    because: `the state of guests changed ${when} after the last host left; seen ${times(found.length)}${otherwise}`,
    evidence: found.flatMap(({ evidence }) => evidence).slice(0, limits.evidence),
  };
}

/** The times that were seen most, a few: a log of weeks may hold as many different ones as departures. */
function candidates(measured: readonly LastHostLeft[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const { delayMs } of measured) {
    if (delayMs === null) continue;
    const whole = Math.max(0, Math.round(delayMs / 1000)) * 1000;
    counts.set(whole, (counts.get(whole) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 10)
    .map(([value]) => value);
}

/** Two stamps of whole seconds differ by up to a second from what lies between them. */
function fits({ at, effectAt, delayMs }: LastHostLeft, value: number): boolean {
  const coarse = at !== null && at % 1000 === 0 && effectAt % 1000 === 0;
  return delayMs !== null && Math.abs(delayMs - value) <= (coarse ? 1000 : limits.wholeSecond);
}
