/** The lists: meetings in order; findings, what is worst first. */
import type { Entry, Order, PlacedFinding } from './book.ts';

/** Meetings in an order. */
export function arranged(entries: readonly Entry[], order: Order): readonly Entry[] {
  return entries.toSorted(comparison(order));
}

function comparison(order: Order): (a: Entry, b: Entry) => number {
  switch (order) {
    case 'time':
      return byTime;
    case 'waiting':
      return (a, b) => b.longest - a.longest || byTime(a, b);
    case 'findings':
      return (a, b) => weight(b) - weight(a) || b.findings.length - a.findings.length || byTime(a, b);
    case 'space':
      return (a, b) => a.title.localeCompare(b.title) || byTime(a, b);
  }
}

function byTime(a: Entry, b: Entry): number {
  return (a.extent?.from ?? 0) - (b.extent?.from ?? 0);
}

const ranks = { error: 3, warning: 2, info: 1 } as const;

function weight({ findings }: Entry): number {
  return findings.reduce((most, { severity }) => Math.max(most, ranks[severity]), 0);
}

/** What is worst first, then by time. */
export function arrangedFindings(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  return findings.toSorted(
    ({ finding: a }, { finding: b }) => ranks[b.severity] - ranks[a.severity] || (a.span.from ?? 0) - (b.span.from ?? 0),
  );
}
