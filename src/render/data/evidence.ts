/** How much of the log data repeat. */
import type { Evidence } from '#model/index.ts';

/** Whole records, their places, nothing. */
export type EvidenceDetail = 'text' | 'lines' | 'none';

/** `lines` keeps the places and leaves the text empty: the contract's schema wants the field. */
export function proofs(evidence: readonly Evidence[], detail: EvidenceDetail) {
  if (detail === 'none') return [];
  return evidence.map(({ input, line, text }) => ({ input, line, text: detail === 'text' ? text : '' }));
}
