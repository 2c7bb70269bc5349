/** From instants to pixels, with long quiet stretches folded into a break of fixed width where asked for. */
import { scaleLinear } from 'd3-scale';
import { type Instant, instant } from '#model/index.ts';

/** A stretch of the axis that is drawn to scale. */
export interface Piece {
  readonly from: Instant;
  readonly to: Instant;
  /** px */
  readonly left: number;
  readonly right: number;
}

/** A quiet stretch that takes the room of a break, however long it is. */
export type Fold = Piece;

export interface TimeScale {
  /** px of an instant; instants outside are put at the edges. */
  readonly x: (at: Instant) => number;
  readonly pieces: readonly Piece[];
  readonly folds: readonly Fold[];
}

/** What is shorter than this is not folded unless asked for, ms. */
const hours = 2 * 3_600_000;

/** Width of a break, px: room for `364 d 23 h`. */
const breakWidth = 64;

/**
 * The scale of a picture.
 * @param events instants at which something happens: no stretch that holds one is folded
 * @param fold `auto` folds only where most of the picture is quiet
 */
export function timeScale(
  from: Instant,
  to: Instant,
  room: { readonly left: number; readonly right: number },
  events: Iterable<Instant>,
  fold: 'auto' | 'always' | 'never',
): TimeScale {
  const last = to > from ? to : instant(from + 1);
  const quiet = fold === 'never' ? [] : quietStretches(from, last, events, fold, room.right - room.left);
  const folded = quiet.reduce((sum, { from, to }) => sum + (to - from), 0);
  const perMs = (room.right - room.left - quiet.length * breakWidth) / (last - from - folded);
  const pieces: Piece[] = [];
  const folds: Fold[] = [];
  let at: Instant = from;
  let left = room.left;
  for (const stretch of quiet) {
    const right = left + (stretch.from - at) * perMs;
    if (stretch.from > at) pieces.push({ from: at, to: stretch.from, left, right });
    folds.push({ ...stretch, left: right, right: right + breakWidth });
    at = stretch.to;
    left = right + breakWidth;
  }
  if (last > at) pieces.push({ from: at, to: last, left, right: room.right });
  const stops = [...pieces, ...folds].sort((a, b) => a.from - b.from);
  const scale = scaleLinear()
    .domain([...stops.map((stop) => stop.from), last])
    .range([...stops.map((stop) => stop.left), room.right])
    .clamp(true);
  return { x: (moment) => scale(moment), pieces, folds };
}

/** What may be folded: nothing happens in it, and it would take a good part of the picture. */
function quietStretches(
  from: Instant,
  to: Instant,
  events: Iterable<Instant>,
  fold: 'auto' | 'always',
  room: number,
): readonly { readonly from: Instant; readonly to: Instant }[] {
  const moments = [...new Set([from, ...events, to])].filter((at) => at >= from && at <= to).sort((a, b) => a - b);
  const least = fold === 'always' ? Math.max((to - from) * 0.12, 1000) : Math.max((to - from) * 0.2, hours);
  const long = moments.flatMap((begin, index) => {
    const end = moments[index + 1];
    return end === undefined || end - begin < least ? [] : [{ begin, end }];
  });
  const busy = to - from - long.reduce((sum, { begin, end }) => sum + (end - begin), 0);
  const enough = fold === 'always' || busy < (to - from) * 0.25;
  if (!enough || long.length * breakWidth > room / 2) return [];
  // Some of the quiet stays to scale on both sides, so that the break stands between two stretches that are seen to go on.
  return long.map(({ begin, end }) => {
    const edge = Math.round(Math.min((end - begin) / 4, Math.max(busy, least / 4) * 0.06));
    return { from: instant(begin + edge), to: instant(end - edge) };
  });
}
