/** An analysis → entries and findings, each with the other: what the thread that reads tells of it at its end. */
import type { Analysis, Finding, Meeting, Space } from '#model/index.ts';
import { presenceOf, spanOfLog } from '#view/presence.ts';
import type { Entry, PlacedFinding } from './book.ts';
import { createEntry } from './create-entry.ts';
import { arrangedFindings, tallyOf } from './list.ts';

/** A meeting, its entry and its findings. */
export interface Listed {
  readonly entry: Entry;
  readonly meeting: Meeting;
  readonly findings: readonly Finding[];
}

/**
 * The entries of an analysis, one by one.
 * @param known entries that were made while the log was read: who was in a meeting that is over stays the same
 */
export function* listedIn(analysis: Analysis, known: ReadonlyMap<Meeting, Entry> = new Map()): Generator<Listed> {
  const log = spanOfLog(analysis);
  const findingsOf = findingIndex(analysis);
  for (const space of analysis.spaces) {
    for (const meeting of space.meetings) {
      const findings = findingsOf(space, meeting);
      const before = known.get(meeting);
      const { id, name } = space;
      const stays =
        before?.space.name === name && meeting.participants.map(presenceOf).every(({ from, to }) => from !== null && to !== null);
      const entry = stays ? { ...before, findings: tallyOf(findings) } : createEntry({ id, name }, meeting, log, findings);
      yield { entry, meeting, findings };
    }
  }
}

/** The findings as they are listed, and where each leads: to the meeting of the first participant it names, else to one that it is said of. */
export function placedFindings({ findings }: Analysis, listed: readonly Listed[]): readonly PlacedFinding[] {
  const byParticipant = new Map<string, string>();
  const byFinding = new Map<Finding, string>();
  for (const { entry, meeting, findings: own } of listed) {
    for (const { id } of meeting.participants) byParticipant.set(id, entry.key);
    for (const finding of own) if (!byFinding.has(finding)) byFinding.set(finding, entry.key);
  }
  const placed = findings.map((finding) => {
    const [first] = finding.participants;
    return { finding, entry: (first === undefined ? undefined : byParticipant.get(first)) ?? byFinding.get(finding) ?? null };
  });
  return arrangedFindings(placed);
}

function findingIndex({ findings }: Analysis): (space: Space, meeting: Meeting) => readonly Finding[] {
  const byParticipant = new Map<string, Finding[]>();
  const bySpace = new Map<string, Finding[]>();
  const add = (map: Map<string, Finding[]>, key: string, finding: Finding): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [finding]);
    else list.push(finding);
  };
  for (const finding of findings) {
    for (const id of finding.participants) add(byParticipant, id, finding);
    if (finding.participants.length === 0 && finding.space !== null) add(bySpace, finding.space, finding);
  }
  return (space, meeting) => {
    const found = new Set<Finding>();
    for (const { id } of meeting.participants) for (const finding of byParticipant.get(id) ?? []) found.add(finding);
    for (const finding of space.id === null ? [] : (bySpace.get(space.id) ?? [])) if (meets(finding, meeting)) found.add(finding);
    return [...found];
  };
}

function meets({ span }: Finding, meeting: Meeting): boolean {
  const open = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  return (span.from ?? open.from) <= (meeting.span.to ?? open.to) && (meeting.span.from ?? open.from) <= (span.to ?? open.to);
}
