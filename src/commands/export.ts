/** `export`: the timelines as data, in the format that is asked for or that the file's ending tells. */
import type { EvidenceDetail } from '#render/data/evidence.ts';
import { type ExportFormat, isExportFormat, isTableName, type TableName } from '#render/index.ts';
import { version } from '../version.ts';
import { evidenceOf, selectionOf } from './common.ts';
import type { ReadWishes } from './read.ts';
import { type Seen, see } from './seen.ts';
import { list, type RawOptions, text } from './specification.ts';
import { streamRows } from './stream-rows.ts';
import { type Streams, UsageError } from './streams.ts';
import { writePieces } from './write.ts';
import { createYoungSpaceGuard } from './young-space.ts';

export async function exportData(inputs: readonly string[], options: RawOptions, streams: Streams): Promise<number> {
  const output = text(options, 'output');
  const format = formatOf(text(options, 'format'), output);
  const table = tableOf(text(options, 'table'), format);
  if ((format === 'csv' || format === 'ndjson') && table !== 'events' && isWhole(options)) {
    return streamRows(inputs, options, streams, { format, table, evidence: evidenceOf(options), window: null });
  }
  const onMeeting = createYoungSpaceGuard();
  const seen = await see(inputs, options, streams, { keepEvents: table === 'events', keepTies: false, onMeeting, ...utc(options) });
  await writePieces(await exported(seen, format, table, evidenceOf(options)), output, streams);
  return seen.code;
}

/** Nothing is selected: rows can be written while the log is read, and a log of any length needs no more memory than a short one. */
function isWhole(options: RawOptions): boolean {
  const { space, participant, from, to } = selectionOf(options);
  return list(options, 'config').length === 0 && space.length === 0 && participant.length === 0 && from === null && to === null;
}

/** Data are in UTC, and so are the sentences in them unless another zone is asked for. */
function utc(options: RawOptions): ReadWishes {
  return text(options, 'showZone') === null ? { clockOf: () => null } : {};
}

/** Endings that say more than json, which is the default. */
const endings: Readonly<Record<string, ExportFormat>> = {
  csv: 'csv',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  mmd: 'mermaid',
  mermaid: 'mermaid',
};

function formatOf(asked: string | null, output: string | null): ExportFormat {
  if (asked !== null && isExportFormat(asked)) return asked;
  return endings[/\.([^./\\]+)$/u.exec(output ?? '')?.[1]?.toLowerCase() ?? ''] ?? 'json';
}

/** @throws UsageError for a table of what has none */
function tableOf(asked: string | null, format: ExportFormat): TableName {
  if (asked === null) return 'intervals';
  if (format !== 'csv' && format !== 'ndjson')
    throw new UsageError(`--table ${asked}: only csv and ndjson have tables, ${format} holds everything.`);
  return isTableName(asked) ? asked : 'intervals';
}

/** Text in pieces. */
async function exported(
  { analysis, zone, window }: Seen,
  format: ExportFormat,
  table: TableName,
  evidence: EvidenceDetail,
): Promise<Iterable<string>> {
  switch (format) {
    case 'json': {
      const { renderJson } = await import('#render/data/json.ts');
      return renderJson(analysis, { version, evidence });
    }
    case 'ndjson':
    case 'csv': {
      const { renderRows } = await import('#render/data/tables.ts');
      return renderRows(analysis, { format, table, evidence, window });
    }
    case 'mermaid': {
      const { renderMermaid } = await import('#render/data/mermaid.ts');
      return [renderMermaid(analysis, { zone, window })];
    }
    case 'perfetto': {
      const { renderPerfetto } = await import('#render/data/perfetto.ts');
      return [renderPerfetto(analysis, { version, evidence, window })];
    }
  }
}
