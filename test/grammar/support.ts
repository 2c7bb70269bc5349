/** Records and readings for the grammar's tests. */
import { compileGrammar, type Grammar, type GrammarSource, type Reading, readGrammarFiles } from '#grammar/index.ts';
import { callBridge, type LogRecord } from '#model/index.ts';

export const sources: readonly GrammarSource[] = readGrammarFiles();

/** The package's own grammar. */
export const grammar: Grammar = compileGrammar(sources);

/** A record with nothing but a message. */
export function record(message: string, process: string = callBridge): LogRecord {
  return {
    input: 'test.log',
    line: 1,
    text: message,
    at: null,
    stampBasis: 'stamp',
    precision: 1,
    host: null,
    process,
    message,
    framing: 'headless',
    order: 0,
  };
}

/** The examples of the package's grammar files, with the process that writes them. */
export const examples: readonly { readonly text: string; readonly process: string; readonly place: string }[] = sources.flatMap(
  ({ name, text }) => {
    let process: string = callBridge;
    return text.split('\n').flatMap((line, index) => {
      if (/^(event|quiet)\b/.test(line)) process = callBridge;
      process = /^\s+process (\S+)/.exec(line)?.[1] ?? process;
      const example = /^\s+> (.*)$/.exec(line)?.[1];
      return example === undefined ? [] : [{ text: example, process, place: `${name}:${index + 1}` }];
    });
  },
);

/** What a reading says, without its record. */
export function said(reading: Reading): Readonly<Record<string, unknown>> {
  switch (reading.kind) {
    case 'event': {
      const { record: _, ...fields } = reading.event;
      return reading.rest === 0 ? fields : { ...fields, rest: reading.rest };
    }
    case 'unread': {
      const { record: _, ...rest } = reading.unread;
      return { unread: rest };
    }
    default:
      return { kind: reading.kind };
  }
}

/** What a message says. */
export function read(message: string, process?: string): Readonly<Record<string, unknown>> {
  return said(grammar.read(record(message, process)));
}
