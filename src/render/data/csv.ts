/** Rows as CSV (RFC 4180): fields in quotes where needed, CR LF behind each line, a header line. */
import { isDateless, isoTimeOfDay } from '#model/index.ts';
import { safe } from '#view/safe.ts';
import type { EvidenceDetail } from './evidence.ts';
import { type Cell, type Cells, groupWriter, type RowWriter } from './row.ts';
import type { TextBytes } from './text-bytes.ts';

/** Behind the columns of each table: where the record stands that says so, and what it says. */
const evidenceColumns = ['input', 'line', 'record'] as const;

export function csvHeader(columns: readonly string[]): string {
  return `${[...columns, ...evidenceColumns].join(',')}\r\n`;
}

export function csvWriter(detail: EvidenceDetail, into: TextBytes): RowWriter {
  const written = groupWriter(into, (cells) => {
    for (const cell of cells) {
      put(into, cell);
      into.byte(comma);
    }
  });
  /** The input of the last row: seldom another than that of the row before it. */
  let input: Cells = [];
  return ({ groups, evidence }) => {
    const record = evidence.at(-1);
    if (record === undefined || detail === 'none') {
      written(groups);
      return into.text(',,\r\n');
    }
    if (input[0] !== record.input) input = [record.input];
    written([...groups, input]);
    into.number(record.line);
    into.byte(comma);
    if (detail === 'text') put(into, record.text);
    into.text('\r\n');
  };
}

/** What a byte asks of the field that it stands in: nothing; nothing unless it begins it; quotes; a closer look. */
const signs = { tame: 0, inside: 1, quotes: 2, other: 3 } as const;
const signOf = new Uint8Array(256).fill(signs.other);
for (let code = 0x21; code < 0x7f; code += 1) signOf[code] = /[0-9A-Za-z([{]/u.test(String.fromCharCode(code)) ? signs.tame : signs.inside;
signOf[0x20] = signs.inside;
for (const sign of '",') signOf[sign.charCodeAt(0)] = signs.quotes;
const blank = 0x20;
const comma = 0x2c;

/**
 * What a spreadsheet would take for a formula, in its wide form too, and behind blanks, which some of them drop.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
const quoted = /[",\r\n]|^\s|\s$/u;

function put(into: TextBytes, cell: Cell): void {
  if (cell === null || cell === '') return;
  if (typeof cell === 'number') return into.number(cell);
  if (typeof cell === 'object') return isDateless(cell.at) ? into.text(isoTimeOfDay(cell.at)) : into.time(cell.at);
  const from = into.length;
  into.text(cell);
  const most = mostOf(into.bytes, from, into.length);
  if (most === signs.quotes) into.quote(from);
  if (most < signs.other) return;
  into.cut(from);
  into.text(field(cell));
}

/** What the signs of a field ask for, in all. */
function mostOf(bytes: Uint8Array, from: number, to: number): number {
  if (signOf[bytes[from] ?? 0] !== signs.tame || bytes[to - 1] === blank) return signs.other;
  let most: number = signs.tame;
  for (let at = from; at < to; at += 1) {
    const sign = signOf[bytes[at] ?? 0] ?? signs.other;
    if (sign > most) most = sign;
  }
  return most;
}

/** An apostrophe in front makes a formula a text; signs that control terminals are shown as their pictures. */
function field(text: string): string {
  // A tab or line break in front of a text is guarded before it becomes a picture, or a reader could not tell why.
  const guarded = formula.test(text) || /^[\t\r\n]/u.test(text) ? `'${safe(text)}` : safe(text);
  return quoted.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
