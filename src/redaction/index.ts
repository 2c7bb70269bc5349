/** Records → the same records without names: the door of redaction. */
import type { InputSummary, LogRecord, MessageParts, UnparsedLine } from '#model/index.ts';
import { createPseudonyms } from './pseudonyms.ts';
import { redactedInput, redactedRecord } from './record.ts';
import { removed } from './words.ts';

export { redactedLog } from './log.ts';

/** One for a run: what it replaces, it replaces the same way everywhere. */
export interface Redaction {
  /** A record that is an event. */
  record(record: LogRecord, parts: MessageParts): LogRecord;
  /** A record that is none: nothing is known of what its words mean, so that none stays. */
  silent(record: LogRecord): LogRecord;
  line(line: UnparsedLine): UnparsedLine;
  input(input: InputSummary): InputSummary;
  /** What an input is called in everything that is redacted. */
  inputName(name: string): string;
  /** What a pseudonym stands for; any other text as it is. For those who ask by the names that they know. */
  original(text: string): string;
  /** All pseudonyms with what they stand for. */
  entries(): readonly (readonly [pseudonym: string, original: string])[];
}

export function createRedaction(): Redaction {
  const pseudonyms = createPseudonyms();
  const bridge = (host: string | null): string | null => (host === null || host === '' ? host : pseudonyms.of('call-bridge', host));
  return {
    record: (record, parts) => redactedRecord(record, parts, pseudonyms),
    silent: (record) => ({
      ...record,
      input: redactedInput(record.input, pseudonyms),
      host: bridge(record.host),
      message: removed,
      text: removed,
    }),
    line: ({ input, line }) => ({ input: redactedInput(input, pseudonyms), line, text: removed }),
    input: (input) => ({ ...input, name: redactedInput(input.name, pseudonyms), hosts: input.hosts.map((host) => bridge(host) ?? host) }),
    inputName: (name) => redactedInput(name, pseudonyms),
    original: pseudonyms.original,
    entries: pseudonyms.entries,
  };
}
