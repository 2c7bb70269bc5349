/** Which formats there are. Help, `--format` and file endings are derived from this table; each renderer is loaded when it is used. */

export const drawFormats = ['svg', 'png', 'html'] as const;
/** Orders of lanes. */
export const laneOrders = ['role', 'joined', 'left', 'waited', 'name'] as const;
export const foldings = ['auto', 'always', 'never'] as const;
/** What `explain` writes: for terminals, tickets and programs. */
export const explainFormats = ['text', 'markdown', 'jira', 'json'] as const;
export const exportFormats = ['json', 'ndjson', 'csv', 'mermaid', 'perfetto'] as const;
/** Formats of rows, which have a table for each thing that can be a row. */
export const tableNames = ['intervals', 'participants', 'events'] as const;

/** Text views, each with what it is for; `render/text/views.ts` has their renderers. */
export const textViews = {
  timeline: 'a picture of each meeting, and every change with its reason',
  list: 'a line for each meeting, with how long people waited',
  events: 'every change of everybody in the order of time',
} as const;

export type DrawFormat = (typeof drawFormats)[number];
export type ExportFormat = (typeof exportFormats)[number];
export type ExplainFormat = (typeof explainFormats)[number];
export type TableName = (typeof tableNames)[number];

export function isDrawFormat(name: string): name is DrawFormat {
  return drawFormats.some((format) => format === name);
}

export function isExportFormat(name: string): name is ExportFormat {
  return exportFormats.some((format) => format === name);
}

export function isExplainFormat(name: string): name is ExplainFormat {
  return explainFormats.some((format) => format === name);
}

export function isTableName(name: string): name is TableName {
  return tableNames.some((table) => table === name);
}
