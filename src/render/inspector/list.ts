/** The lists: meetings in order; findings, what is worst first. */
import type { Finding, Severity } from '#model/index.ts';
import type { Entry, Order } from './book.ts';

/** Meetings in an order. */
export function arranged(entries: readonly Entry[], order: Order): readonly Entry[] {
  return entries.toSorted(comparison(order, entries));
}

function comparison(order: Order, entries: readonly Entry[]): (a: Entry, b: Entry) => number {
  switch (order) {
    case 'time':
      return byTime;
    case 'waiting':
      return (a, b) => b.longest - a.longest || byTime(a, b);
    case 'findings':
      return (a, b) => weight(b) - weight(a) || b.findings.numbers.length - a.findings.numbers.length || byTime(a, b);
    case 'space': {
      const places = alphabetical(entries);
      return (a, b) => (places.get(a.title) ?? 0) - (places.get(b.title) ?? 0) || byTime(a, b);
    }
  }
}

/** Where each title stands: there are few of them, and to compare numbers costs nothing. */
function alphabetical(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const { compare } = new Intl.Collator();
  const titles = [...new Set(entries.map(({ title }) => title))].sort(compare);
  return new Map(titles.map((title, place) => [title, place]));
}

function byTime(a: Entry, b: Entry): number {
  return (a.extent?.from ?? 0) - (b.extent?.from ?? 0);
}

const ranks = { error: 3, warning: 2, info: 1 } as const;

function weight({ findings }: Entry): number {
  return findings.worst === null ? 0 : ranks[findings.worst];
}

/** The graver of two severities. */
export function graver(a: Severity | null, b: Severity | null): Severity | null {
  if (a === null || b === null) return a ?? b;
  return ranks[a] < ranks[b] ? b : a;
}

/** What is worst first, then by time. */
export function arrangedFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => ranks[b.severity] - ranks[a.severity] || (a.span.from ?? 0) - (b.span.from ?? 0));
}
