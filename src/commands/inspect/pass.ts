/** One reading of all inputs from beginning to end, told to the terminal bit by bit. */
import type { Finding, Meeting, Space } from '#model/index.ts';
import { type Listed, listedIn, placedFindings } from '#render/inspector/catalogue.ts';
import type { Entry } from '#render/inspector/book.ts';
import { createEntry } from '#render/inspector/create-entry.ts';
import { select } from '#view/select.ts';
import { selectionOf } from '../common.ts';
import { see } from '../seen.ts';
import type { Streams } from '../streams.ts';
import type { Report, Row, Task } from './report.ts';
import { createSpool } from './spool.ts';

/** Where it is told. */
export interface Outlet {
  post(report: Report): void;
  /** Meetings by the keys of their entries: what the terminal may ask for. */
  readonly meetings: Map<string, Meeting>;
  /** Answers what was asked meanwhile. */
  hear(): void;
}

export interface Pass {
  /** @throws UsageError, InputError as {@link see} */
  read(): Promise<void>;
}

/** Milliseconds between two reports of what is known so far. */
const pause = 250;
/** So many people at once: more would take the terminal too long to unpack. */
const mostPeople = 300;
/** Findings at once. */
const mostFindings = 50;

export function createPass({ inputs, options }: Task, streams: Streams, { post, meetings, hear }: Outlet): Pass {
  const selection = selectionOf(options);
  const told = new Map<Meeting, Entry>();
  let rows: Row[] = [];
  let people = 0;
  let bytes = 0;
  let total: number | null = 0;
  let reported = Number.NEGATIVE_INFINITY;

  const spool = createSpool((length) => {
    bytes += length;
    if (performance.now() - reported >= pause) report();
  });

  function flush(): void {
    if (rows.length > 0) post({ kind: 'rows', rows });
    rows = [];
    people = 0;
  }

  function report(): void {
    flush();
    post({ kind: 'progress', bytes, total, lines: spool.news() });
    reported = performance.now();
  }

  function tell(row: Row): void {
    rows.push(row);
    people += 1 + (row.crowd?.persons.length ?? 0);
    if (people >= mostPeople) flush();
  }

  /** A meeting that is over, while there is more to come. */
  function over(space: Pick<Space, 'id' | 'name'>, meeting: Meeting): void {
    const alone = { inputs: [], findings: [], behaviours: [], strays: [], unread: nothing };
    const { spaces } = select({ ...alone, spaces: [{ ...space, meetings: [meeting] }] }, { ...wanted, window: null });
    for (const each of spaces) {
      for (const kept of each.meetings) {
        const entry = createEntry(each, kept, null, []);
        told.set(kept, entry);
        meetings.set(entry.key, kept);
        tell({ ...entry, findings: [] });
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
      const findings = placedFindings(analysis, listed);
      const numbers = new Map<Finding, number>(findings.map(({ finding }, index) => [finding, index]));
      for (let at = 0; at < findings.length; at += mostFindings)
        post({ kind: 'findings', findings: findings.slice(at, at + mostFindings) });
      meetings.clear();
      for (const { entry, meeting } of listed) meetings.set(entry.key, meeting);
      // In the order in which they are listed: to sort them again costs the terminal nothing.
      for (const { entry, meeting } of listed.toSorted((a, b) => (a.entry.extent?.from ?? 0) - (b.entry.extent?.from ?? 0))) {
        tell(rowOf(entry, told.get(meeting), numbers));
        hear();
      }
      flush();
      post({ kind: 'whole' });
    },
  };
}

const nothing = { records: [], recordCount: 0, lines: [], lineCount: 0 };

function rowOf(entry: Entry, told: Entry | undefined, numbers: ReadonlyMap<Finding, number>): Row {
  const findings = entry.findings.flatMap((finding) => numbers.get(finding) ?? []);
  return { ...entry, findings, crowd: entry.crowd === told?.crowd ? null : entry.crowd };
}
