/**
 * A first look at an input, for what its stamps leave out: the zone and the year. Messages of other processes carry UTC beside
 * the local stamp of their header (facts: nginx, postgres, Go proxies, API traces); one such twin proves the zone.
 */
import { assumedZone, changingZone, fixedZone, zoneByName } from './zones.ts';
import type { Zone } from './clock.ts';
import type { Instant } from '#model/index.ts';

/** What a sample of an input tells. */
export interface Survey {
  /** Stamps without a year: the first as month and day, how often they pass New Year. */
  readonly yearless: { readonly month: number; readonly day: number; readonly crossings: number; readonly leapDay: boolean } | null;
  /** A year that a stamp or a twin names, of the first stamp. */
  readonly year: number | null;
  /** In the order of the log. */
  readonly twins: readonly Twin[];
  readonly hosts: ReadonlySet<string>;
}

/** A moment that the log writes in UTC beside the local stamp. */
export interface Twin {
  readonly utc: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const names = monthNames.join('|');
const head = new RegExp(
  `(?:^|[^A-Za-z0-9])(?:(${names}) {1,2}(\\d{1,2})|(20\\d\\d)-(\\d\\d)-(\\d\\d)[T ] ?)[T ]? {0,2}(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.\\d{1,9})?(?: [a-z0-9]{1,10}\\.[a-z]{1,10} ([^ ]{1,255}) )?`,
  'u',
);
const nginx = new RegExp(`\\[(\\d\\d)/(${names})/(20\\d\\d):(\\d\\d):(\\d\\d):(\\d\\d) \\+0000\\]`, 'u');
const msec = /\bmsec (\d{10})\.\d{3}\b/u;
const postgres = /\b(20\d\d)-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.\d{1,6})? UTC\b/u;
const proxy = /(?:^|\s)(20\d\d)\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)(?:\.\d{1,9})? /u;
const trace = /<(?:cdrTime|time)>(20\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z</u;
/** Cheap tests, before any expression is tried. */
const hints = ['+0000]', 'msec ', ' UTC', 'Time>', '/20', '20'] as const;

interface Local {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** Seconds since midnight. */
  readonly second: number;
}

/** Looks at a sample: one character per byte, from the beginning of an input. Linear. */
export function survey(sample: string): Survey {
  let first: Local | null = null;
  let last: Local | null = null;
  let crossings = 0;
  let leapDay = false;
  let year: number | null = null;
  const twins: Twin[] = [];
  const hosts = new Set<string>();
  for (const line of linesOf(sample)) {
    const found = head.exec(line);
    if (found === null) continue;
    const local = localOf(found);
    if (found[9] !== undefined && hosts.size < 64) hosts.add(found[9]);
    first ??= local;
    if (last !== null && local.year === null && last.month - local.month > 6) crossings += 1;
    if (local.year === null && local.month === 2 && local.day === 29) leapDay = true;
    last = local;
    const twin = twinOf(line.slice(found.index + found[0].length));
    if (twin === null) continue;
    const offset = offsetOf(local, twin);
    if (offset !== null && twins.length < 10_000) twins.push({ utc: twin, offset });
    if (local.year === null && offset !== null) year ??= new Date(twin + offset * 60_000).getUTCFullYear() - crossings;
  }
  const yearless = first === null || first.year !== null ? null : { month: first.month, day: first.day, crossings, leapDay };
  return { yearless, year: first?.year ?? year, twins, hosts };
}

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, Math.min(to, from + 4096));
    from = to + 1;
  }
}

function localOf(found: RegExpExecArray): Local {
  const month = found[1] === undefined ? Number(found[4]) : monthNames.indexOf(found[1]) + 1;
  return {
    year: found[3] === undefined ? null : Number(found[3]),
    month,
    day: Number(found[2] ?? found[5]),
    second: (Number(found[6]) * 60 + Number(found[7])) * 60 + Number(found[8]),
  };
}

/** The UTC that a message names, ms; null = none. */
function twinOf(message: string): number | null {
  if (!hints.some((hint) => message.includes(hint))) return null;
  const seconds = msec.exec(message)?.[1];
  if (seconds !== undefined) return Number(seconds) * 1000;
  const web = nginx.exec(message);
  if (web !== null) {
    const [, day, month = '', year, ...time] = web;
    return Date.UTC(Number(year), monthNames.indexOf(month), Number(day), Number(time[0]), Number(time[1]), Number(time[2]));
  }
  const plain = postgres.exec(message) ?? proxy.exec(message) ?? trace.exec(message);
  if (plain === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = plain.slice(1, 7).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Zones differ from UTC by whole quarters of an hour; the two clocks of a box by seconds (seen: 4 s). */
const quarter = 15;
const tolerance = 120;

/** Minutes east of UTC that make a local time of a twin; null = they cannot be one moment. */
function offsetOf(local: Local, utc: number): number | null {
  const year = new Date(utc).getUTCFullYear();
  const years = local.year === null ? [year - 1, year, year + 1] : [local.year];
  for (const candidate of years) {
    const seconds = (Date.UTC(candidate, local.month - 1, local.day) + local.second * 1000 - utc) / 1000;
    const minutes = Math.round(seconds / 60 / quarter) * quarter;
    if (Math.abs(minutes) <= 14 * 60 && Math.abs(seconds - minutes * 60) <= tolerance) return minutes;
  }
  return null;
}

export interface ChronologyOptions {
  /** As the user named it; checked before. */
  readonly zone: string | null;
  readonly year: number | null;
  /** When the input was written last; null = not known. */
  readonly modified: Instant | null;
  /** The present, ms. */
  readonly now: number;
}

/** What a clock needs to read the stamps of one input. */
export interface Chronology {
  readonly zone: Zone;
  /** Year of the first stamp that has none; null = all have one. */
  readonly firstYear: number | null;
  readonly yearBasis: 'option' | 'log' | 'assumed';
}

/** Zone and year of each input. Inputs of one host share what one of them proves. */
export function chronologies(inputs: readonly { readonly survey: Survey; readonly options: ChronologyOptions }[]): readonly Chronology[] {
  return inputs.map(({ survey: own, options }) => {
    const shared = inputs.filter((other) => sharesHost(own, other.survey)).flatMap((other) => other.survey.twins);
    const twins = own.twins.length > 0 ? own.twins : shared;
    const zone = (options.zone === null ? null : zoneByName(options.zone, 'option')) ?? provenZone(twins) ?? assumedZone;
    return { zone, ...yearOf(own, options) };
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
  return second === undefined
    ? fixedZone(only, 'log')
    : changingZone(
        twins.filter(({ offset }) => common.includes(offset)),
        'log',
      );
}

function yearOf({ yearless, year }: Survey, options: ChronologyOptions): Pick<Chronology, 'firstYear' | 'yearBasis'> {
  if (yearless === null) return { firstYear: null, yearBasis: 'log' };
  if (options.year !== null) return { firstYear: options.year, yearBasis: 'option' };
  if (year !== null) return { firstYear: year, yearBasis: 'log' };
  // A log is not from the future, nor written after its file was; a day is allowed for zones.
  const bound = Math.min(options.now, options.modified ?? options.now) + 86_400_000;
  const latest = new Date(bound).getUTCFullYear();
  for (let candidate = latest; candidate > latest - 9; candidate -= 1) {
    const at = Date.UTC(candidate, yearless.month - 1, yearless.day);
    if (at > bound) continue;
    if (yearless.leapDay && !leap(candidate) && !(yearless.crossings > 0 && leap(candidate + 1))) continue;
    return { firstYear: candidate, yearBasis: 'assumed' };
  }
  return { firstYear: latest, yearBasis: 'assumed' };
}

function leap(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
}
