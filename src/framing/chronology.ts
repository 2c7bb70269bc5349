/** Zone, year and order of each input, from what was seen of all of them. */
import type { Instant, ZoneBasis } from '#model/index.ts';
import type { Zone } from './clock.ts';
import type { Survey } from './survey.ts';
import type { Twin } from './twins.ts';
import type { QuoteStyle } from './typography.ts';
import { firstYear } from './year.ts';
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
}

/** Inputs of one host share what one of them proves. */
export function chronologies(inputs: readonly { readonly survey: Survey; readonly options: ChronologyOptions }[]): readonly Chronology[] {
  return inputs.map(({ survey: own, options }) => {
    const shared = inputs.filter((other) => sharesHost(own, other.survey)).flatMap((other) => other.survey.twins);
    const twins = own.twins.length > 0 ? own.twins : shared;
    const zone = (options.zone === null ? null : zoneByName(options.zone, 'option')) ?? provenZone(twins) ?? assumedZone;
    const { newestFirst, doubling, quotes } = own;
    return { zone, ...yearOf(own, options), newestFirst, doubling, quotes };
  });
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

function yearOf(
  { yearless, year }: Survey,
  { year: option, modified, now }: ChronologyOptions,
): Pick<Chronology, 'firstYear' | 'yearBasis'> {
  if (yearless === null) return { firstYear: null, yearBasis: 'log' };
  const found = firstYear(yearless, { option, proven: year, modified, now });
  return { firstYear: found.year, yearBasis: found.basis };
}
