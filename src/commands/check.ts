/** `check`: what the guest/host configuration amounts to, what is wrong with it, and whether a log shows what it promises. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ConfigurationReading, compare, savedFiles, verdictOf } from '#configuration/index.ts';
import type { Severity } from '#model/index.ts';
import type { Comparison, Verdict } from '#model/verdict.ts';
import { createStyle } from '#render/text/style.ts';
import { version } from '../version.ts';
import { type CheckFormat, checkFormats, severities } from './check-options.ts';
import { readingOf, selectionOf } from './common.ts';
import { type AskPassword, readLive } from './live-configuration.ts';
import { askPassword } from './password.ts';
import { pipedLog } from './piped-log.ts';
import { readSaved } from './saved-configuration.ts';
import { type SpaceMatcher, spaceMatcher } from './space-matcher.ts';
import { flag, list, type RawOptions, text } from './specification.ts';
import { InputError, type Streams, UsageError } from './streams.ts';
import { wantsColour, wantsUnicode } from './terminal.ts';
import { writeOutput } from './write.ts';

/**
 * @param inputs logs to hold the configuration against; none = the configuration alone
 * @param ask where a password comes from that no file and no variable gives
 * @returns 0, 1 when an input could not be used although others could, 3 when `--fail-on` found something
 */
export async function check(
  inputs: readonly string[],
  options: RawOptions,
  streams: Streams,
  ask: AskPassword = askPassword,
): Promise<number> {
  if (readingOf(options).redact) throw new UsageError('check does not redact: a verdict names ways in by the addresses to mend.');
  const output = text(options, 'output');
  const format = formatOf(text(options, 'format'), output);
  const wanted = spaceMatcher(selectionOf(options).space);
  const { reading, problems } = await configurationOf(inputs, options, wanted, streams, ask);
  for (const problem of problems) await streams.stderr.write(`cms-timeline: ${problem}\n`);
  const save = text(options, 'save');
  if (save !== null) await keep(reading, save);
  const log = await comparisonOf(inputs, options, reading, streams);
  const whole = verdictOf(reading, log.comparison);
  const verdict = { ...whole, spaces: whole.spaces.filter(wanted) };
  if (verdict.spaces.length === 0 && whole.spaces.length > 0) {
    await streams.stderr.write('cms-timeline: none of the spaces of the configuration is left by --space.\n');
  }
  await writeOutput(await rendered(verdict, format, output, streams), output, streams);
  if (failsOn(verdict, text(options, 'failOn'))) return 3;
  return problems.length > 0 || log.code === 1 || (flag(options, 'strict') && verdict.notices.some(({ severity }) => severity !== 'info'))
    ? 1
    : 0;
}

interface Obtained {
  readonly reading: ConfigurationReading;
  readonly problems: readonly string[];
}

/** @throws UsageError where none is given, or two */
async function configurationOf(
  inputs: readonly string[],
  options: RawOptions,
  wanted: SpaceMatcher,
  streams: Streams,
  ask: AskPassword,
): Promise<Obtained> {
  const saved = list(options, 'config');
  const api = text(options, 'api');
  if (api !== null && saved.length > 0) throw new UsageError('check takes --config or --api, not both.');
  if (saved.length > 0) {
    if (saved.includes('-') && inputs.includes('-')) throw new UsageError('Standard input can be the configuration or the log, not both.');
    return readSaved(saved, streams);
  }
  if (api !== null) {
    const live = {
      ...{ api, user: text(options, 'user'), passwordFile: text(options, 'passwordFile'), ca: text(options, 'ca'), wants: wanted },
      ...{ insecure: flag(options, 'insecure'), quiet: flag(options, 'quiet') },
    };
    return { reading: await readLive(live, streams, ask), problems: [] };
  }
  // A log with API traces brings its own configuration.
  const traced = inputs.length === 0 || inputs.includes('-') ? null : await readSaved(inputs, streams).catch(() => null);
  if (traced !== null) return { reading: traced.reading, problems: [] };
  throw new UsageError(
    'check needs a configuration: --config <path> of saved answers of the API, or --api https://host:port of a live server.',
  );
}

interface LogReading {
  readonly comparison: Comparison | null;
  readonly code: 0 | 1 | 130;
}

/** The log is optional: a terminal, an empty pipe and a silent one are none. */
async function comparisonOf(
  inputs: readonly string[],
  options: RawOptions,
  reading: ConfigurationReading,
  streams: Streams,
): Promise<LogReading> {
  const taken = list(options, 'config').includes('-');
  const log = inputs.length > 0 ? streams : taken ? null : await pipedLog(streams);
  if (log === null) return { comparison: null, code: 0 };
  const { see } = await import('./seen.ts');
  const { analysis, code } = await see(inputs, options, log, { observed: true });
  return { comparison: compare(reading.configuration, analysis), code };
}

/** @throws UsageError for an ending that is no format */
function formatOf(asked: string | null, output: string | null): CheckFormat {
  const known = checkFormats.find((format) => format === asked);
  if (known !== undefined) return known;
  const endings: Readonly<Record<string, CheckFormat>> = {
    txt: 'text',
    json: 'json',
    md: 'markdown',
    markdown: 'markdown',
    html: 'html',
    htm: 'html',
  };
  const ending = output === null ? null : (/\.([^./\\]+)$/u.exec(output)?.[1]?.toLowerCase() ?? null);
  if (ending === null) return 'text';
  const format = endings[ending];
  if (format !== undefined) return format;
  throw new UsageError(`-o ${output}: a verdict can be .txt, .json, .md or .html; --format names one of them for any file.`);
}

async function rendered(verdict: Verdict, format: CheckFormat, output: string | null, streams: Streams): Promise<string> {
  switch (format) {
    case 'text': {
      const { renderVerdictText } = await import('#render/verdict/text.ts');
      const colour = output === null && wantsColour(streams.stdout, streams.env);
      const style = createStyle({ colour, unicode: wantsUnicode(streams.env) });
      return renderVerdictText(verdict, { columns: Math.max(40, streams.stdout.columns || 120), style });
    }
    case 'json':
      return (await import('#render/verdict/json.ts')).renderVerdictJson(verdict, { version });
    case 'markdown':
      return (await import('#render/verdict/markdown.ts')).renderVerdictMarkdown(verdict);
    case 'html':
      return (await import('#render/verdict/html.ts')).renderVerdictHtml(verdict);
  }
}

/** Faults of answers that a later one replaced are history. */
function failsOn({ spaces, comparison }: Verdict, threshold: string | null): boolean {
  const least = rank(threshold);
  if (least < 0) return false;
  const current = spaces.filter(({ version: { number, of } }) => number === of);
  const found: readonly Severity[] = [...current.flatMap(({ faults }) => faults), ...(comparison?.findings ?? [])].map(
    ({ severity }) => severity,
  );
  return found.some((severity) => rank(severity) >= least);
}

function rank(severity: string | null): number {
  const names: readonly (string | null)[] = severities;
  return names.indexOf(severity);
}

async function keep({ kept }: ConfigurationReading, directory: string): Promise<void> {
  try {
    for (const { path, text: content } of savedFiles(kept)) {
      const file = join(directory, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new InputError(`--save ${directory} cannot be written (${code}).`);
  }
}
