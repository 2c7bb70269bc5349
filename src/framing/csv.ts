/** Rows of comma-separated values (RFC 4180; also with semicolons or tabs): a quoted field may hold line breaks. */
import { type Fields, knownNames } from './envelope.ts';

/** How the rows of an export are written. */
export interface CsvShape {
  readonly delimiter: string;
  /** In lower case; empty when the export has no line of names. */
  readonly columns: readonly string[];
}

const delimiters = [',', ';', '\t'];

/** A line of names begins with one. */
const headerHint = /^\s{0,4}"?[_A-Za-z@][\w@ .()[\]\-/]{0,60}"?\s{0,4}(?:[,;\t]|$)/;

/** The names of columns in a first line, or null when it is none: a record never looks like this. */
export function csvHeader(line: string): CsvShape | null {
  if (line.length > 4096 || !headerHint.test(line) || /\d:\d\d/.test(line)) return null;
  for (const delimiter of delimiters) {
    const columns = csvRow(line.trim(), delimiter)?.map((name) => name.trim().toLowerCase());
    if (columns === undefined) continue;
    const plain = columns.every((name) => /^[\w@ .:()[\]\-/]{1,60}$/.test(name));
    const known = columns.filter((name) => knownNames.has(name)).length;
    if (plain && known > 0 && (columns.length > 1 ? known * 2 >= Math.min(columns.length, 4) : columns[0]?.startsWith('_') === true)) {
      return { delimiter, columns };
    }
  }
  return null;
}

/** Whether the quotes of a row are closed: a field with a line break is not at its end. */
export function isWholeRow(row: string): boolean {
  let quotes = 0;
  for (let at = row.indexOf('"'); at !== -1; at = row.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 0;
}

/** The fields of a row, or null when its quotes are not those of CSV. */
export function csvRow(row: string, delimiter: string): readonly string[] | null {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (row.charAt(at) === '"') {
      const end = closingQuote(row, at + 1);
      if (end === -1) return null;
      fields.push(row.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
      if (at < row.length && row.charAt(at) !== delimiter) return null;
    } else {
      const next = row.indexOf(delimiter, at);
      const end = next === -1 ? row.length : next;
      fields.push(row.slice(at, end));
      at = end;
    }
    if (at >= row.length) return fields;
    at += 1;
  }
}

function closingQuote(row: string, from: number): number {
  for (let at = row.indexOf('"', from); at !== -1; at = row.indexOf('"', at + 2)) {
    if (row.charAt(at + 1) !== '"') return at;
  }
  return -1;
}

/** A row's fields by name; without names, by number. */
export function namedFields(shape: CsvShape, row: readonly string[]): Fields {
  return new Map(row.map((field, index): [string, string] => [shape.columns[index] ?? String(index), field]));
}
