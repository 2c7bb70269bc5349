/** Entries and findings, each with the other: what the thread that reads tells at its end. */
import type { Finding } from '#model/index.ts';
import type { Entry, PlacedFinding } from './book.ts';
import { personsOf } from './crowd.ts';
import { arrangedFindings, graver } from './list.ts';

export interface Catalogue {
  readonly entries: readonly Entry[];
  readonly findings: readonly PlacedFinding[];
}

/**
 * Gives entries their findings, and findings, as they are listed, the place that each leads to: the meeting of the first participant it
 * names, else the first that it is said of.
 */
export function catalogue(entries: readonly Entry[], findings: readonly Finding[]): Catalogue {
  const numbers: number[][] = entries.map(() => []);
  const concerned = concernedIn(entries);
  const placed = arrangedFindings(findings).map((finding, number): PlacedFinding => {
    const places = concerned(finding);
    for (const place of places) numbers[place]?.push(number);
    return { finding, entry: entries[places[0] ?? -1]?.key ?? null };
  });
  return {
    findings: placed,
    entries: entries.map((entry, place) => {
      const own = numbers[place] ?? [];
      const worst = own.map((number) => placed[number]?.finding.severity ?? null).reduce(graver, null);
      return { ...entry, findings: { worst, numbers: own } };
    }),
  };
}

/** The entries that a finding is said of, by their numbers: of those who are named the first is first. */
function concernedIn(entries: readonly Entry[]): (finding: Finding) => readonly number[] {
  const byParticipant = new Map<string, number>();
  const bySpace = new Map<string, number[]>();
  for (const [place, { crowd, space }] of entries.entries()) {
    for (const { id } of personsOf(crowd)) byParticipant.set(id, place);
    if (space.id === null) continue;
    const known = bySpace.get(space.id);
    if (known === undefined) bySpace.set(space.id, [place]);
    else known.push(place);
  }
  return ({ participants, space, span }) => {
    if (participants.length > 0) return [...new Set(participants.flatMap((id) => byParticipant.get(id) ?? []))];
    const inSpace = space === null ? [] : (bySpace.get(space) ?? []);
    return inSpace.filter((place) => meets(span, entries[place]?.extent ?? null));
  };
}

function meets(span: Finding['span'], extent: Entry['extent']): boolean {
  return (
    (span.from ?? Number.NEGATIVE_INFINITY) <= (extent?.to ?? Number.POSITIVE_INFINITY) &&
    (extent?.from ?? Number.NEGATIVE_INFINITY) <= (span.to ?? Number.POSITIVE_INFINITY)
  );
}
