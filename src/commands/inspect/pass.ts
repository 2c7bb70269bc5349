/** One reading of all inputs from beginning to end, told to the terminal bit by bit. */
import type { Analysis, Meeting, Space } from '#model/index.ts';
import type { Entry } from '#render/inspector/book.ts';
import { catalogue } from '#render/inspector/catalogue.ts';
import { createEntry } from '#render/inspector/create-entry.ts';
import { personsOf } from '#render/inspector/crowd.ts';
import { meetingKey } from '#render/inspector/identity.ts';
import { type Extent, spanOfLog } from '#view/presence.ts';
import { select } from '#view/select.ts';
import type { PlacedMeeting } from '../../spaces.ts';
import { selectionOf } from '../common.ts';
import { see } from '../seen.ts';
import { list } from '../specification.ts';
import type { Streams } from '../streams.ts';
import { packFindings } from './finding-list.ts';
import { crowdIn, type PackedMeeting, packMeeting, unpackBare, unpackMeeting } from './packed-meeting.ts';
import type { LineNews, Report, Row, Task, ToldEntry } from './report.ts';
import { createSpool } from './spool.ts';

/** Tells the terminal something; with entries their meetings, in the same order. */
export type Post = (report: Report, meetings?: readonly PackedMeeting[]) => void;

export interface Pass {
  /** @throws UsageError, InputError as {@link see} */
  read(): Promise<void>;
  /** Once it is read: what is new of where its lines begin, for the files may have grown. */
  linesByNow(): readonly LineNews[];
}

/** Milliseconds between two reports of what is known so far. */
const pause = 250;
/** So many meetings at once: more would take the terminal too long to unpack. */
const mostEntries = 32;
const mostRows = 256;

interface Told {
  readonly entry: Entry;
  readonly packed: PackedMeeting;
  /** It was told before as it is. */
  readonly before: boolean;
}

/** @param opens told the name of every source before its first byte is read */
export function createPass({ inputs, options }: Task, streams: Streams, post: Post, opens: (name: string) => void = () => undefined): Pass {
  const selection = selectionOf(options);
  /** Every meeting that is over, by its key, and those of them that are told. */
  const known = new Map<string, Told>();
  const told: Told[] = [];
  /** So many of these are on their way. */
  let sent = 0;
  let bytes = 0;
  let total: number | null = 0;
  let reported = Number.NEGATIVE_INFINITY;

  const spool = createSpool((length) => {
    bytes += length;
    if (performance.now() - reported >= pause) report();
  });

  function flush(): void {
    const fresh = told.slice(sent);
    if (fresh.length === 0) return;
    post(
      { kind: 'entries', entries: fresh.map(({ entry }) => withoutCrowd(entry)) },
      fresh.map(({ packed }) => packed),
    );
    sent = told.length;
  }

  function report(): void {
    flush();
    post({ kind: 'progress', bytes, total, lines: spool.news() });
    reported = performance.now();
  }

  /** A meeting is over, while there is more to come. */
  function keep({ space, meeting }: PlacedMeeting): () => Meeting {
    const one = packedEntry(createEntry(space, meeting, null), meeting, isWanted(space, meeting));
    known.set(one.entry.key, one);
    if (one.before) told.push(one);
    if (told.length - sent >= mostEntries) flush();
    return () => unpackBare(one.packed);
  }

  function isWanted(space: PlacedMeeting['space'], meeting: Meeting): boolean {
    const alone = { inputs: [], findings: [], behaviours: [], strays: [], unread: nothing, spaces: [{ ...space, meetings: [meeting] }] };
    return (
      select(alone, { spaces: selection.space, participants: selection.participant, window: null, wholeMeetings: true }).spaces.length > 0
    );
  }

  const { space, participant, from, to } = selection;
  /** Nothing but what was told is to be seen, and as it was told. */
  const isAll = space.length + participant.length + list(options, 'config').length === 0 && from === null && to === null;

  function listed(analysis: Analysis): readonly Told[] {
    const names = new Map(analysis.spaces.map(({ id, name }) => [id, name]));
    const log = spanOfLog(analysis);
    return (isAll ? told : selected(analysis)).map((each) => settled(each, names, log));
  }

  /** Those that the analysis was narrowed down to, with all that proves them; their roles may be those of a configuration. */
  function selected({ spaces }: Analysis): readonly Told[] {
    return spaces.flatMap(({ id, name, meetings }) =>
      meetings.flatMap((meeting) => {
        const one = known.get(meetingKey({ id, name }, meeting));
        return one === undefined ? [] : [withRoles(one, meeting)];
      }),
    );
  }

  return {
    async read() {
      const { analysis, zone, code } = await see(inputs, options, streams, {
        ...{ wholeMeetings: true, keep, passed: spool.passed },
        open(source) {
          opens(source.name);
          total = total === null || source.size === null ? null : total + source.size;
          return spool.observe(source);
        },
      });
      report();
      post({ kind: 'end', inputs: analysis.inputs, zone, code });
      // In the order in which they are listed: to sort them again costs the terminal nothing.
      const inOrder = listed(analysis).toSorted((a, b) => (a.entry.extent?.from ?? 0) - (b.entry.extent?.from ?? 0));
      const { entries, findings } = catalogue(
        inOrder.map(({ entry }) => entry),
        analysis.findings,
      );
      for (const piece of packFindings(findings)) post({ kind: 'findings', piece });
      for (const { rows, meetings } of portions(inOrder, entries)) post({ kind: 'rows', rows }, meetings);
      post({ kind: 'whole' });
    },
    linesByNow() {
      spool.lookAgain();
      return spool.news();
    },
  };
}

const nothing = { records: [], recordCount: 0, lines: [], lineCount: 0 };

/** A meeting that was told, with what is known at the end of the log only: where it ends, and the last name of its space. */
function settled(told: Told, names: ReadonlyMap<Space['id'], Space['name']>, log: Extent | null): Told {
  const { entry, packed } = told;
  const { id, name } = entry.space;
  const last = id === null ? name : (names.get(id) ?? name);
  const isOver = personsOf(entry.crowd).every(({ from, to }) => from !== null && to !== null);
  if (isOver && last === name) return told;
  const meeting = unpackMeeting(packed);
  return packedEntry(createEntry({ id, name: last }, meeting, log), meeting, false);
}

/** A meeting with the roles that somebody has in another form of it. */
function withRoles(told: Told, { participants }: Meeting): Told {
  const roles = new Map(participants.map(({ id, role, roleBasis }) => [id, { role, roleBasis }]));
  if (personsOf(told.entry.crowd).every(({ id, role }) => roles.get(id)?.role === role)) return told;
  const meeting = unpackMeeting(told.packed);
  const changed = { ...meeting, participants: meeting.participants.map((each) => ({ ...each, ...roles.get(each.id) })) };
  return packedEntry(createEntry(told.entry.space, changed, null), changed, false);
}

/** Both see the crowd in the same bytes. */
function packedEntry(entry: Entry, meeting: Meeting, before: boolean): Told {
  const packed = packMeeting(meeting, entry.crowd);
  return { entry: { ...entry, crowd: crowdIn(packed) }, packed, before };
}

function withoutCrowd({ crowd: _, ...entry }: Entry): ToldEntry {
  return entry;
}

interface Portion {
  readonly rows: readonly Row[];
  readonly meetings: readonly PackedMeeting[];
}

/** Rows by so many at once; of those that come with their meetings fewer. */
function* portions(told: readonly Told[], entries: readonly Entry[]): Generator<Portion> {
  let rows: Row[] = [];
  let meetings: PackedMeeting[] = [];
  for (const [index, { packed, before }] of told.entries()) {
    const entry = entries[index];
    if (entry === undefined) continue;
    rows.push({ key: entry.key, findings: entry.findings, entry: before ? null : withoutCrowd(entry) });
    if (!before) meetings.push(packed);
    if (rows.length < mostRows && meetings.length < mostEntries) continue;
    yield { rows, meetings };
    rows = [];
    meetings = [];
  }
  if (rows.length > 0) yield { rows, meetings };
}
