/** The constant time that guests wait at the PIN prompt: the sign of scenario 3 (inferred from the seed's log). */
import type { AddressUse, Entry, Inference } from '#model/behaviour.ts';
import { confidenceOf, times } from './confidence.ts';
import { limits } from './limits.ts';

/** In milliseconds: prompt and `passcodeTimeout` together; of the address that most guests called. */
export function pinWait(addresses: readonly AddressUse[]): Inference<number> | null {
  let best: { readonly use: AddressUse; readonly entry: Entry } | null = null;
  for (const use of addresses) {
    const entry = use.guestEntry;
    if (entry?.kind === 'constant' && (best === null || entry.seen > best.entry.seen)) best = { use, entry };
  }
  if (best === null) return null;
  const { entry, use } = best;
  const others = entry.others === 0 ? '' : `, ${times(entry.others)} another time`;
  return {
    value: Math.round((entry.shortestMs + entry.longestMs) / 2),
    confidence: confidenceOf(entry.seen, entry.others / 2, 3),
    seen: entry.seen,
    against: entry.others,
    because: `guests who called ${use.address} joined ${seconds(entry)} after their call came in; seen ${times(entry.seen)}${others}`,
    evidence: use.evidence.slice(0, 2 * Math.min(entry.seen, limits.examples)),
  };
}

/** `13.16 s`, `13.16 to 13.31 s`. */
export function seconds({ shortestMs, longestMs }: Entry): string {
  const from = (shortestMs / 1000).toFixed(2);
  const to = (longestMs / 1000).toFixed(2);
  return from === to ? `${from} s` : `${from} to ${to} s`;
}
