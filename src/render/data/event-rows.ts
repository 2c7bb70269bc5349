/** The table of events: every record that the grammar understood, with a column for each field of the vocabulary. */
import { type CmsEvent, vocabulary } from '#model/index.ts';
import { type Cell, type Row, time } from './row.ts';

/** In the order in which the vocabulary names them first. */
const fields: readonly string[] = [...new Set(Object.values(vocabulary).flatMap((shape) => Object.keys(shape)))];

/** A call's duration is the one field with a unit. */
const column = (field: string): string => (field === 'duration' ? 'durationMs' : field);

export const eventColumns: readonly string[] = ['at', 'host', 'event', ...fields.map(column)];

export function eventRow(event: CmsEvent): Row {
  const values = new Map(Object.entries(event));
  const { record, kind } = event;
  const said = fields.map((field): Cell => {
    const value: unknown = values.get(field);
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  });
  return { groups: [[time(record.at), record.host, kind], said], evidence: [record] };
}
