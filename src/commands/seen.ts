/** Inputs → what of them is to be seen: read, then selected by the options that all commands share. */
import type { Analysis } from '#model/index.ts';
import { clockFace, zoneOf } from '#view/axis.ts';
import { safe } from '#view/safe.ts';
import { select } from '#view/select.ts';
import { createWindow, type StatedTime, statedTime, type Window } from '#view/window.ts';
import { findingsOf, readingOf, type SelectionOptions, selectionOf } from './common.ts';
import { withConfiguration } from './configured-roles.ts';
import { type ReadWishes, read } from './read.ts';
import { list, type RawOptions, text } from './specification.ts';
import { type Streams, UsageError } from './streams.ts';

/** What a command wants beside what the command line says. */
export interface SeeWishes extends ReadWishes {
  /** Meetings stay whole when anybody in them is selected. */
  readonly wholeMeetings?: boolean;
  /** Only what the log shows: roles that a configuration tells are left out. */
  readonly observed?: boolean;
}

export interface Seen {
  readonly analysis: Analysis;
  /** Pseudonyms stand for all names in it. */
  readonly redacted: boolean;
  /** What a pseudonym stands for; any other text as it is. */
  original(name: string): string;
  /** The zone that times are written in: that of the log, unless another is asked for. */
  readonly zone: string;
  /** null = all times. */
  readonly window: Window | null;
  /** 0, or 1 when an input could not be read although others could. */
  readonly code: 0 | 1 | 130;
}

/**
 * Reads the inputs and selects from them.
 * @throws UsageError for times, zones and years that are none, before anything is read
 * @throws InputError when nothing can be read
 */
export async function see(inputs: readonly string[], options: RawOptions, streams: Streams, wishes: SeeWishes = {}): Promise<Seen> {
  const asked = selectionOf(options);
  const shown = zoneOption(options, '--show-zone', 'showZone');
  zoneOption(options, '--zone', 'zone');
  windowOf(asked, 'UTC');
  const { wholeMeetings = false, observed = false, ...readWishes } = wishes;
  const reading = readingOf(options);
  const { analysis, redaction, code } = await read(inputs, reading, streams, {
    clockOf: (zone) => clockFace(shown ?? zone),
    findings: findingsOf(options),
    ...readWishes,
  });
  const known = observed ? analysis : await withConfiguration(analysis, list(options, 'config'), streams, redaction?.original);
  const zone = shown ?? analysis.inputs[0]?.zone.name ?? 'UTC';
  const window = windowOf(asked, zone);
  const selected = select(known, {
    spaces: asked.space,
    participants: asked.participant,
    window,
    wholeMeetings,
    ...(redaction === null ? {} : { original: redaction.original }),
  });
  if (!reading.quiet && selected.spaces.length === 0 && analysis.spaces.length > 0) {
    await streams.stderr.write(`cms-timeline: nothing is left of ${spaceNames(analysis)} by --space, --participant, --from and --to.\n`);
  }
  return { analysis: selected, redacted: redaction !== null, original: redaction?.original ?? ((name) => name), zone, window, code };
}

/** @throws UsageError for a zone that is none */
function zoneOption(options: RawOptions, flags: string, name: string): string | null {
  const zone = text(options, name);
  if (zone === null || zoneOf(zone) !== null) return zone;
  throw new UsageError(`${flags} ${safe(zone)}: there is no zone of that name; zones are named as in Europe/Vienna, +02:00 or UTC.`);
}

function windowOf({ from, to }: SelectionOptions, zone: string): Window | null {
  const bounds = { from: timeOption('--from', from, zone), to: timeOption('--to', to, zone) };
  if (bounds.from?.kind === 'moment' && bounds.to?.kind === 'moment' && bounds.from.at > bounds.to.at) {
    throw new UsageError(`--from ${from} is later than --to ${to}.`);
  }
  return createWindow(bounds, zone);
}

/** @throws UsageError for a time that is none */
export function timeOption(flags: string, written: string | null, zone: string): StatedTime | null {
  if (written === null) return null;
  const time = statedTime(written, zone);
  if (time !== null) return time;
  throw new UsageError(`${flags} ${safe(written)}: no time; times are written as 2024-03-05T09:00, 2024-03-05, or 09:00:30 of any day.`);
}

/** The first few, so that a mistyped name shows. */
function spaceNames({ spaces }: Analysis): string {
  const names = spaces.slice(0, 4).map(({ name, id }) => `"${safe(name ?? id ?? 'a space without a name')}"`);
  const more = spaces.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
