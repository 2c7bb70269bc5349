/** The options of all commands that read logs. */
import type { InputLimits } from '#input/index.ts';
import { parseDuration } from '#view/duration.ts';
import { flag, list, type OptionSpecification, type RawOptions, text } from './specification.ts';
import { UsageError } from './streams.ts';

export const readingOptions: readonly OptionSpecification[] = [
  { flags: '--space <id|name|glob>', description: 'only these spaces (repeatable)', repeatable: true },
  { flags: '--participant <glob>', description: 'only meetings with these participants (repeatable)', repeatable: true },
  { flags: '--from <time>', description: 'from this time on: 2024-03-05T09:00, or 09:00 of any day' },
  { flags: '--to <time>', description: 'up to this time' },
  { flags: '--waited-longer-than <time>', description: 'from which wait in the lobby on a finding is made of it: 90s, 5m (5m)' },
  { flags: '--expect-host <glob>', description: 'name or address of somebody who should be a host (repeatable)', repeatable: true },
  { flags: '--zone <zone>', description: "zone of the log's stamps: Europe/Vienna, +02:00 (else found in the log, else UTC)" },
  { flags: '--show-zone <zone>', description: 'zone of the times that are shown' },
  { flags: '--year <n>', description: 'year of the first stamp, for stamps without one (else inferred)' },
  { flags: '--grammar <file>', description: 'wordings of your own, beside those of the program (repeatable)', repeatable: true },
  { flags: '--date <date>', description: 'date of the last record of a log that shows none: 2024-03-05' },
  { flags: '--paste', description: 'read what is pasted into the terminal, until Ctrl-D' },
  { flags: '--unparsed <file>', description: 'list what was not understood, with line numbers, alike beside alike' },
  { flags: '--max-record <bytes>', description: 'longest record (65536); longer ones are cut' },
  { flags: '--max-bytes <bytes>', description: 'most bytes of one input after decompression (256 GiB)' },
  { flags: '--max-ratio <n>', description: 'most bytes after decompression for one before it (1000)' },
  { flags: '--max-members <n>', description: 'most members of one archive (100000)' },
  { flags: '--max-depth <n>', description: 'most archives within each other (6)' },
  { flags: '--redact', description: 'pseudonyms instead of names, addresses, hosts and ids, in log lines too' },
  { flags: '--redact-map <file>', description: 'write what the pseudonyms stand for into a file that only you can read' },
  { flags: '--verbose', description: 'name what was passed over' },
  { flags: '--quiet', description: 'nothing on standard error but errors' },
  { flags: '--strict', description: 'take anything unreadable or lost for an error' },
];

export const evidenceOption: OptionSpecification = {
  flags: '--evidence <detail>',
  description: 'how much of the log to repeat: records, line numbers, nothing',
  choices: ['text', 'lines', 'none'],
  initial: 'text',
};

/** Of the commands that show timelines; `check` has a `--config` of its own. */
export const viewingOptions: readonly OptionSpecification[] = [
  {
    flags: '--config <path>',
    description: 'saved answers of the API, for roles that the log leaves open: file, directory or archive (repeatable)',
    repeatable: true,
  },
  ...readingOptions,
];

export interface ReadingOptions {
  readonly zone: string | null;
  readonly year: number | null;
  readonly grammar: readonly string[];
  readonly quiet: boolean;
  readonly strict: boolean;
  readonly verbose: boolean;
  readonly paste: boolean;
  readonly redact: boolean;
  /** A file. */
  readonly redactMap: string | null;
  /** Midnight, ms as if UTC. */
  readonly date: number | null;
  /** A file. */
  readonly unparsed: string | null;
  readonly maxRecord: number | null;
  readonly limits: Partial<InputLimits>;
}

export interface SelectionOptions {
  readonly space: readonly string[];
  readonly participant: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** @throws UsageError for a year that is none. */
export function readingOf(options: RawOptions): ReadingOptions {
  return {
    zone: text(options, 'zone'),
    year: yearOf(text(options, 'year')),
    grammar: list(options, 'grammar'),
    quiet: flag(options, 'quiet'),
    strict: flag(options, 'strict'),
    verbose: flag(options, 'verbose'),
    paste: flag(options, 'paste'),
    // Who asks what the pseudonyms stand for wants pseudonyms.
    redact: flag(options, 'redact') || text(options, 'redactMap') !== null,
    redactMap: text(options, 'redactMap'),
    date: dateOf(text(options, 'date')),
    unparsed: text(options, 'unparsed'),
    maxRecord: countOf(options, '--max-record', 'maxRecord'),
    limits: limitsOf(options),
  };
}

/**
 * What findings are to look for.
 * @throws UsageError for a length of time that is none
 */
export function findingsOf(options: RawOptions): { readonly waitedLongerThanMs: number | null; readonly expectHosts: readonly string[] } {
  const given = text(options, 'waitedLongerThan');
  const waitedLongerThanMs = given === null ? null : parseDuration(given);
  if (given !== null && waitedLongerThanMs === null) {
    throw new UsageError(`--waited-longer-than ${given}: a length of time is expected, as in 90s, 5m or 1h30m.`);
  }
  return { waitedLongerThanMs, expectHosts: list(options, 'expectHost') };
}

/** How much of the log is repeated. */
export function evidenceOf(options: RawOptions): 'text' | 'lines' | 'none' {
  const detail = text(options, 'evidence');
  return detail === 'lines' || detail === 'none' ? detail : 'text';
}

export function selectionOf(options: RawOptions): SelectionOptions {
  return {
    space: list(options, 'space'),
    participant: list(options, 'participant'),
    from: text(options, 'from'),
    to: text(options, 'to'),
  };
}

function yearOf(given: string | null): number | null {
  if (given === null) return null;
  if (/^\d{4}$/u.test(given)) return Number(given);
  throw new UsageError(`--year ${given}: a year has four digits, as in --year 2024.`);
}

function dateOf(given: string | null): number | null {
  if (given === null) return null;
  const at = /^\d{4}-\d{2}-\d{2}$/u.test(given) ? Date.parse(`${given}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new UsageError(`--date ${given}: a date is written as in --date 2024-03-05.`);
  return at;
}

/**
 * A whole number above 0; null when the option is not given.
 * @throws UsageError for anything else
 */
export function countOf(options: RawOptions, flags: string, name: string): number | null {
  const given = text(options, name);
  if (given === null) return null;
  const count = Number(given);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new UsageError(`${flags} ${given}: a whole number is expected, as in ${flags} 1000000.`);
}

function limitsOf(options: RawOptions): Partial<InputLimits> {
  const given = {
    bytes: countOf(options, '--max-bytes', 'maxBytes'),
    ratio: countOf(options, '--max-ratio', 'maxRatio'),
    members: countOf(options, '--max-members', 'maxMembers'),
    depth: countOf(options, '--max-depth', 'maxDepth'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}
