/** JSON lines, arrays of objects with one on each line, and the lines of one object. */
import { decode } from './decode.ts';
import { utf8 } from './entities.ts';
import type { Fields } from './envelope.ts';

/**
 * The objects of a JSON line, the whole of it last: one, those of an array, or those that an answer holds (`results`, `hits`).
 * Fields of inner objects stand beside the outer ones. Empty when it is no JSON.
 */
export function jsonObjects(line: string): { readonly inner: readonly Fields[]; readonly whole: Fields } | null {
  const parsed = parsedLine(line);
  if (typeof parsed !== 'object' || parsed === null) return null;
  return { inner: elements(parsed, 0).map(fieldsOf), whole: fieldsOf(parsed) };
}

/** A whole document on one line, or one line of an array that is written over several. */
function parsedLine(line: string): unknown {
  for (const text of [line.trim().replace(/,$/, ''), line.replace(/^[\s[,]{1,20}/, '').replace(/[\s\],]{1,20}$/, '')]) {
    if (!/^[[{]/.test(text) || !/[\]}]$/.test(text)) continue;
    try {
      const parsed: unknown = JSON.parse(decode(text));
      return parsed;
    } catch {
      // No JSON as it stands.
    }
  }
  return null;
}

function fieldsOf(value: unknown): Fields {
  const fields = new Map<string, string>();
  collect(value, fields, 0);
  return fields;
}

/** The objects in the arrays of a value. */
function elements(value: unknown, depth: number): readonly unknown[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap(rowsOf);
  return Object.values(value).flatMap((inner) => elements(inner, depth + 1));
}

/** One element of an array; Loki answers with streams of pairs, each of a time and a line. */
function rowsOf(item: unknown): readonly unknown[] {
  if (typeof item !== 'object' || item === null) return [];
  const pairs: unknown = 'values' in item ? item.values : null;
  return Array.isArray(pairs) && pairs.length > 0 && pairs.every(Array.isArray) ? pairs : [item];
}

/** Objects in objects are followed so far: Splunk wraps the event in `result`, Elasticsearch in `_source`. */
const deepest = 4;

function collect(value: unknown, fields: Map<string, string>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  for (const [name, inner] of Object.entries(value)) {
    const key = name.toLowerCase();
    if (typeof inner === 'string' && !fields.has(key)) fields.set(key, bytesOf(inner));
    else if (typeof inner === 'number' && !fields.has(key)) fields.set(key, String(inner));
    else if (isBytes(inner)) fields.set(key, Buffer.from(inner).toString('latin1'));
    else collect(inner, fields, depth + 1);
  }
}

/** journald writes a text that is not plain ASCII as the list of its bytes. */
function isBytes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length > 8 && value.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256);
}

/** A text as UTF-8, one character per byte. */
function bytesOf(text: string): string {
  let bytes = '';
  for (const character of text) bytes += utf8(character.codePointAt(0) ?? 0x3f);
  return bytes;
}

/** One member of an object that is written over several lines. */
const member = /^\s{0,40}"([\w@.-]{1,60})"\s{0,4}:\s{0,4}("(?:[^"\\]|\\.){1,65536}"),?\s{0,20}$/;

/** The name and text of a line such as `  "_raw": "May  4 …",`; null when it is none. */
export function jsonMember(line: string): Fields | null {
  const match = member.exec(line);
  const [, name, quoted] = match ?? [];
  if (name === undefined || quoted === undefined) return null;
  try {
    const value: unknown = JSON.parse(decode(quoted));
    return typeof value === 'string' ? new Map([[name.toLowerCase(), bytesOf(value)]]) : null;
  } catch {
    return null;
  }
}

/** Where a string of JSON may begin that holds a record: `["…", "…"]`, `msg="…"`, or alone on its line. */
const opening = /(?<![\\\w"])"(?=<\d|\d{1,4}[-/.:]\d|[A-Z][a-z]{2} )/g;
const behindString = /[\s,;\]}+)]/;

/** The strings of a line that may be records: answers of Loki, what `jq` prints, `logfmt`. */
export function jsonStrings(line: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (const { index } of line.matchAll(opening)) {
    if (index < from) continue;
    from = closingQuote(line, index + 1) + 1;
    if (from === 0) break;
    if (from === line.length || behindString.test(line.charAt(from))) found.push(...stringOf(line.slice(index, from)));
  }
  return found;
}

function stringOf(quoted: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(decode(quoted));
    return typeof value === 'string' ? [bytesOf(value)] : [];
  } catch {
    return [];
  }
}

/** The quote that ends a string; -1 = none does. */
function closingQuote(line: string, from: number): number {
  for (let at = from; at < line.length; at += 1) {
    if (line.charAt(at) === '"') return at;
    if (line.charAt(at) === '\\') at += 1;
  }
  return -1;
}

/** Whether a line may hold such strings. */
export function hasJsonString(line: string): boolean {
  return line.search(opening) !== -1;
}
