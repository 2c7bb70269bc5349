/** Which raw lines the screen needs, and what is at hand of them. */
import type { Inspector } from './state.ts';

export interface LineNeed {
  readonly input: string;
  readonly first: number;
  readonly count: number;
}

/** The lines around the place looked at; null = none, or those at hand suffice. */
export function needOf({ place, lines, size }: Inspector): LineNeed | null {
  if (place === null) return null;
  const around = size.rows;
  const first = Math.max(1, place.line - around);
  const last = place.line + around;
  if (lines !== null && lines.input === place.input && lines.first <= first) {
    const end = lines.first + lines.lines.length - 1;
    if (end >= last || lines.missing !== null || (lines.total !== null && end >= lines.total)) return null;
  }
  // A few screens at once: the next keys find them at hand.
  return { input: place.input, first: Math.max(1, first - 2 * around), count: 6 * around };
}

/** A raw line; null = it is not at hand. */
export function lineAt({ lines, place }: Inspector, line: number): string | null {
  if (lines === null || place === null || lines.input !== place.input) return null;
  return lines.lines[line - lines.first] ?? null;
}
