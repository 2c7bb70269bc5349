/** Records that were mended, read as bytes: what they say is handed on like that of records without damage, without an event being made. */
import { newRawRecord } from '#framing/index.ts';
import { createTextPage, type RawEvent, type RawGrammar } from '#grammar/index.ts';
import type { LogRecord, RawRecord } from '#model/index.ts';

/** Takes an event and its record, which hold until it returns. */
export type TakeRaw = (event: RawEvent, record: RawRecord) => void;

/** false = the record has to be read as a text. */
export type MendedReader = (record: LogRecord, take: TakeRaw) => boolean;

export function createMendedReader(grammar: RawGrammar): MendedReader {
  const raw = newRawRecord('');
  const write = createTextPage();

  return (record, take) => {
    const { text, message } = record;
    if (message.includes('\n') || !text.endsWith(message)) return false;
    const written = write(text);
    if (written === null) return false;
    const { bytes, length: to, isAscii } = written;
    const from = to - (isAscii ? message.length : Buffer.byteLength(message));
    const event = grammar.read(record.process, bytes, from, to);
    if (event === null) return false;
    raw.input = record.input;
    raw.line = record.line;
    raw.at = record.at;
    raw.stampBasis = record.stampBasis;
    raw.precision = record.precision;
    raw.host = record.host;
    raw.process = record.process;
    raw.framing = record.framing;
    raw.order = record.order;
    raw.bytes = bytes;
    raw.from = 0;
    raw.message = from;
    raw.to = to;
    take(event, raw);
    return true;
  };
}
