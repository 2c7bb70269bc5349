/** Redaction within the pipeline: behind the grammar, before anything is concluded, so that nothing behind it ever sees a name. */
import type { Grammar, Reading } from '#grammar/index.ts';
import { createGlob } from '#model/glob.ts';
import type { Analysis, LogRecord } from '#model/index.ts';
import type { Redaction } from '#redaction/index.ts';

/** A grammar that reads every record without its names: the record is written anew, and that is read. */
export function redactingGrammar(grammar: Grammar, redaction: Redaction): Grammar {
  function read(record: LogRecord): Reading {
    const reading = grammar.read(record);
    switch (reading.kind) {
      case 'quiet':
      case 'other':
        return reading;
      case 'unread':
        return { kind: 'unread', unread: { ...reading.unread, record: redaction.silent(record), stoppedAt: 0 } };
      case 'event': {
        const parts = grammar.takeApart(record);
        // Whatever cannot be written without its names is not read at all.
        if (parts === null) return { kind: 'other' };
        const again = grammar.read(redaction.record(record, parts));
        return again.kind === 'event' ? { ...again, rest: reading.rest } : { kind: 'other' };
      }
    }
  }
  return { ...grammar, read, raw: null, mended: null };
}

/** The pseudonyms of those whom globs mean: who writes globs knows the real names. */
export function pseudonymsOf(globs: readonly string[], redaction: Redaction): readonly string[] {
  const tests = globs.map(createGlob);
  return redaction.entries().flatMap(([pseudonym, original]) => (tests.some((matches) => matches(original)) ? [pseudonym] : []));
}

/** What framing told without asking the grammar. */
export function redactedRest(analysis: Analysis, redaction: Redaction): Analysis {
  const { inputs, unread } = analysis;
  const { alike } = unread;
  const lines = alike?.lines.map((kind) => ({ ...kind, items: kind.items.map(redaction.line) }));
  return {
    ...analysis,
    inputs: inputs.map(redaction.input),
    unread: {
      ...unread,
      lines: unread.lines.map(redaction.line),
      ...(alike === undefined || lines === undefined ? {} : { alike: { ...alike, lines } }),
    },
  };
}
