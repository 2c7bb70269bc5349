/** What was not understood: a line on standard error, and all of it in a file, alike beside alike. */
import type { Alike, Analysis, Unread } from '#model/index.ts';
import { safe } from '#view/safe.ts';
import type { ReadingOptions } from './common.ts';
import type { Streams } from './streams.ts';
import { writeOutput } from './write.ts';

export async function writeUnparsed(analysis: Analysis, options: ReadingOptions, streams: Streams): Promise<void> {
  const { recordCount, lineCount } = analysis.unread;
  const behind = analysis.inputs.reduce((sum, { unparsed }) => sum + unparsed, 0);
  const all = Math.max(lineCount, behind);
  if (options.unparsed !== null) {
    await writeOutput(list(analysis), options.unparsed, streams);
    if (!options.quiet) await streams.stderr.write(`cms-timeline: ${counted(recordCount, all)}; listed in ${safe(options.unparsed)}.\n`);
  } else if (!options.quiet && (recordCount > 0 || all > 0) && (options.verbose || recordCount > 0)) {
    await streams.stderr.write(`cms-timeline: ${counted(recordCount, all)}; --unparsed <file> lists them.\n`);
  }
}

function counted(records: number, lines: number): string {
  return `${records} ${records === 1 ? 'record begins' : 'records begin'} like a known message and ${records === 1 ? 'is' : 'are'} none, ${lines} ${lines === 1 ? 'line belongs' : 'lines belong'} to no record`;
}

/**
 * All kinds at a glance, and then each with its lines. Records that begin like a known message come first: among them stands the new
 * wording of a new release.
 */
function list({ unread }: Analysis): string {
  const records = byCount(unread.alike?.records ?? []).map((kind) => toldOf(kind, toldRecord));
  const lines = byCount(unread.alike?.lines ?? []).map((kind) => toldOf(kind, (line) => ({ ...line, note: null })));
  const strange = byCount(unread.alike?.strange ?? []).map((kind) => toldOf(kind, strangeRecord));
  const strangeCount = strange.reduce((sum, { count }) => sum + count, 0);
  return [
    heading(
      unread.recordCount,
      'record that begins like a known message and is none',
      'records that begin like a known message and are none',
    ),
    ...records.map(glance),
    heading(unread.lineCount, 'line that belongs to no record', 'lines that belong to no record'),
    ...lines.map(glance),
    heading(strangeCount, 'record that begins like no known message', 'records that begin like no known message'),
    ...strange.map(glance),
    ...[...records, ...lines, ...strange].flatMap((kind) => ['', ...detail(kind)]),
    '',
  ].join('\n');
}

function heading(count: number, one: string, many: string): string {
  return `# ${count} ${count === 1 ? one : many}`;
}

function byCount<Item>(kinds: readonly Alike<Item>[]): readonly Alike<Item>[] {
  return kinds.toSorted((a, b) => b.count - a.count);
}

interface Told {
  readonly input: string;
  readonly line: number;
  readonly text: string;
  readonly note: string | null;
}

interface ToldKind {
  readonly count: number;
  readonly told: readonly Told[];
}

function toldOf<Item>({ count, items }: Alike<Item>, tell: (item: Item) => Told): ToldKind {
  return { count, told: items.map(tell) };
}

function toldRecord({ record, ...stop }: Unread): Told {
  return { input: record.input, line: record.line, text: said(record.message), note: noteOf(record.message, stop) };
}

function strangeRecord({ record }: Unread): Told {
  return { input: record.input, line: record.line, text: said(record.message), note: null };
}

function glance({ count, told }: ToldKind): string {
  return `${count} × ${safe(told[0]?.text ?? '…')}`;
}

/** The first of a kind in full, the others as far as they differ from it. */
function detail(kind: ToldKind): readonly string[] {
  const { count, told } = kind;
  const [first] = told;
  const rows = told.map(({ input, line, text }) => `    ${safe(input)}:${line}${text === first?.text ? '' : `  ${safe(text)}`}`);
  const more = count > told.length ? [`    and ${count - told.length} more`] : [];
  return [glance(kind), ...(first?.note == null ? [] : [`    ${safe(first.note)}`]), ...rows, ...more];
}

function said(message: string): string {
  return message.replaceAll('\n', ' ');
}

function noteOf(message: string, { stoppedAt, expected, begins }: Omit<Unread, 'record'>): string {
  return said(
    `read up to "${message.slice(Math.max(0, stoppedAt - 24), stoppedAt)}", expected ${expected}${begins === null ? '' : ` (${begins})`}`,
  );
}
