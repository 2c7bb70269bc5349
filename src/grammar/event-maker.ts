/**
 * Events made by code of their own kind: V8 gives all objects that one place in a program makes one shape, and reads them fast. The code is
 * derived from the vocabulary, which no grammar file can add to; nothing of a log gets into it.
 */
import { type EventKind, type LogRecord, vocabulary } from '#model/index.ts';

/** @param values - of the fields of the vocabulary, in their order */
export type EventMaker = (record: LogRecord, values: readonly unknown[]) => Readonly<Record<string, unknown>>;

export function eventMaker(kind: EventKind): EventMaker {
  const names = Object.keys(vocabulary[kind]);
  let make: EventMaker = (record, values) => ({ kind, record, ...Object.fromEntries(names.map((name, at) => [name, values[at]])) });
  let made = 0;
  return (record, values) => {
    made += 1;
    if (made === worthIt) make = compiled(kind, names) ?? make;
    return make(record, values);
  };
}

/** To compile takes as long as to make a hundred events without it. */
const worthIt = 100;

/** null where Node was told to make no code of texts. */
function compiled(kind: EventKind, names: readonly string[]): EventMaker | null {
  const fields = names.map((name, index) => `${JSON.stringify(name)}: values[${index}]`);
  try {
    const make: unknown = new Function('record', 'values', `return { kind: ${JSON.stringify(kind)}, record, ${fields.join(', ')} }`);
    return isMaker(make) ? make : null;
  } catch (error) {
    if (error instanceof EvalError) return null;
    throw error;
  }
}

function isMaker(made: unknown): made is EventMaker {
  return typeof made === 'function';
}
