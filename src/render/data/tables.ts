/** The tables that there are, and their rows: meeting by meeting, event by event, so that nothing has to be held for them. */
import type { Analysis, CmsEvent, Meeting, Space, Span } from '#model/index.ts';
import { type Extent, spanOfLog } from '#view/presence.ts';
import type { Window } from '#view/window.ts';
import { csvHeader, csvWriter } from './csv.ts';
import { eventColumns, eventRow } from './event-rows.ts';
import type { EvidenceDetail } from './evidence.ts';
import { intervalColumns, intervalRows } from './interval-rows.ts';
import { ndjsonWriter } from './ndjson.ts';
import { participantColumns, participantRows } from './participant-rows.ts';
import type { InWindow, Row, RowWriter } from './row.ts';
import { createTextBytes, type TextBytes } from './text-bytes.ts';

/** What a table's rows are made from. */
export type Table =
  | {
      readonly of: 'meetings';
      readonly columns: readonly string[];
      rows(space: Space, meeting: Meeting, inWindow: InWindow): readonly Row[];
    }
  | { readonly of: 'events'; readonly columns: readonly string[]; row(event: CmsEvent): Row };

export const tables: Readonly<Record<'events' | 'intervals' | 'participants', Table>> = {
  events: { of: 'events', columns: eventColumns, row: eventRow },
  intervals: { of: 'meetings', columns: intervalColumns, rows: intervalRows },
  participants: { of: 'meetings', columns: participantColumns, rows: participantRows },
};

export interface RowOptions {
  readonly format: 'csv' | 'ndjson';
  readonly table: keyof typeof tables;
  readonly evidence: EvidenceDetail;
  /** Intervals are rows where they meet it; null = all times. */
  readonly window: Window | null;
}

/** The header of a table, where its format has one. */
export function headerOf({ format, table }: Pick<RowOptions, 'format' | 'table'>): string {
  return format === 'csv' ? csvHeader(tables[table].columns) : '';
}

function writerOf({ format, table, evidence }: RowOptions, into: TextBytes): RowWriter {
  return format === 'csv' ? csvWriter(evidence, into) : ndjsonWriter(tables[table].columns, evidence, into);
}

/** Writes the lines of meetings, of a table of meetings. */
export function meetingWriter(options: RowOptions, into: TextBytes): (space: Space, meeting: Meeting) => void {
  const table = tables[options.table];
  const write = writerOf(options, into);
  return (space, meeting) => {
    if (table.of === 'meetings') for (const row of table.rows(space, meeting, () => true)) write(row);
  };
}

/** Lines of text, each with its end. */
export function* renderRows(analysis: Analysis, options: RowOptions): Generator<string> {
  const table = tables[options.table];
  const line = createTextBytes(4096);
  const write = writerOf(options, line);
  yield headerOf(options);
  for (const row of rowsOf(analysis, table, meets(options.window, spanOfLog(analysis)))) {
    write(row);
    yield Buffer.from(line.take()).toString();
  }
}

/** All rows of a table, in the order of spaces and meetings, or of the log. */
function* rowsOf(analysis: Analysis, table: Table, inWindow: InWindow): Generator<Row> {
  switch (table.of) {
    case 'meetings':
      for (const space of analysis.spaces) for (const meeting of space.meetings) yield* table.rows(space, meeting, inWindow);
      return;
    case 'events':
      for (const event of analysis.events ?? []) yield table.row(event);
      return;
  }
}

function meets(window: Window | null, log: Extent | null): InWindow {
  if (window === null || log === null) return () => true;
  return ({ from, to }: Span) => window.clip(from ?? log.from, to ?? log.to) !== null;
}
