/** Records → events: what a parser understood, or where it stopped, in the words of the model. */
import { type CmsEvent, type EventKind, type LogRecord, type Unread, vocabulary } from '#model/index.ts';
import { type EventMaker, eventMaker } from './event-maker.ts';
import { expectedAt } from './expected.ts';
import type { Parsed, Parser, Stopped, Understood } from './parsed.ts';
import { countOf } from './signs.ts';
import { eventsAt, type Leaf, type Node } from './tree.ts';
import { valueIn } from './value.ts';
import type { HoleType } from './wording.ts';

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

const quiet: Reading = { kind: 'quiet' };
const other: Reading = { kind: 'other' };

/** Parsers of the same wordings; the first that does not decline (`undefined`) decides. */
export type Parsers = readonly ((...message: Parameters<Parser>) => Parsed | null | undefined)[];

/** How records are read by parsers. */
export function readerOf(parsers: Parsers): (record: LogRecord) => Reading {
  const shapes = new Map<Leaf, Shape | null>();
  const expectations = new Map<Node, Pick<Unread, 'begins' | 'expected'>>();
  return (record) => {
    const process = processOf(record);
    const message = firstLines(record.message);
    for (const parse of parsers) {
      const parsed = parse(process, message);
      if (parsed === undefined) continue;
      if (parsed === null) return other;
      return parsed.kind === 'understood'
        ? understood(record, parsed, kept(shapes, parsed.leaf, shapeOf))
        : stopped(record, parsed, expectations);
    }
    return other;
  };
}

/** The process without its pid: `streamer-sip[2209]`. */
export function processOf({ process }: Pick<LogRecord, 'process'>): string {
  return process.endsWith(']') ? process.replace(/\[\d+\]$/, '') : process;
}

export function firstLines(message: string): string {
  let end = message.indexOf('\n');
  for (let line = 1; end !== -1 && line < lineLimit; line++) end = message.indexOf('\n', end + 1);
  return end === -1 ? message : message.slice(0, end);
}

/** What is made from a key when it is first needed. */
export function kept<Key, Made>(made: Map<Key, Made>, key: Key, make: (key: Key) => Made): Made {
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = make(key);
  made.set(key, fresh);
  return fresh;
}

/** The fields of a wording's event, in the order of the vocabulary. */
export interface Shape {
  readonly kind: EventKind;
  readonly make: EventMaker;
  readonly fields: readonly { readonly name: string; readonly slot: number; readonly type: HoleType; readonly constant: string | null }[];
}

/** null = quiet. */
export function shapeOf({ wording: { event: kind }, slots, constants }: Leaf): Shape | null {
  if (kind === null) return null;
  const fields = Object.keys(vocabulary[kind]).map((name) => {
    const slot = slots.findIndex((candidate) => candidate.name === name);
    return { name, slot, type: slots[slot]?.type ?? 'text', constant: constants[name] ?? null };
  });
  return { kind, fields, make: eventMaker(kind) };
}

function understood(record: LogRecord, { slices, end }: Understood, shape: Shape | null): Reading {
  if (shape === null) return quiet;
  const values = shape.fields.map(({ slot, type, constant }) => (slot === -1 ? constant : valueIn(type, slices[slot] ?? '')));
  const event = shape.make(record, values);
  if (!isEvent(event)) return other;
  const rest = linesIn(record.message, end);
  if (rest > 0 && isCutInParentheses(record.message, end)) {
    return { kind: 'unread', unread: { record, begins: event.kind, stoppedAt: end, expected: '`)`' } };
  }
  return { kind: 'event', event, rest };
}

/** A name in parentheses goes on behind a line break: one of its own was taken for the last, and something else stands behind that. */
function isCutInParentheses(message: string, end: number): boolean {
  const before = message.slice(0, end);
  const behind = message.slice(end);
  return countOf('(', before) > countOf(')', before) && countOf(')', behind) > countOf('(', behind);
}

/**
 * The door at which read fields become an event: that their names and types are those of the vocabulary was checked for each wording when the
 * grammar files were loaded (`check.ts`), and is not asked of each record again.
 */
export function isEvent(fields: Readonly<Record<string, unknown>>): fields is CmsEvent {
  return typeof fields['kind'] === 'string';
}

function linesIn(message: string, from: number): number {
  let lines = 0;
  for (let at = message.indexOf('\n', from); at !== -1; at = message.indexOf('\n', at + 1)) {
    // Where blank lines stand between, there are two.
    if (message.charCodeAt(at - 1) !== 0x0a) lines++;
  }
  return lines;
}

function stopped(record: LogRecord, { at, node }: Stopped, expectations: Map<Node, Pick<Unread, 'begins' | 'expected'>>): Reading {
  if (!node.isOurs) return other;
  return { kind: 'unread', unread: { record, stoppedAt: at, ...kept(expectations, node, expectationAt) } };
}

function expectationAt(node: Node): Pick<Unread, 'begins' | 'expected'> {
  const [only, ...others] = eventsAt(node);
  return { begins: others.length === 0 ? (only ?? null) : null, expected: expectedAt(node) };
}
