/** Which findings belong to a meeting: an index, because a day of logs has thousands of both. */
import type { Analysis, Finding, Meeting, Space, Span } from '#model/index.ts';

/** Findings about a meeting's participants, and those about its space as such that are of its time; in the order of the analysis. */
export type FindingsOf = (space: Space, meeting: Meeting) => readonly Finding[];

export function indexFindings({ findings }: Pick<Analysis, 'findings'>): FindingsOf {
  const byParticipant = new Map<string, number[]>();
  const bySpace = new Map<string, number[]>();
  for (const [index, { participants, space }] of findings.entries()) {
    for (const id of participants) add(byParticipant, id, index);
    if (participants.length === 0 && space !== null) add(bySpace, space, index);
  }
  return (space, meeting) => {
    const found = new Set(meeting.participants.flatMap(({ id }) => byParticipant.get(id) ?? []));
    for (const index of bySpace.get(space.id ?? '') ?? []) {
      const finding = findings[index];
      if (finding !== undefined && meet(finding.span, meeting.span)) found.add(index);
    }
    return [...found].sort((a, b) => a - b).flatMap((index) => findings[index] ?? []);
  };
}

function add(index: Map<string, number[]>, key: string, value: number): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else known.push(value);
}

/** Whether two spans share an instant; what is open reaches without end. */
function meet(a: Span, b: Span): boolean {
  return startOf(a) <= endOf(b) && startOf(b) <= endOf(a);
}

function startOf({ from }: Span): number {
  return from ?? Number.NEGATIVE_INFINITY;
}

function endOf({ to }: Span): number {
  return to ?? Number.POSITIVE_INFINITY;
}
