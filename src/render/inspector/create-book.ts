/** The analysis as the inspector looks things up in it: made once for each reading, so that no key has to search. */
import type { Analysis, Evidence, Finding, Instant, Meeting, Space } from '#model/index.ts';
import { clockFace } from '#view/axis.ts';
import { pictureOf } from '#view/lanes.ts';
import { spaceLabel } from '#view/labels.ts';
import { type Extent, presenceOf, spanOfLog } from '#view/presence.ts';
import { isPerson, lengthOf, waitsOf } from '#view/waits.ts';
import { type Book, type Entry, type Filter, type Order, placeKey, type Scene } from './book.ts';
import { arrangedFindings, arranged } from './list.ts';
import { meetingKey, laneKey } from './identity.ts';
import { momentsOf, type Moment } from './moments.ts';
import { type Counts, countsOf } from './spark.ts';

export interface BookOptions {
  readonly zone: string;
  readonly whole: boolean;
  /** The book of the same log before: what did not change is taken over. */
  readonly before: Book | null;
}

/** Makes the book of an analysis. */
export function createBook(analysis: Analysis, { zone, whole, before }: BookOptions): Book {
  const log = spanOfLog(analysis);
  const findings = findingIndex(analysis);
  const known = new Map<Meeting, Entry>(before?.entries.map((entry) => [entry.meeting, entry]));
  const entries = analysis.spaces.flatMap((space) =>
    space.meetings.map((meeting) => {
      const old = known.get(meeting);
      // Before the end there are no findings, and nothing of a closed meeting changes.
      if (old !== undefined && !whole && old.space.name === space.name) return old;
      return entryOf(space, meeting, log, findings(space, meeting));
    }),
  );
  const scenes = new WeakMap<Entry, Scene>();
  const counts = new WeakMap<Entry, Map<number, Counts>>();
  const entryOfParticipant = new Map<string, Entry>();
  for (const entry of entries) for (const { id } of entry.meeting.participants) entryOfParticipant.set(id, entry);
  let listed: { readonly order: Order; readonly filter: Filter; readonly list: readonly Entry[] } | null = null;
  const book: Book = {
    analysis,
    face: clockFace(zone),
    whole,
    entries,
    findings: arrangedFindings(analysis.findings),
    byKey: new Map(entries.map((entry) => [entry.key, entry])),
    entryOfParticipant,
    scene(entry) {
      const made = scenes.get(entry) ?? sceneOf(analysis, entry);
      scenes.set(entry, made);
      return made;
    },
    counts(entry, cells) {
      const widths = counts.get(entry) ?? new Map<number, Counts>();
      const made = widths.get(cells) ?? countsOf(entry.meeting, entry.extent, cells);
      widths.set(cells, made);
      counts.set(entry, widths);
      return made;
    },
    list(order, filter) {
      if (listed === null || listed.order !== order || listed.filter !== filter) {
        listed = { order, filter, list: arranged(entries, book, order, filter) };
      }
      return listed.list;
    },
  };
  return book;
}

function entryOf(space: Space, meeting: Meeting, log: Extent | null, findings: readonly Finding[]): Entry {
  const extent = extentOf(meeting, log);
  const people = meeting.participants.filter(isPerson);
  let waiting = 0;
  let longest = 0;
  let more = false;
  for (const participant of people) {
    const waits = waitsOf(participant);
    if (waits.length === 0) continue;
    waiting += 1;
    for (const wait of waits) {
      const length = extent === null ? { ms: 0, more: false } : lengthOf(wait, extent);
      if (length.ms <= longest) continue;
      longest = length.ms;
      more = length.more;
    }
  }
  return {
    key: meetingKey(space, meeting),
    ...{ space, meeting, title: spaceLabel(space), extent, waiting, longest, more, findings },
    hosts: people.filter(({ role }) => role === 'host').length,
    guests: people.filter(({ role }) => role === 'guest').length,
    people: people.length,
  };
}

/** As `spanOfMeeting`, with the ends of the log known: they are the same for thousands of meetings. */
function extentOf({ participants }: Meeting, log: Extent | null): Extent | null {
  let from: Instant | null = null;
  let to: Instant | null = null;
  for (const participant of participants) {
    const presence = presenceOf(participant);
    for (const at of [presence.from ?? log?.from ?? null, presence.to ?? log?.to ?? null]) {
      if (at === null) continue;
      if (from === null || at < from) from = at;
      if (to === null || at > to) to = at;
    }
  }
  return from === null || to === null ? null : { from, to };
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

function sceneOf(analysis: Analysis, entry: Entry): Scene {
  const { space, meeting } = entry;
  // Findings are known already: to look them all through again would cost as much as the rest.
  const picture = pictureOf({ ...analysis, findings: [] }, space, meeting);
  const moments = momentsOf(meeting);
  const marks = new Map<string, Moment[]>();
  for (const moment of moments) {
    if (moment.evidence === null) continue;
    const key = placeKey(moment.evidence);
    const list = marks.get(key);
    if (list === undefined) marks.set(key, [moment]);
    else list.push(moment);
  }
  const cited = new Set<string>();
  const cite = (evidence: readonly Evidence[]): void => {
    for (const each of evidence) cited.add(placeKey(each));
  };
  for (const { leg, roleEvidence, intervals } of meeting.participants) {
    cite(roleEvidence);
    for (const tie of leg.ties) cite(tie.evidence);
    for (const { cause } of intervals) cite(cause.evidence);
  }
  for (const { evidence } of entry.findings) cite(evidence);
  for (const { evidence } of meeting.signs) cite([evidence]);
  return {
    entry,
    picture: picture === null ? null : { ...picture, findings: entry.findings },
    moments,
    marks,
    cited,
    byLane: new Map(meeting.participants.map((participant) => [laneKey(participant), participant])),
    byId: new Map(meeting.participants.map((participant) => [participant.id, participant])),
  };
}
