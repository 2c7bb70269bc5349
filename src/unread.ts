/** What was not understood, alike beside alike as it comes: a kind that is met once is kept, however often another was met before. */
import type { Alike, UnparsedLine, Unread, UnreadSummary } from '#model/index.ts';

/** So many are kept before kinds are kept only by their first few. */
const mostKept = 10_000;
const firstFew = 3;
/** So many kinds are told apart. */
const mostKinds = 10_000;
/** So much of a text tells its kind. */
const telling = 300;

export interface UnreadCollection {
  record(unread: Unread): void;
  line(line: UnparsedLine): void;
  /** @param isLog false = an input that is none: its lines are nobody's loss */
  summary(isLog: (input: string) => boolean): UnreadSummary;
}

export function collectUnread(): UnreadCollection {
  const records = createKinds<Unread>(({ record }) => [record.input, record.message]);
  const strange = createKinds<Unread>(({ record }) => [record.input, record.message]);
  const lines = createKinds<UnparsedLine>(({ input, text }) => [input, text]);
  return {
    record: (unread) => (unread.isStrange === true ? strange : records).add(unread),
    line: lines.add,
    summary(isLog) {
      const alike = { records: records.alike(isLog), lines: lines.alike(isLog), strange: strange.alike(isLog) };
      const sum = (all: readonly Alike<unknown>[]): number => all.reduce((total, { count }) => total + count, 0);
      return {
        records: alike.records.flatMap(({ items }) => items),
        recordCount: sum(alike.records),
        lines: alike.lines.flatMap(({ items }) => items),
        lineCount: sum(alike.lines),
        alike,
      };
    },
  };
}

interface Kind<Item> {
  readonly items: Item[];
  readonly counts: Map<string, number>;
}

function createKinds<Item>(partsOf: (item: Item) => readonly [input: string, text: string]) {
  const kinds = new Map<string, Kind<Item>>();
  /** What is beyond the kinds that are told apart. */
  const others: Kind<Item> = { items: [], counts: new Map() };
  let kept = 0;
  return {
    add(item: Item): void {
      const [input, text] = partsOf(item);
      const key = likeness(text);
      let kind = kinds.get(key);
      if (kind === undefined) {
        kind = kinds.size < mostKinds ? { items: [], counts: new Map() } : others;
        if (kind !== others) kinds.set(key, kind);
      }
      kind.counts.set(input, (kind.counts.get(input) ?? 0) + 1);
      if (kept >= mostKept && kind.items.length >= firstFew) return;
      kept += 1;
      kind.items.push(item);
    },
    alike(isLog: (input: string) => boolean): readonly Alike<Item>[] {
      return [...kinds.values(), others].flatMap(({ items, counts }) => {
        const count = [...counts].reduce((sum, [input, times]) => (isLog(input) ? sum + times : sum), 0);
        return count === 0 ? [] : [{ count, items: items.filter((item) => isLog(partsOf(item)[0])) }];
      });
    },
  };
}

/** Texts are alike when they differ in ids, numbers and quoted names only. */
export function likeness(text: string): string {
  return text
    .slice(0, telling)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu, '#')
    .replace(/"[^"]*"/gu, '""')
    .replace(/\d+/gu, '0');
}
