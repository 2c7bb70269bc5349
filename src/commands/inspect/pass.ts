/** One reading of all inputs from beginning to end, told to the terminal bit by bit. */
import type { Meeting, Space } from '#model/index.ts';
import { type Listed, listedIn, placedFindings } from '#render/inspector/catalogue.ts';
import type { Entry } from '#render/inspector/book.ts';
import { createEntry } from '#render/inspector/create-entry.ts';
import { select } from '#view/select.ts';
import { selectionOf } from '../common.ts';
import { see } from '../seen.ts';
import type { Streams } from '../streams.ts';
import type { Report, Row, Task } from './report.ts';
import { packFindings } from './finding-list.ts';
import { createSpool } from './spool.ts';

/** Where it is told. */
export interface Outlet {
  post(report: Report): void;
  /** Meetings by the keys of their entries: what the terminal may ask for. */
  readonly meetings: Map<string, Pick<Listed, 'meeting' | 'findings'>>;
  /** Answers what was asked meanwhile. */
  hear(): void;
}

export interface Pass {
  /** @throws UsageError, InputError as {@link see} */
  read(): Promise<void>;
}

/** Milliseconds between two reports of what is known so far. */
const pause = 250;
/** So many meetings at once: more would take the terminal too long to unpack. */
const mostEntries = 32;
const mostRows = 256;

export function createPass({ inputs, options }: Task, streams: Streams, { post, meetings, hear }: Outlet): Pass {
  const selection = selectionOf(options);
  const told = new Map<Meeting, Entry>();
  let entries: Entry[] = [];
  let bytes = 0;
  let total: number | null = 0;
  let reported = Number.NEGATIVE_INFINITY;

  const spool = createSpool((length) => {
    bytes += length;
    if (performance.now() - reported >= pause) report();
  });

  function flush(): void {
    if (entries.length > 0) post({ kind: 'entries', entries });
    entries = [];
  }

  function report(): void {
    flush();
    post({ kind: 'progress', bytes, total, lines: spool.news() });
    reported = performance.now();
  }

  function tell(entry: Entry): void {
    entries.push(entry);
    if (entries.length >= mostEntries) flush();
  }

  /** A meeting that is over, while there is more to come. */
  function over(space: Pick<Space, 'id' | 'name'>, meeting: Meeting): void {
    const alone = { inputs: [], findings: [], behaviours: [], strays: [], unread: nothing };
    const { spaces } = select({ ...alone, spaces: [{ ...space, meetings: [meeting] }] }, { ...wanted, window: null });
    for (const each of spaces) {
      for (const kept of each.meetings) {
        const entry = createEntry(each, kept, null, []);
        told.set(kept, entry);
        meetings.set(entry.key, { meeting: kept, findings: [] });
        tell(entry);
      }
    }
  }
  const wanted = { spaces: selection.space, participants: selection.participant, wholeMeetings: true };

  return {
    async read() {
      const { analysis, zone, code } = await see(inputs, options, streams, {
        wholeMeetings: true,
        onMeeting: ({ space, meeting }) => over(space, meeting),
        pause: hear,
        open(source) {
          total = total === null || source.size === null ? null : total + source.size;
          return spool.observe(source);
        },
      });
      report();
      post({ kind: 'end', inputs: analysis.inputs, zone, code });
      const listed: Listed[] = [];
      for (const each of listedIn(analysis, told)) {
        listed.push(each);
        hear();
      }
      for (const piece of packFindings(placedFindings(analysis, listed))) {
        post({ kind: 'findings', piece });
        hear();
      }
      meetings.clear();
      for (const each of listed) meetings.set(each.entry.key, each);
      // In the order in which they are listed: to sort them again costs the terminal nothing.
      const inOrder = listed.toSorted((a, b) => (a.entry.extent?.from ?? 0) - (b.entry.extent?.from ?? 0));
      const rows = inOrder.map(({ entry, meeting }) => rowOf(entry, told.get(meeting)));
      for (const some of portions(rows)) {
        post({ kind: 'rows', rows: some });
        hear();
      }
      post({ kind: 'whole' });
    },
  };
}

const nothing = { records: [], recordCount: 0, lines: [], lineCount: 0 };

function rowOf(entry: Entry, told: Entry | undefined): Row {
  const { key, findings } = entry;
  return { key, findings, entry: entry.crowd === told?.crowd ? null : entry };
}

/** Rows by so many at once; of those that come with their meetings fewer. */
function* portions(rows: readonly Row[]): Generator<readonly Row[]> {
  let some: Row[] = [];
  let weight = 0;
  for (const row of rows) {
    some.push(row);
    weight += row.entry === null ? 1 : mostRows / mostEntries;
    if (weight < mostRows) continue;
    yield some;
    some = [];
    weight = 0;
  }
  if (some.length > 0) yield some;
}
