/** Data as JSON text that is plain in every terminal and editor. */
import { type Instant, isDateless, iso, isoTimeOfDay } from '#model/index.ts';

/** C1 controls, and what turns the writing direction, hides, or breaks lines: JSON allows them raw, terminals obey them. */
const unsafe = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/**
 * JSON in which every such sign is written as `\u....`: the same value to any reader.
 * @param indent blanks of each level; 0 = one line
 */
export function jsonText(value: unknown, indent: number): string {
  return JSON.stringify(value, null, indent).replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** ISO 8601 in UTC with milliseconds; null where nobody knows the date. */
export function timeText(at: Instant | null): string | null {
  return at === null || isDateless(at) ? null : iso(at);
}

/** What is left of times of which nobody knows the date: `timeOfDay`, with the same names. */
export function timesOfDay(times: Readonly<Record<string, Instant | null>>): {
  readonly timeOfDay?: Readonly<Record<string, string | null>>;
} {
  if (!Object.values(times).some((at) => at !== null && isDateless(at))) return {};
  return { timeOfDay: Object.fromEntries(Object.entries(times).map(([name, at]) => [name, at === null ? null : isoTimeOfDay(at)])) };
}

/** A list whose items are made when they are written: then they do not all stand beside what they are made from. */
class MadeLater {
  readonly items: Iterable<unknown>;

  constructor(items: Iterable<unknown>) {
    this.items = items;
  }
}

export function later<Thing>(things: readonly Thing[], make: (thing: Thing) => unknown): MadeLater {
  return new MadeLater(things.values().map(make));
}

/**
 * The same text as {@link jsonText} gives for a value with two blanks for each level, in pieces: one for each item of its lists that
 * are made later, which stand in objects or in items of such lists.
 */
export function* jsonPieces(value: unknown, left = ''): Generator<string> {
  const inner = `${left}  `;
  if (value instanceof MadeLater) yield* enclosed('[', value.items, ']', left, (item) => jsonPieces(item, inner));
  else if (isMadeLaterIn(value)) {
    const members = Object.entries(value);
    yield* enclosed('{', members, '}', left, function* ([name, member]) {
      yield `${jsonText(name, 0)}: `;
      yield* jsonPieces(member, inner);
    });
  } else yield jsonText(value, 2).replaceAll('\n', `\n${left}`);
}

function isMadeLaterIn(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.values(value).some((member) => member instanceof MadeLater);
}

function* enclosed<Item>(
  begin: string,
  items: Iterable<Item>,
  end: string,
  left: string,
  write: (item: Item) => Iterable<string>,
): Generator<string> {
  let lead = begin;
  for (const item of items) {
    yield `${lead}\n${left}  `;
    yield* write(item);
    lead = ',';
  }
  yield lead === begin ? `${begin}${end}` : `\n${left}${end}`;
}
