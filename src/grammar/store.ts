/** Checked wordings as text, for the bundle: reading them back takes a fraction of what reading and proving the grammar files does. */
import type { Wording } from './wording.ts';

/** Wordings as one line of JSON. */
export function storeWordings(wordings: readonly Wording[]): string {
  return JSON.stringify(wordings);
}

/**
 * Wordings from what {@link storeWordings} wrote.
 * @throws TypeError when it is something else: a bug of the build.
 */
export function restoreWordings(stored: string): readonly Wording[] {
  const wordings: unknown = JSON.parse(stored);
  if (areWordings(wordings)) return wordings;
  throw new TypeError('these are no stored wordings');
}

/** The door for stored wordings: their shape is that of the build which stored them, and a test keeps the bundle's current. */
function areWordings(value: unknown): value is readonly Wording[] {
  return Array.isArray(value) && value.every((item: unknown) => typeof item === 'object' && item !== null && 'parts' in item);
}
