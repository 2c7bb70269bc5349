/** The options of all commands that read logs. */
import { flag, list, type OptionSpecification, type RawOptions, text } from './specification.ts';
import { UsageError } from './streams.ts';

export const readingOptions: readonly OptionSpecification[] = [
  { flags: '--space <id|name|glob>', description: 'only these spaces (repeatable)', repeatable: true },
  { flags: '--participant <glob>', description: 'only meetings with these participants (repeatable)', repeatable: true },
  { flags: '--from <time>', description: 'from this time on: 2024-03-05T09:00, or 09:00 of any day' },
  { flags: '--to <time>', description: 'up to this time' },
  { flags: '--zone <zone>', description: "zone of the log's stamps: Europe/Vienna, +02:00 (else found in the log, else UTC)" },
  { flags: '--show-zone <zone>', description: 'zone of the times that are shown' },
  { flags: '--year <n>', description: 'year of the first stamp, for stamps without one (else inferred)' },
  { flags: '--grammar <file>', description: 'wordings of your own, beside those of the program (repeatable)', repeatable: true },
  { flags: '--quiet', description: 'nothing on standard error but errors' },
  { flags: '--strict', description: 'take anything unreadable or lost for an error' },
];

export interface ReadingOptions {
  readonly zone: string | null;
  readonly year: number | null;
  readonly grammar: readonly string[];
  readonly quiet: boolean;
  readonly strict: boolean;
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
  };
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
