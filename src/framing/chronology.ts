/** Zone, year and order of each input, from what was seen of all of them. */
import type { Instant, ZoneBasis } from '#model/index.ts';
import type { Zone } from './clock.ts';
import type { Survey } from './survey.ts';
import type { Twin } from './twins.ts';
import type { QuoteStyle } from './typography.ts';
import { firstYear, lastIn, yearNear } from './year.ts';
import { assumedZone, changingZone, fixedZone, zoneByName } from './zones.ts';

export interface ChronologyOptions {
  /** As the user named it; checked before. */
  readonly zone: string | null;
  /** Year of the first stamp that has none. */
  readonly year: number | null;
  /** When the input was written last; null = not known. */
  readonly modified: Instant | null;
  /** The present, ms. */
  readonly now: number;
}

/** What is needed to read the stamps of one input. */
export interface Chronology {
  readonly zone: Zone;
  /** Year of the first stamp that has none; null = all have one. */
  readonly firstYear: number | null;
  readonly yearBasis: ZoneBasis;
  /** The records come newest first. */
  readonly newestFirst: boolean;
  /** Its lines are doubled all through. */
  readonly doubling: boolean;
  readonly quotes: QuoteStyle;
  readonly softBreaks: boolean;
}

/** What a survey of an input has shown, and what else its zone and year are decided by. */
export interface Surveyed {
  readonly survey: Survey;
  readonly options: ChronologyOptions;
}

/** Inputs of one host share what one of them proves. */
export function chronologies(inputs: readonly Surveyed[]): readonly Chronology[] {
  return inputs.map(({ survey: own, options }) => {
    const shared = inputs.filter((other) => sharesHost(own, other.survey)).flatMap((other) => other.survey.twins);
    const twins = own.twins.length > 0 ? own.twins : shared;
    const zone = (options.zone === null ? null : zoneByName(options.zone, 'option')) ?? provenZone(twins) ?? assumedZone;
    const { newestFirst, doubling, quotes, softBreaks } = own;
    const anchors = inputs.flatMap((other) => (other.survey === own || !sharesHost(own, other.survey) ? [] : (anchorOf(other) ?? [])));
    return { zone, ...yearOf(own, options, anchors), newestFirst, doubling, quotes, softBreaks };
  });
}

/** A moment of a log whose year is known, or in part: a 29 February leaves few. */
interface Anchor {
  /** ms UTC */
  readonly at: number;
  readonly isProven: boolean;
}

function anchorOf({ survey: { yearless, year, twins }, options }: Parameters<typeof chronologies>[0][number]): Anchor | null {
  if (yearless === null) return twins[0] === undefined ? null : { at: twins[0].utc, isProven: true };
  if (year !== null) return { at: lastIn(yearless, year), isProven: true };
  if (yearless.leaps.length === 0) return null;
  return { at: lastIn(yearless, firstYear(yearless, { ...options, option: options.year, proven: null }).year), isProven: false };
}

function sharesHost(a: Survey, b: Survey): boolean {
  for (const host of a.hosts) if (b.hosts.has(host)) return true;
  return false;
}

/** Twins prove a zone: one offset, or, over a change of the clocks, each the time around it. Strays among them do not count. */
function provenZone(twins: readonly Twin[]): Zone | null {
  const counts = new Map<number, number>();
  for (const { offset } of twins) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= twins.length * 0.05).map(([offset]) => offset);
  const [only, second] = common;
  if (only === undefined || common.length > 2) return null;
  if (second === undefined) return fixedZone(only, 'log');
  const proving = twins.filter(({ offset }) => common.includes(offset));
  return changingZone(
    proving.toSorted((a, b) => a.utc - b.utc),
    'log',
  );
}

/** Logs of one host that are given together are of one time, unless the time at which a file was written says otherwise. */
function yearOf(
  { yearless, year: proven }: Survey,
  { year: option, modified, now }: ChronologyOptions,
  anchors: readonly Anchor[],
): Pick<Chronology, 'firstYear' | 'yearBasis'> {
  if (yearless === null) return { firstYear: null, yearBasis: 'log' };
  const found = firstYear(yearless, { option, proven, modified, now });
  const anchor = anchors.find(({ isProven }) => isProven) ?? anchors[0];
  if (found.basis !== 'assumed' || anchor === undefined || yearless.leaps.length > 0) {
    return { firstYear: found.year, yearBasis: found.basis };
  }
  return { firstYear: yearNear(yearless, anchor.at, now), yearBasis: anchor.isProven ? 'log' : 'assumed' };
}
