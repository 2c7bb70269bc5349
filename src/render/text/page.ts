/** What all text views share: the options, and what follows from them once. */
import { type Analysis, type Evidence, isDateless, type ZoneBasis } from '#model/index.ts';
import { type ClockFace, clockFace } from '#view/axis.ts';
import { type FindingsOf, indexFindings } from '#view/finding-index.ts';
import { zoneBasisWords } from '#view/labels.ts';
import { safe } from '#view/safe.ts';
import { shortenMiddle, wrap } from '#view/shorten.ts';
import type { Window } from '#view/window.ts';
import type { Style } from './style.ts';

export interface TextOptions {
  /** Columns of the output; below 60, 60. */
  readonly columns: number;
  readonly style: Style;
  /** Zone that times are written in. */
  readonly zone: string;
  /** Only what lies in this window; default: all. */
  readonly window?: Window | null;
}

export interface Page {
  readonly columns: number;
  readonly style: Style;
  readonly face: ClockFace;
  readonly analysis: Analysis;
  readonly window: Window | null;
  readonly findingsOf: FindingsOf;
  /** `line 39`, with the input's name where there are several. */
  place(evidence: Evidence): string;
}

export function pageOf(analysis: Analysis, { columns, style, zone, window }: TextOptions): Page {
  return {
    columns: Math.max(60, Math.floor(columns)),
    style,
    face: clockFace(zone),
    analysis,
    window: window ?? null,
    findingsOf: indexFindings(analysis),
    place: places(analysis, style.signs.ellipsis),
  };
}

/** Widest name of an input in a column of places. */
const nameColumns = 24;

function places({ inputs }: Analysis, ellipsis: string): Page['place'] {
  if (inputs.length < 2) return ({ line }) => `line ${line}`;
  const names = inputs.map(({ name }) => name);
  const last = names.map(lastPart);
  // The last part of a path tells inputs apart, unless several have the same: then all of it is needed.
  const short = new Map(names.map((name, index) => [name, new Set(last).size === new Set(names).size ? (last[index] ?? name) : name]));
  return ({ input, line }) => `${shortenMiddle(safe(short.get(input) ?? input), nameColumns, ellipsis)}:${line}`;
}

function lastPart(path: string): string {
  return (
    path
      .replace(/[/\\!]+$/u, '')
      .split(/[/\\!]/u)
      .at(-1) ?? path
  );
}

/** `Times are UTC: assumed, the log names no zone.` */
export function zoneLines({ analysis, face, columns, style }: Page): readonly string[] {
  const stamps = new Map<string, ZoneBasis>(analysis.inputs.map(({ zone }) => [zone.name, zone.basis]));
  const read = [...stamps].map(([name, basis]) =>
    name === face.zone ? zoneBasisWords[basis] : `stamps read as ${name}, ${zoneBasisWords[basis]}`,
  );
  const sentence = `Times are ${face.zone}${read.length === 0 ? '' : ` (${read.join('; ')})`}.${yearWords(analysis)}`;
  return wrap(sentence, columns, style.signs.ellipsis).map((line) => style.paint(line, 'faint'));
}

/** Stamps without a year got one: said where it was not given. */
function yearWords({ inputs }: Analysis): string {
  const dateless = inputs.some(({ span }) => span.from !== null && isDateless(span.from))
    ? ' The date is unknown: the log shows none, and --date sets it.'
    : '';
  const assumed = [...new Set(inputs.flatMap(({ year }) => (year?.basis === 'assumed' ? [year.first] : [])))];
  return assumed.length === 0
    ? dateless
    : `${dateless} The year ${assumed.join(', ')} is assumed: the stamps name none, and --year sets it.`;
}

/** Whether any zone was only assumed: then no view may let it pass unsaid. */
export function isZoneAssumed({ inputs }: Analysis): boolean {
  return inputs.some(({ zone }) => zone.basis === 'assumed');
}
