/** Rows of the tables that data are exported in. */
import type { Evidence, Instant, Meeting, Space, Span } from '#model/index.ts';
import type { TextBytes } from './text-bytes.ts';

/** null = the log does not tell. */
export type Cell = string | number | Time | null;

/** A moment, which is put in words where it is written: ISO 8601 in UTC with milliseconds. */
export interface Time {
  readonly at: Instant;
}

/** Cells that stand side by side. What several rows have in common is one object in all of them, and is written once. */
export type Cells = readonly Cell[];

export interface Row {
  /** All cells, in the order of the columns. */
  readonly groups: readonly Cells[];
  /** The records that the row rests on; the one that says it last. */
  readonly evidence: readonly Evidence[];
}

/** Writes rows one after the other, each with its end. */
export type RowWriter = (row: Row) => void;

/** Whether a stretch of time is to be seen. */
export type InWindow = (span: Span) => boolean;

export function time(at: Instant | null): Time | null {
  return at === null ? null : { at };
}

/** ms; null where an end is not known. */
export function lengthOf({ from, to }: Span): number | null {
  return from === null || to === null ? null : to - from;
}

export const meetingColumns = ['space', 'spaceName', 'meetingStart'] as const;

/** Which meeting a row is about. */
export function meetingCells(space: Space, meeting: Meeting): Cells {
  return [space.id, space.name, time(meeting.span.from)];
}

/**
 * Writes the groups of rows one after the other; a group that stood at the same place in the row before is not put together again.
 * @param write gets cells, and the number of the column that the first of them stands in
 */
export function groupWriter(into: TextBytes, write: (cells: Cells, column: number) => void): (groups: readonly Cells[]) => void {
  const last: { cells: Cells; from: number; to: number; era: number }[] = [];
  return (groups) => {
    let place = 0;
    let column = 0;
    for (const cells of groups) {
      const from = into.length;
      const known = last[place];
      if (known?.cells === cells && known.era === into.era) into.again(known.from, known.to);
      else write(cells, column);
      if (known === undefined) last.push({ cells, from, to: into.length, era: into.era });
      else {
        known.cells = cells;
        known.from = from;
        known.to = into.length;
        known.era = into.era;
      }
      place += 1;
      column += cells.length;
    }
  };
}
