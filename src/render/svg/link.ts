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

export function drawLink(pen: Pen, frame: Frame, { link, by, x, effects }: PlacedLink): void {
  const tone = link.kind === 'activator-joined' ? 'arrival' : 'departure';
  const made = group(pen, { class: `link ${tone}` });
  tip(made, linkWords(frame.picture, link)[0]);
  const others = effects.filter(({ row }) => row !== by);
  const origin = by.bar.top + by.bar.height / 2;
  const above = others.filter(({ row }) => row.top < by.top);
  const below = others.filter(({ row }) => row.top > by.top);
  const strokes: string[] = [];
  const heads: string[] = [];
  const size = Math.min(7, Math.max(4.5, by.bar.height / 3));
  for (const { side, towards } of [
    { side: above, towards: 'up' as const },
    { side: below, towards: 'down' as const },
  ]) {
    let end = origin;
    for (const effect of side) {
      const edge = towards === 'down' ? effect.row.bar.top : effect.row.bar.top + effect.row.bar.height;
      const sign = towards === 'down' ? -1 : 1;
      heads.push(arrowHead(effect.x, edge, towards, size));
      if (Math.abs(effect.x - x) < 3) {
        end = towards === 'down' ? Math.max(end, edge + sign * size) : Math.min(end, edge + sign * size);
      } else {
        const turn = edge + sign * (size + 1.5);
        end = towards === 'down' ? Math.max(end, turn) : Math.min(end, turn);
        strokes.push(`M${px(x)},${px(turn)}H${px(effect.x)}V${px(edge + sign * (size - 1))}`);
      }
    }
    if (end !== origin) strokes.unshift(`M${px(x)},${px(origin)}V${px(end)}`);
  }
  const dashes: Readonly<Record<string, string>> = link.kind === 'activator-joined' ? {} : { 'stroke-dasharray': '5 3' };
  // A rim of paper keeps the line apart from the bars it crosses.
  path(made, strokes.join(''), 's-paper', { 'stroke-width': 4.5, 'stroke-opacity': 0.85 });
  path(made, strokes.join(''), `s-${tone}`, { 'stroke-width': 2, ...dashes });
  path(made, heads.join(''), `t-${tone} s-paper`, { 'stroke-width': 1, 'paint-order': 'stroke' });
  path(made, disc(x, origin, Math.min(5, by.bar.height / 3)), `t-${tone} s-paper`, { 'stroke-width': 1.5 });
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
  const later = delays.length === 0 ? '' : least === most ? ` ${duration(most)} later` : ` ${duration(least)} to ${duration(most)} later`;
  if (link.kind === 'activator-joined') return [`${name} joined: ${count} released${later}`, `${short} joined: ${count} released${later}`];
  return [
    `${name} left: ${count} back to the lobby${later}`,
    `${short} left: ${count} back to the lobby${later}`,
    `${short} left: ${count} back${later}`,
  ];
}
