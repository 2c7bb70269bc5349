/** Rows of the tables that data are exported in. */
import type { Evidence, Instant, Meeting, Span, Space } from '#model/index.ts';
import { iso } from '#model/index.ts';

/** null = the log does not tell. */
export type Cell = string | number | null;

export interface Row {
  /** By column, in the order of the columns. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** The records that the row rests on; the one that says it last. */
  readonly evidence: readonly Evidence[];
}

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

/** Which meeting a row is about. */
export function meetingCells(space: Space, meeting: Meeting) {
  return { space: space.id, spaceName: space.name, meetingStart: time(meeting.span.from) };
}
