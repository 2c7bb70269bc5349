/** Records → events, by the compiled grammar: what was understood, or where it stopped. */
import { vocabulary, type CmsEvent, type EventKind, type LogRecord, type Unread } from '#model/index.ts';
import { tokensOfOurs } from './anchors.ts';
import type { Compiled, Parsed } from './compile.ts';
import { expectedAt } from './expected.ts';
import type { Leaf } from './tree.ts';
import { valueIn, type Value } from './value.ts';
import { unnamed } from './wording.ts';

export type Reading =
  /** `rest`: lines at the end of the message that are not part of it (prose behind the log). */
  | { readonly kind: 'event'; readonly event: CmsEvent; readonly rest: number }
  /** Begins like a known wording, but is none. */
  | { readonly kind: 'unread'; readonly unread: Unread }
  /** Known, without meaning here. */
  | { readonly kind: 'quiet' }
  /** Nothing of ours. */
  | { readonly kind: 'other' };

/** A message longer than this many lines is read up to there: no wording has so many, and prose may have thousands. */
export const lineLimit = 64;

/** Reads a record with chevrotain: the reference for every faster way. */
export function readParsed(compiled: Compiled, record: LogRecord): Reading {
  const parsed = compiled.parse(processOf(record), firstLines(record.message));
  if (parsed === null) return { kind: 'other' };
  return parsed.kind === 'read' ? understood(record, parsed) : stopped(record, parsed);
}

/** The process without its pid: `streamer-sip[2209]`. */
export function processOf({ process }: LogRecord): string {
  return process.endsWith(']') ? process.replace(/\[\d+\]$/, '') : process;
}

function firstLines(message: string): string {
  let end = message.indexOf('\n');
  for (let line = 1; end !== -1 && line < lineLimit; line++) end = message.indexOf('\n', end + 1);
  return end === -1 ? message : message.slice(0, end);
}

function understood(record: LogRecord, { leaf, slices, end }: Extract<Parsed, { kind: 'read' }>): Reading {
  const { event: kind } = leaf.wording;
  if (kind === null) return { kind: 'quiet' };
  const values = leaf.slots.map(({ type }, index) => valueIn(type, slices[index] ?? ''));
  return { kind: 'event', event: eventOf(kind, leaf, values, record), rest: record.message.slice(end).split('\n').length - 1 };
}

function stopped(record: LogRecord, { at, node, tokens }: Extract<Parsed, { kind: 'stopped' }>): Reading {
  if (tokens < tokensOfOurs) return { kind: 'other' };
  const [only, ...others] = node.kinds;
  const begins = others.length === 0 ? (only ?? null) : null;
  return { kind: 'unread', unread: { record, begins, stoppedAt: at, expected: expectedAt(node) } };
}

/** An event from the values of a wording's holes, in order. */
export function eventOf(kind: EventKind, { slots, constants }: Leaf, values: readonly Value[], record: LogRecord): CmsEvent {
  const event: Record<string, unknown> = { kind, record };
  for (const field of Object.keys(vocabulary[kind])) event[field] = constants[field] ?? null;
  for (const [index, { name }] of slots.entries()) if (name !== unnamed) event[name] = values[index] ?? null;
  if (isEvent(event)) return event;
  throw new TypeError(`no event is called ${kind}`);
}

/**
 * The door at which read fields become an event: that their names and types are those of the vocabulary was checked for each wording when the
 * grammar files were loaded (`check.ts`), and is not asked of each record again.
 */
function isEvent(fields: Readonly<Record<string, unknown>>): fields is CmsEvent {
  return typeof fields['kind'] === 'string' && Object.hasOwn(vocabulary, fields['kind']);
}
