/** Takes records out of exports: recognises JSON and CSV line by line, also in the middle of other text. */
import { type CsvShape, csvHeader, csvRow, isWholeRow, namedFields } from './csv.ts';
import { type Fields, recordIn } from './envelope.ts';
import { hasJsonString, jsonMember, jsonObjects, jsonStrings } from './json.ts';

/** What became of a line. */
export type Unwrapped =
  /** It is no part of an export. */
  | null
  /** Names of columns, brackets around objects, or a row that goes on in the next line. */
  | 'nothing'
  | { readonly envelope: 'json' | 'csv'; readonly text: string; readonly line: number }
  /** These lines looked like the beginning of a row, but were none. */
  | { readonly envelope: null; readonly lines: readonly { readonly text: string; readonly line: number }[] };

export interface Unwrapper {
  unwrap(text: string, line: number): Unwrapped;
  /** Lines that wait for the end of their row. */
  rest(): Unwrapped;
  /** Whether a line looks like the beginning of an export. */
  isSuspect(text: string): boolean;
  /** Whether plain lines have to be shown too: the rows of an export may begin like a record. */
  wantsAll(): boolean;
}

/** A row of CSV over more lines than this is none. */
const longestRow = 200;
const punctuation = /^[\s[\]{},]{1,40}$/;
/** A line of an object that is written over several: it may hold any value. */
const anyMember = /^\s{0,40}"[^"]{1,60}"\s{0,4}:\s{0,4}(?:"(?:[^"\\]|\\.){0,65536}"|[-\w.+]{1,40}|[[{]|\[\]|\{\}),?\s{0,20}$/;
const memberHint = /^\s{0,40}"[^"]{1,60}"\s{0,4}:/;
/** A line that opens an array or an object, and holds nothing else. */
const opening = /^\s{0,40}(?:\[|\{|\[\s{0,4}\{)\s{0,4}$/;
const jsonStart = /^\s{0,40}[[,]?\s{0,40}\{/;
/** fluentd writes `TIME TAG: {"message": …}`. */
const tagged = /^[\d T:.+Z-]{19,40} {0,2}[\w.-]{1,80}: {0,4}(?=\{")/;

function behindTag(text: string): number {
  return text.endsWith('}') ? (tagged.exec(text)?.[0].length ?? -1) : -1;
}
/** A field that begins with a date where no names of columns told of CSV. */
const quotedRecord = /(?:^|[,;\t])"(?=<\d|\d{1,4}[-/.:]\d|[A-Z][a-z][a-z] )/;

/** A date and a time in columns of their own. Tabs alone are blanks of a record. */
const columns = /^"?\d{4}-\d\d-\d\d"?(?:[,;]"?|\t(?="|[^"]{0,300}\t"))\d\d:\d\d:\d\d/;

export interface UnwrapperOptions {
  /** Whether a text begins with a head. */
  isRecord(text: string): boolean;
  /** How many heads stand in a text. */
  heads(text: string): number;
}

export function createUnwrapper({ isRecord, heads }: UnwrapperOptions): Unwrapper {
  let csv: CsvShape | null = null;
  let inJson = false;
  let held: { readonly text: string; readonly line: number }[] = [];

  const release = (): Unwrapped => {
    const lines = held;
    held = [];
    return lines.length === 0 ? null : { envelope: null, lines };
  };

  const row = (shape: CsvShape): Unwrapped => {
    const text = held.map((part) => part.text).join('\n');
    if (!isWholeRow(text)) return held.length < longestRow ? 'nothing' : release();
    const fields = csvRow(text, shape.delimiter);
    const record = fields === null ? null : recordOf(namedFields(shape, fields));
    const line = held[0]?.line ?? 0;
    if (record === null) return release();
    held = [];
    return { envelope: 'csv', text: record, line };
  };

  const recordOf = (fields: Fields): string | null => recordIn(fields, isRecord);

  const fromJson = (text: string, line: number): Unwrapped => {
    const start = jsonStart.test(text) ? 0 : behindTag(text);
    const object = start === -1 ? null : jsonObjects(text.slice(start));
    const member = object === null && memberHint.test(text) ? jsonMember(text) : null;
    const inner = object?.inner.flatMap((fields) => recordOf(fields) ?? []) ?? [];
    const fields = object?.whole ?? member;
    const record = inner.length > 0 ? inner.join('\n') : fields === null ? null : recordOf(fields);
    if (record !== null) {
      inJson = true;
      return { envelope: 'json', text: record, line };
    }
    if (opening.test(text)) inJson = true;
    return inJson && (punctuation.test(text) || anyMember.test(text)) ? 'nothing' : null;
  };

  const unwrap: Unwrapper['unwrap'] = (text, line) => {
    if (held.length > 0 && csv !== null) {
      held.push({ text, line });
      return row(csv);
    }
    const json = fromJson(text, line);
    if (json !== null) return json;
    const header = csvHeader(text);
    if (header !== null) {
      csv = header;
      return 'nothing';
    }
    if (csv !== null && (csv.columns.length > 0 || quotedRecord.test(text))) {
      held.push({ text, line });
      return row(csv);
    }
    if (csv === null && (quotedRecord.test(text) || columns.test(text)) && isWholeRow(text)) {
      const found = bareRow(text, line);
      if (found !== null) return found;
    }
    return fromStrings(text, line);
  };

  /**
   * Records in strings of JSON, also beside each other and behind other text. Where records stand outside of them, too, the quotes are
   * those of names, between records that were joined.
   */
  const fromStrings = (text: string, line: number): Unwrapped => {
    const records = jsonStrings(text).filter(isRecord);
    if (records.length === 0 || isMore(text, records)) return null;
    inJson = true;
    return { envelope: 'json', text: records.join('\n'), line };
  };

  const isMore = (text: string, records: readonly string[]): boolean =>
    heads(text) > records.reduce((sum, record) => sum + heads(record), 0);

  /** A row without names of columns before it. */
  const bareRow = (text: string, line: number): Unwrapped => {
    for (const delimiter of [',', ';', '\t']) {
      const shape: CsvShape = { delimiter, columns: [] };
      const fields = csvRow(text, delimiter);
      const record = fields === null ? null : recordOf(namedFields(shape, fields));
      // A quoted word, and the record behind it on the same line: no row.
      if (record !== null && fields !== null && !columns.test(text) && isMore(text, fields.filter(isRecord))) continue;
      if (record !== null && (columns.test(text) || text.includes(`"${record.slice(0, 16)}`)))
        return { envelope: 'csv', text: record, line };
    }
    return null;
  };

  const isSuspect: Unwrapper['isSuspect'] = (text) =>
    jsonStart.test(text) || behindTag(text) !== -1 || memberHint.test(text) || hasJsonString(text);

  return { unwrap, rest: release, isSuspect, wantsAll: () => csv !== null };
}
