/** JSON lines, arrays of objects with one on each line, and the lines of one object. */
import { decode } from './decode.ts';
import { utf8 } from './entities.ts';
import type { Fields } from './envelope.ts';

/** The fields of a JSON line, also one line of an array; null when it is no JSON object. Fields of inner objects stand beside the outer ones. */
export function jsonFields(line: string): Fields | null {
  const text = line.replace(/^[\s[,]{1,20}/, '').replace(/[\s\],]{1,20}$/, '');
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  try {
    const parsed: unknown = JSON.parse(decode(text));
    const fields = new Map<string, string>();
    collect(parsed, fields, 0);
    return fields;
  } catch {
    return null;
  }
}

/** Objects in objects are followed so far: Splunk wraps the event in `result`, Elasticsearch in `_source`. */
const deepest = 4;

function collect(value: unknown, fields: Map<string, string>, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  for (const [name, inner] of Object.entries(value)) {
    const key = name.toLowerCase();
    if (typeof inner === 'string' && !fields.has(key)) fields.set(key, bytesOf(inner));
    else if (typeof inner === 'number' && !fields.has(key)) fields.set(key, String(inner));
    else collect(inner, fields, depth + 1);
  }
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
