/** Rows of the tables that data are exported in. */
import type { Evidence, Instant, Meeting, Span, Space } from '#model/index.ts';
import { iso } from '#model/index.ts';

/** null = the log does not tell. */
export type Cell = string | number | null;

/** Cells that stand side by side. What several rows have in common is one object in all of them, and is written once. */
export type Cells = readonly Cell[];

export interface Row {
  /** All cells, in the order of the columns. */
  readonly groups: readonly Cells[];
  /** The records that the row rests on; the one that says it last. */
  readonly evidence: readonly Evidence[];
}

/** Writes rows one after the other, each with its end. */
export type RowWriter = (row: Row) => string;

/** Whether a stretch of time is to be seen. */
export type InWindow = (span: Span) => boolean;

/** ISO 8601 in UTC with milliseconds. */
export function time(at: Instant | null): string | null {
  return at === null ? null : iso(at);
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
 * Writes the groups of rows one after the other; a group that stood at the same place in the row before is not written again.
 * @param write gets cells, and the number of the column that the first of them stands in
 */
export function groupWriter(write: (cells: Cells, column: number) => string): (groups: readonly Cells[]) => string {
  const last: { readonly cells: Cells; readonly text: string }[] = [];
  return (groups) => {
    let line = '';
    let place = 0;
    let column = 0;
    for (const cells of groups) {
      let known = last[place];
      if (known?.cells !== cells) {
        known = { cells, text: write(cells, column) };
        last[place] = known;
      }
      line += known.text;
      place += 1;
      column += cells.length;
    }
    return line;
  };
}
