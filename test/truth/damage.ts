/** Ways in which a log reaches us damaged, each with what may be said at most. */

import type { Sight } from './judge.ts';
import { at } from './world/random.ts';
import type { Leg } from './world.ts';
import { type Dialect, hasMilliseconds, type Line, stampOf } from './write.ts';

export interface Damaged {
  readonly lines: readonly Line[];
  readonly sight: Sight;
  /** Those of whom a record is gone: of everybody else, every state must still be exact. */
  readonly touched: ReadonlySet<Leg>;
}

/** Two records of one moment are not torn apart by a cut: nobody could tell then what the lost one said. */
const MOMENT_MS = 3;

function sightOf(lines: readonly Line[], dialect: Dialect, toleranceMs: number, twinsBlurred: boolean): Sight {
  const stamps = lines.map(({ at, happening }) => stampOf(at, happening.bridge.skewMs, dialect.framing));
  const coarse = hasMilliseconds(dialect.framing) ? 0 : 1000;
  return {
    from: stamps.reduce((least, stamp) => Math.min(least, stamp), Infinity),
    to: stamps.reduce((most, stamp) => Math.max(most, stamp), -Infinity),
    toleranceMs: toleranceMs === 0 ? 0 : toleranceMs + coarse,
    twinsBlurred,
  };
}

/** No record there ties a call number to a leg: a cut may take what told two calls of one address apart. */
function isGen1(lines: readonly Line[]): boolean {
  return !lines.some(({ happening }) => happening.what.kind === 'in-conference');
}

function momentOf(dialect: Dialect): number {
  return hasMilliseconds(dialect.framing) ? MOMENT_MS : 1000 + MOMENT_MS;
}

/** The next place, from `wanted` on, between two moments. */
function placeBetween(lines: readonly Line[], wanted: number, dialect: Dialect): number {
  for (let place = Math.max(1, wanted); place < lines.length; place += 1) {
    const before = lines[place - 1]?.at ?? -Infinity;
    const after = lines[place]?.at ?? Infinity;
    if (after - before > momentOf(dialect)) return place;
  }
  return lines.length;
}

function placeOf(lines: readonly Line[], share: number, dialect: Dialect): number {
  return placeBetween(lines, Math.floor(lines.length * share), dialect);
}

/** The log starts in the middle. */
export function cutStart(lines: readonly Line[], share: number, dialect: Dialect): Damaged {
  const rest = lines.slice(placeOf(lines, share, dialect));
  return { lines: rest, sight: sightOf(rest, dialect, 0, isGen1(lines)), touched: new Set() };
}

/** The log ends in the middle. */
export function cutEnd(lines: readonly Line[], share: number, dialect: Dialect): Damaged {
  const rest = lines.slice(0, placeOf(lines, share, dialect));
  return { lines: rest, sight: sightOf(rest, dialect, 0, false), touched: new Set() };
}

/** Only one half of the story: an export filtered by facility. */
export function onlyFacility(lines: readonly Line[], facility: string, dialect: Dialect): Damaged {
  const rest = lines.filter((line) => line.facility.startsWith(facility));
  // An end that only the other half tells is known from its neighbours: `ending` stands 1 ms before `left`.
  return { lines: rest, sight: sightOf(lines, dialect, MOMENT_MS, true), touched: new Set() };
}

/** Some records twice, as when two exports of one log are pasted together. */
export function doubled(lines: readonly Line[], isDoubled: (place: number) => boolean): Line[] {
  return lines.flatMap((line, place) => (isDoubled(place) ? [line, line] : [line]));
}

function legOf(line: Line): Leg | null {
  return 'leg' in line.happening.what ? line.happening.what.leg : null;
}

/** Single records are gone. */
export function losing(lines: readonly Line[], lost: ReadonlySet<number>, dialect: Dialect): Damaged {
  const rest = lines.filter((_, place) => !lost.has(place));
  const touched = new Set(
    [...lost].flatMap((place) => {
      const line = lines[place];
      const leg = line === undefined ? null : legOf(line);
      return leg === null ? [] : [leg];
    }),
  );
  return { lines: rest, sight: sightOf(lines, dialect, MOMENT_MS, true), touched };
}

/**
 * The place of a record that the rest of the log misses: one of a leg's `configuring` and `ceasing` between two others,
 * so that what is left says the same twice. Null: this log has none.
 */
export function oneContradicted(lines: readonly Line[], choice: number): number | null {
  const marks = new Map<Leg, number[]>();
  lines.forEach((line, place) => {
    const { kind } = line.happening.what;
    const leg = legOf(line);
    if (leg === null || (kind !== 'configuring' && kind !== 'ceasing')) return;
    marks.set(leg, [...(marks.get(leg) ?? []), place]);
  });
  const between = [...marks.values()].flatMap((places) => places.slice(1, -1));
  return between.length === 0 ? null : at(between, choice);
}

/** One file a host. */
export function perHost(lines: readonly Line[]): Line[][] {
  return [...Map.groupBy(lines, ({ host }) => host).values()];
}

/** Rotated: one file after the other. */
export function inFiles(lines: readonly Line[], count: number): Line[][] {
  const size = Math.max(1, Math.ceil(lines.length / count));
  return Array.from({ length: count }, (_, file) => lines.slice(file * size, (file + 1) * size)).filter((file) => file.length > 0);
}
