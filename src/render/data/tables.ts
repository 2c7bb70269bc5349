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

function writerOf({ format, table, evidence }: RowOptions): RowWriter {
  return format === 'csv' ? csvWriter(evidence) : ndjsonWriter(tables[table].columns, evidence);
}

/** The lines of one meeting, of a table of meetings, each with its end. */
export function meetingLines(space: Space, meeting: Meeting, options: RowOptions): string {
  const table = tables[options.table];
  if (table.of !== 'meetings') return '';
  const write = writerOf(options);
  let lines = '';
  for (const row of table.rows(space, meeting, () => true)) lines += write(row);
  return lines;
}

/** Lines of text, each with its end. */
export function* renderRows(analysis: Analysis, options: RowOptions): Generator<string> {
  const table = tables[options.table];
  const write = writerOf(options);
  yield headerOf(options);
  for (const row of rowsOf(analysis, table, meets(options.window, spanOfLog(analysis)))) yield write(row);
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
