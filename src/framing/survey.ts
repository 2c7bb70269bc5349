/** A look at an input before it is read: what its first records say of zone, year, order and quotes. */

import { createCore } from './core.ts';
import type { Draft, Outlet } from './draft.ts';
import { framingLimits, stepBack } from './limits.ts';
import { hasSoftBreaks } from './soft-breaks.ts';
import type { Stamp } from './stamp.ts';
import { createTally, type FramingCounts } from './tally.ts';
import { createTwinHint, type Twin, utcIn } from './twins.ts';
import type { QuoteStyle } from './typography.ts';
import { createWraps } from './wrap.ts';
import { anyYear, createYearTrack, type YearFacts } from './year.ts';

/** What is known of an input before it is read. */
export interface Survey {
  readonly quotes: QuoteStyle;
  /** Lines end with `=` where they go on: quoted-printable. */
  readonly softBreaks: boolean;
  /** Its records come newest first. */
  readonly newestFirst: boolean;
  /** Its lines are doubled all through. */
  readonly doubling: boolean;
  /** Its time goes back at some place: parts of it may stand there again. */
  readonly goesBack: boolean;
  /** null = every stamp has its year, or there is none. */
  readonly yearless: YearFacts | null;
  /** The year of the first stamp, when another stamp or a twin proves it. */
  readonly year: number | null;
  /** In the order of the log. */
  readonly twins: readonly Twin[];
  readonly hosts: ReadonlySet<string>;
  /** Those of them that are Call Bridges. */
  readonly bridges: readonly string[];
}

/** More twins prove no more. */
const mostTwins = 10_000;
/** Among fewer records, which cost no time, any step back may be that of an excerpt which stands there again. */
const fewRecords = 20_000;
const halfYear = 183 * 86_400_000;

/** Looks at a sample: bytes from the beginning of an input. Linear. */
export function survey(sample: Uint8Array): Survey {
  const look = createLook(bridgesIn(sample));
  look.push(sample);
  const seen = look.finish();
  return { ...seen, quotes: quotesOf(sample) ?? seen.quotes, softBreaks: hasSoftBreaks(sample) };
}

/**
 * Where no straight quote is left behind the words that have one in the wordings, a program has replaced them. Prose around may have others.
 */
function quotesOf(sample: Uint8Array): QuoteStyle {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.length);
  if (!bytes.includes(0x22)) return quoteSigns.some((quote) => bytes.includes(quote)) ? 'curly' : null;
  if (!quoteSigns.some((quote) => bytes.includes(quote))) return null;
  const text = bytes.toString('latin1');
  return curlyBehindWord.test(text) && !straightBehindWord.test(text) ? 'curly' : null;
}

const quoteSigns = [...'\u201c\u201d\u201e\u00ab\u2033\uff02'];
const quotedWord = '(?:participant|SIP call from|local URI|user ID|for user|conference|API) {0,2}';
const curlyBehindWord = new RegExp(`${quotedWord}(?:\xe2\x80[\x9c-\x9f\xb3]|\xc2[\xab\xbb]|\xef\xbc\x82)`);
const straightBehindWord = new RegExp(`${quotedWord}"`);

const looked = 65_536;
const bridgeHead = /(?<![\w.-])([A-Za-z0-9][\w.-]{0,252}) {1,4}host:server:/g;

/** Call Bridges that surely write in it: their names help to find heads of other processes. */
function bridgesIn(sample: Uint8Array): readonly string[] {
  const text = Buffer.from(sample.buffer, sample.byteOffset, Math.min(sample.length, looked)).toString('latin1');
  return [...new Set(Array.from(text.matchAll(bridgeHead), ([, host = '']) => host))];
}

interface Look {
  push(chunk: Uint8Array): void;
  finish(): Survey;
}

function createLook(bridges: readonly string[]): Look {
  const years = createYearTrack();
  const sightings: Sighting[] = [];
  const tally = createTally();
  const wraps = createWraps();
  let stamp: Stamp | null = null;
  let last: number | null = null;
  let ups = 0;
  let downs = 0;
  let highest = Number.NEGATIVE_INFINITY;
  let goesBack = false;
  let goesBackALittle = false;
  let hasYearless = false;
  let statedYear: number | null = null;

  const moment = (next: Stamp): void => {
    stamp = next;
    years.note(next);
    const local = localIn(next, anyYear + years.offset());
    if (local === null) return;
    if (next.year === null) hasYearless = true;
    else if (hasYearless) statedYear ??= next.year - years.offset();
    if (last !== null && Math.abs(local - last) < halfYear) {
      if (local > last) ups += 1;
      else if (local < last) downs += 1;
      goesBackALittle ||= local < last;
    }
    last = local;
    if (local < highest - stepBack) goesBack = true;
    else highest = Math.max(highest, local);
  };

  const sight = (message: string): void => {
    if (stamp === null || stamp.offset !== null || sightings.length >= mostTwins) return;
    const utc = utcIn(message);
    const offset = utc === null ? null : offsetOf(stamp, utc);
    if (utc !== null && offset !== null) sightings.push({ utc, offset, hasYear: stamp.year !== null, years: years.offset() });
  };

  const outlet: Outlet = {
    count(head) {
      tally.records(head, 1);
      moment(head.stamp);
    },
    moment,
    record: ({ message }: Draft) => sight(message.text.replaceAll('\n', '')),
    within: () => undefined,
    plain: ({ bytes, message, to }) => sight(bytes.toString('latin1', message, to)),
    unparsed: () => undefined,
    reached: () => undefined,
  };
  const core = createCore({
    limits: framingLimits,
    wraps,
    tally,
    outlet,
    mayMatter: createTwinHint(),
    raw: null,
    beginnings: () => null,
    quotes: null,
    softBreaks: false,
    bridges,
    doubling: true,
    everyMoment: true,
    carefully: false,
  });

  return {
    push: core.push,
    finish() {
      core.finish();
      // Seconds of jitter between processes are no order; Splunk and Graylog export the newest first.
      const newestFirst = downs > 2 && downs > 4 * ups;
      const first = statedYear ?? yearOf(sightings);
      return {
        quotes: core.quotes(),
        softBreaks: false,
        newestFirst,
        goesBack: !newestFirst && (goesBack || (goesBackALittle && tally.counts().records < fewRecords)),
        doubling: isDoubling(tally.counts()),
        yearless: years.facts(newestFirst),
        year: first === null || !newestFirst ? first : first + years.offset(),
        twins: sightings,
        hosts: new Set(tally.counts().hosts),
        bridges: tally.counts().bridges,
      };
    },
  };
}

/** A log says the same twice in a second now and then; in one of four records it does not. */
function isDoubling({ records, repairs }: FramingCounts): boolean {
  const doubled = repairs.doubled ?? 0;
  return doubled > 1 && doubled * 4 > records;
}

interface Sighting extends Twin {
  readonly hasYear: boolean;
  /** Years since the first stamp. */
  readonly years: number;
}

function localIn({ year, month, day, time }: Stamp, otherwise: number): number | null {
  if (month === null || day === null || time === null) return null;
  return Date.UTC(year ?? otherwise, month - 1, day) + time;
}

/** The year of the first stamp without one, by the first twin of such a stamp. */
function yearOf(sightings: readonly Sighting[]): number | null {
  const sighting = sightings.find(({ hasYear }) => !hasYear);
  return sighting === undefined ? null : new Date(sighting.utc + sighting.offset * 60_000).getUTCFullYear() - sighting.years;
}

/** Zones differ from UTC by whole quarters of an hour; the clocks of two processes of a box by seconds (seen: 4 s). */
const quarter = 15;
const tolerance = 120_000;

/** Minutes east of UTC that make a stamp and its twin one moment; null = they cannot be. */
function offsetOf(stamp: Stamp, utc: number): number | null {
  const year = new Date(utc).getUTCFullYear();
  for (const candidate of stamp.year === null ? [year, year - 1, year + 1] : [stamp.year]) {
    const local = localIn(stamp, candidate);
    if (local === null) return null;
    const minutes = Math.round((local - utc) / 60_000 / quarter) * quarter;
    if (Math.abs(minutes) <= 14 * 60 && Math.abs(local - utc - minutes * 60_000) <= tolerance) return minutes;
  }
  return null;
}
