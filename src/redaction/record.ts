/** A record, written anew with pseudonyms. */
import { callBridge, type EventKind, iso, type LogRecord, type MessageParts } from '#model/index.ts';
import { redactedHole } from './fields.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** The record with pseudonyms instead of all that names somebody or something; its message in the spelling of its wording. */
export function redactedRecord(record: LogRecord, { event, parts }: MessageParts, pseudonyms: Pseudonyms): LogRecord {
  const message = parts
    .map((part) => (part.kind === 'words' ? part.text : redactedHole(event, part.field, part.type, part.text, pseudonyms)))
    .join('');
  const host = record.host === null || record.host === '' ? record.host : pseudonyms.of('call-bridge', record.host);
  const known = { ...record, input: redactedInput(record.input, pseudonyms), host, message };
  return { ...known, text: `${head(known, event)}${message}` };
}

export function redactedInput(name: string, pseudonyms: Pseudonyms): string {
  return name === '-' ? name : pseudonyms.of('log', name);
}

/**
 * The head of a record in one form for all framings: ISO 8601 in UTC, so that it is read to the same instant anywhere and in any year, whatever
 * the log it came from left open. Only its facility and level are those of the event, not of the record.
 */
function head({ at, precision, host, process }: LogRecord, event: EventKind): string {
  const name = process.replace(/\[\d+\]$/u, '');
  const stamp = at === null ? '' : `${precision === 1000 ? `${iso(at).slice(0, 19)}Z` : iso(at)} ${facilityOf(event)} `;
  const bridge = host === null || host === '' ? '' : `${host} `;
  return `${stamp}${bridge}${name === '' ? callBridge : name}: INFO : `;
}

/** As seen: joining and leaving of spaces, and what the API does, go to another facility than the rest. */
function facilityOf(event: EventKind): string {
  const local = event === 'participant-joined-space' || event === 'participant-left-space' || event.startsWith('api-');
  return local ? 'local0.info' : 'user.info';
}
