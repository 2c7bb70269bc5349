/**
 * Cause and effect: one trunk from a host's arrival (or the last departure) along all lanes that it changed, with an arrow at each of them.
 * However many they are, they share the trunk.
 */
import { duration } from '#view/duration.ts';
import type { Link, Picture } from '#view/picture.ts';
import type { Frame, PlacedRow } from './frame.ts';
import { group, type Pen, path, px, tip } from './pen.ts';
import { arrowHead, disc } from './shape.ts';

/** A link with everything in its place. */
export interface PlacedLink {
  readonly link: Link;
  readonly by: PlacedRow;
  /** px of the cause. */
  readonly x: number;
  readonly effects: readonly { readonly row: PlacedRow; readonly x: number; readonly delayMs: number | null }[];
}

/** Places the links; one whose cause or effects are not drawn is left out. */
export function placeLinks(frame: Pick<Frame, 'picture' | 'rowOf' | 'scale'>): readonly PlacedLink[] {
  const { picture, rowOf, scale } = frame;
  return picture.links.flatMap((link) => {
    const by = rowOf.get(link.by);
    const first = link.effects.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
    const at = link.at ?? link.effects.find((effect) => effect.at === first)?.at;
    if (by === undefined || at === undefined || at < picture.from || at > picture.to) return [];
    const effects = link.effects
      .flatMap(({ lane, at: moment, delayMs }) => {
        const row = rowOf.get(lane);
        return row === undefined || moment > picture.to ? [] : [{ row, x: scale.x(moment), delayMs }];
      })
      .sort((a, b) => a.row.top - b.row.top);
    return [{ link, by, x: scale.x(at), effects: withoutDoubles(effects) }];
  });
}

/** Many lanes of one crowd at one moment are one arrow. */
function withoutDoubles(effects: PlacedLink['effects']): PlacedLink['effects'] {
  const seen = new Set<string>();
  return effects.filter(({ row, x }) => {
    const key = `${row.top} ${Math.round(x / 4)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Below this many px from link to link, lines are drawn faintly and without arrows: so many would hide what they are about. */
const crowded = 16;

export function drawLinks(pen: Pen, frame: Frame, links: readonly PlacedLink[]): void {
  const faint = (frame.plot.right - frame.plot.left) / Math.max(1, links.length) < crowded;
  for (const link of links) drawLink(pen, frame, link, faint);
}

function drawLink(pen: Pen, { picture }: Frame, { link, by, x, effects }: PlacedLink, faint: boolean): void {
  const tone = link.kind === 'activator-joined' ? 'arrival' : 'departure';
  const made = group(pen, { class: `link ${tone}`, 'data-link': String(picture.links.indexOf(link)) });
  tip(made, linkWords(picture, link)[0]);
  const origin = by.bar.top + by.bar.height / 2;
  const others = effects.filter(({ row }) => row !== by);
  const size = faint ? 0 : Math.min(7, Math.max(4.5, by.bar.height / 3));
  const above = route(x, origin, others.filter(({ row }) => row.top < by.top).reverse(), 'up', size);
  const below = route(
    x,
    origin,
    others.filter(({ row }) => row.top > by.top),
    'down',
    size,
  );
  const lines = `${above.lines}${below.lines}`;
  const dashes: Readonly<Record<string, string>> = link.kind === 'activator-joined' ? {} : { 'stroke-dasharray': '5 3' };
  // A rim of paper keeps the line apart from the bars it crosses.
  if (!faint) path(made, lines, 'route s-paper', { 'stroke-width': 4.5, 'stroke-opacity': 0.85 });
  path(made, lines, `route s-${tone}`, { 'stroke-width': faint ? 0.7 : 2, ...dashes });
  for (const [at, d] of faint ? [] : byPlace([...above.heads, ...below.heads])) {
    path(made, d, `head t-${tone} s-paper`, { 'data-x': at, 'stroke-width': 1, 'paint-order': 'stroke' });
  }
  path(made, disc(x, origin, faint ? 2.5 : Math.min(5, by.bar.height / 3)), `origin t-${tone} s-paper`, {
    'data-x': px(x),
    'stroke-width': faint ? 0.5 : 1.5,
  });
}

/** Arrows that stand above one another are one path: hundreds of released lanes do not make hundreds of elements. */
function byPlace(heads: readonly Head[]): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  for (const { x, d } of heads) places.set(px(x), `${places.get(px(x)) ?? ''}${d}`);
  return places;
}

interface Head {
  readonly x: number;
  readonly d: string;
}

/** The trunk from the cause along the rows it changed, a branch where the effect came later, and an arrow at each. */
function route(
  x: number,
  origin: number,
  effects: PlacedLink['effects'],
  towards: 'up' | 'down',
  size: number,
): { readonly lines: string; readonly heads: readonly Head[] } {
  const back = towards === 'down' ? -1 : 1;
  const branches: string[] = [];
  const heads: Head[] = [];
  let end = origin;
  for (const { row, x: at } of effects) {
    const edge = towards === 'down' ? row.bar.top : row.bar.top + row.bar.height;
    heads.push({ x: at, d: arrowHead(at, edge, towards, size) });
    const straight = Math.abs(at - x) < 3;
    end = edge + back * (straight ? size : size + 1.5);
    if (!straight) branches.push(`M${px(x)},${px(end)}H${px(at)}V${px(edge + back * Math.max(0, size - 1))}`);
  }
  const trunk = end === origin ? '' : `M${px(x)},${px(origin)}V${px(end)}`;
  return { lines: `${trunk}${branches.join('')}`, heads };
}

/** What a link says: who came or went, and how many lanes changed by it; long, and shorter. */
export function linkWords(picture: Picture, link: Link): readonly [string, ...string[]] {
  const name = picture.lanes.find(({ id }) => id === link.by)?.label ?? 'a host';
  // Of an address, the part that differs between people is enough.
  const short = /^[^@\s]{3,}(?=@)/u.exec(name)?.[0] ?? name;
  const count = link.effects.length;
  const delays = link.effects.flatMap(({ delayMs }) => (delayMs === null || delayMs < 1000 ? [] : [delayMs]));
  const least = Math.min(...delays);
  const most = Math.max(...delays);
  const span = least === most && delays.length === count ? duration(most) : `up to ${duration(most)}`;
  const later = delays.length === 0 ? '' : ` ${span} later`;
  if (link.kind === 'activator-joined') return [`${name} joined: ${count} released${later}`, `${short} joined: ${count} released${later}`];
  return [
    `${name} left: ${count} back to the lobby${later}`,
    `${short} left: ${count} back to the lobby${later}`,
    `${short} left: ${count} back${later}`,
  ];
}
