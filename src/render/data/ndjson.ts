/** Rows as NDJSON: one object a line. */
import { type EvidenceDetail, proofs } from './evidence.ts';
import { jsonText } from './json-text.ts';
import type { Row } from './row.ts';

export function ndjsonRow({ cells, evidence }: Row, detail: EvidenceDetail): string {
  return `${jsonText({ ...cells, evidence: proofs(evidence, detail) }, 0)}\n`;
}
