/** Rows as CSV (RFC 4180): fields in quotes where needed, CR LF behind each line, a header line. */
import { safe } from '#view/safe.ts';
import type { EvidenceDetail } from './evidence.ts';
import type { Cell, Row } from './row.ts';

/** Behind the columns of each table: where the record stands that says so, and what it says. */
const evidenceColumns = ['input', 'line', 'record'] as const;

export function csvHeader(columns: readonly string[]): string {
  return csvLine([...columns, ...evidenceColumns]);
}

export function csvRow({ cells, evidence }: Row, columns: readonly string[], detail: EvidenceDetail): string {
  const record = detail === 'none' ? undefined : evidence.at(-1);
  let line = '';
  for (const column of columns) line += `${field(cells[column] ?? null)},`;
  line += `${field(record?.input ?? null)},${field(record?.line ?? null)},`;
  return `${line}${field(detail === 'text' ? (record?.text ?? null) : null)}\r\n`;
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(field).join(',')}\r\n`;
}

/**
 * What a spreadsheet would take for a formula, in its wide form too, and behind blanks, which some of them drop.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
const quoted = /[",\r\n]|^\s|\s$/u;

/** What is none of these: printable ASCII that begins with a letter, a digit or a bracket, and ends with a sign. Most cells are. */
const plain = /^[0-9A-Za-z([{][ !#-+\--~]*(?<! )$/u;

/** An apostrophe in front makes a formula a text; signs that control terminals are shown as their pictures. */
function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (plain.test(cell)) return cell;
  // A tab or line break in front of a text is guarded before it becomes a picture, or a reader could not tell why.
  const guarded = formula.test(cell) || /^[\t\r\n]/u.test(cell) ? `'${safe(cell)}` : safe(cell);
  return quoted.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
