/** Rows as NDJSON: one object a line. */
import { type EvidenceDetail, proofs } from './evidence.ts';
import { jsonText } from './json-text.ts';
import { type Cells, groupWriter, type RowWriter } from './row.ts';

export function ndjsonWriter(columns: readonly string[], detail: EvidenceDetail): RowWriter {
  const names = columns.map((name) => `${jsonText(name, 0)}:`);
  const members = (cells: Cells, column: number): string => {
    let text = '';
    for (const [index, cell] of cells.entries()) text += `${names[column + index]}${jsonText(cell, 0)},`;
    return text;
  };
  const written = groupWriter(members);
  return ({ groups, evidence }) => `{${written(groups)}"evidence":${jsonText(proofs(evidence, detail), 0)}}\n`;
}
