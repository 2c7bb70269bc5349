/** What was not understood: a line on standard error, and all of it in a file, alike beside alike. */
import type { Analysis } from '#model/index.ts';
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

interface Group {
  readonly title: string;
  readonly places: string[];
  count: number;
}

/** Records that begin like a known message come first: among them stands the new wording of a new release. */
function list({ unread }: Analysis): string {
  const records = group(
    unread.records.map(({ record, expected, stoppedAt, begins }) => ({
      text: record.message.replaceAll('\n', ' '),
      note: `read up to "${record.message.slice(Math.max(0, stoppedAt - 24), stoppedAt)}", expected ${expected}${begins === null ? '' : ` (${begins})`}`,
      place: `${record.input}:${record.line}`,
    })),
  );
  const lines = group(unread.lines.map(({ text, input, line }) => ({ text, note: null, place: `${input}:${line}` })));
  const heading = (count: number, what: string): string => `# ${count} ${what}\n`;
  return [
    heading(unread.recordCount, 'records that begin like a known message and are none'),
    ...records,
    heading(unread.lineCount, 'lines that belong to no record'),
    ...lines,
  ].join('\n');
}

function group(items: readonly { readonly text: string; readonly note: string | null; readonly place: string }[]): readonly string[] {
  const groups = new Map<string, Group>();
  for (const { text, note, place } of items) {
    const key = likeness(text);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { title: `${text}${note === null ? '' : `\n    ${note}`}`, places: [place], count: 1 });
    else {
      known.count += 1;
      if (known.places.length < 20) known.places.push(place);
    }
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .map(
      ({ title, places, count }) =>
        `${count} × ${title.split('\n').map(safe).join('\n')}\n    ${places.map(safe).join(' ')}${count > places.length ? ' …' : ''}\n`,
    );
}

/** Texts are alike when they differ in ids, numbers and quoted names only. */
function likeness(text: string): string {
  return text
    .slice(0, 400)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu, '#')
    .replace(/"[^"]*"/gu, '""')
    .replace(/\d+/gu, '0');
}
