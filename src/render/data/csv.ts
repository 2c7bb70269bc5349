/** Rows as CSV (RFC 4180): fields in quotes where needed, CR LF behind each line, a header line. */
import { safe } from '#view/safe.ts';
import type { EvidenceDetail } from './evidence.ts';
import { type Cell, type Cells, groupWriter, type RowWriter } from './row.ts';

/** Behind the columns of each table: where the record stands that says so, and what it says. */
const evidenceColumns = ['input', 'line', 'record'] as const;

export function csvHeader(columns: readonly string[]): string {
  return `${[...columns, ...evidenceColumns].map(field).join(',')}\r\n`;
}

export function csvWriter(detail: EvidenceDetail): RowWriter {
  const written = groupWriter(fields);
  return ({ groups, evidence }) => {
    const line = written(groups);
    const record = evidence.at(-1);
    if (record === undefined || detail === 'none') return `${line},,\r\n`;
    return `${line}${field(record.input)},${record.line},${detail === 'text' ? field(record.text) : ''}\r\n`;
  };
}

/** Each with a comma behind it. */
function fields(cells: Cells): string {
  let text = '';
  for (const cell of cells) text += `${field(cell)},`;
  return text;
}

/** Printable ASCII that begins with a letter, a digit or a bracket, and does not end with a blank: what most cells are, and all that may need quotes. */
const tame = /^[0-9A-Za-z([{][ -~]*(?<! )$/u;

/**
 * What a spreadsheet would take for a formula, in its wide form too, and behind blanks, which some of them drop.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
const quoted = /[",\r\n]|^\s|\s$/u;

/** An apostrophe in front makes a formula a text; signs that control terminals are shown as their pictures. */
function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (tame.test(cell)) return cell.includes('"') || cell.includes(',') ? inQuotes(cell) : cell;
  // A tab or line break in front of a text is guarded before it becomes a picture, or a reader could not tell why.
  const guarded = formula.test(cell) || /^[\t\r\n]/u.test(cell) ? `'${safe(cell)}` : safe(cell);
  return quoted.test(guarded) ? inQuotes(guarded) : guarded;
}

function inQuotes(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
