/** One element of an object: set, unset, or not to be told. Unset is not false, and not told is not unset. */
import type { UnknownReason } from '#model/verdict.ts';

export type Setting<T> =
  | { readonly state: 'set'; readonly value: T }
  | { readonly state: 'unset' }
  | { readonly state: 'unknown'; readonly why: UnknownReason };

/** The value, or null where there is none that is known. */
export function known<T>(setting: Setting<T>): T | null {
  return setting.state === 'set' ? setting.value : null;
}
