/** Rows as NDJSON: one object a line. */
import { type EvidenceDetail, proofs } from './evidence.ts';
import { jsonText, timeText } from './json-text.ts';
import { type Cell, groupWriter, type RowWriter } from './row.ts';
import type { TextBytes } from './text-bytes.ts';

export function ndjsonWriter(columns: readonly string[], detail: EvidenceDetail, into: TextBytes): RowWriter {
  const names = columns.map((name) => `${jsonText(name, 0)}:`);
  const written = groupWriter(into, (cells, column) => {
    for (const [index, cell] of cells.entries()) into.text(`${names[column + index]}${jsonOf(cell)},`);
  });
  return ({ groups, evidence }) => {
    into.text('{');
    written(groups);
    into.text(`"evidence":${jsonText(proofs(evidence, detail), 0)}}\n`);
  };
}

function jsonOf(cell: Cell): string {
  return jsonText(typeof cell === 'object' && cell !== null ? timeText(cell.at) : cell, 0);
}
