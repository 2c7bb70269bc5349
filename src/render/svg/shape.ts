/** Outlines. A torn edge says: it goes on, but the log does not tell. */
import { px } from './pen.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

/** A bar; where its state goes on beyond what is drawn, the edge is torn. */
export function bar({ left, right, top, height }: Box, torn: { readonly left: boolean; readonly right: boolean }): string {
  const bottom = top + height;
  const down = torn.right ? tear(right, top, height, 1) : `V${px(bottom)}`;
  const up = torn.left ? tear(left, bottom, -height, -1) : `V${px(top)}`;
  return `M${px(left)},${px(top)}H${px(right)}${down}H${px(left)}${up}Z`;
}

/** Three teeth, from `start` over `height`. */
function tear(x: number, start: number, height: number, out: number): string {
  const tooth = height / 6;
  return [1, 2, 3, 4, 5, 6].map((step) => `L${px(x + (step % 2 === 1 ? -3 * out : 0))},${px(start + step * tooth)}`).join('');
}

/** A zigzag from top to bottom: the edge of a break in the axis. */
export function zigzag(x: number, top: number, bottom: number): string {
  const steps = Math.max(2, Math.round((bottom - top) / 7));
  const step = (bottom - top) / steps;
  const points = Array.from({ length: steps }, (_, index) => `L${px(x + (index % 2 === 0 ? 3 : -3))},${px(top + (index + 1) * step)}`);
  return `M${px(x)},${px(top)}${points.join('')}`;
}

/** A triangle with its tip at a point. */
export function arrowHead(x: number, y: number, towards: 'up' | 'down' | 'right', size: number): string {
  const half = size * 0.6;
  switch (towards) {
    case 'down':
      return `M${px(x)},${px(y)}l${px(-half)},${px(-size)}h${px(2 * half)}Z`;
    case 'up':
      return `M${px(x)},${px(y)}l${px(-half)},${px(size)}h${px(2 * half)}Z`;
    case 'right':
      return `M${px(x)},${px(y)}l${px(-size)},${px(-half)}v${px(2 * half)}Z`;
  }
}

/** A full circle as a path. */
export function disc(x: number, y: number, radius: number): string {
  const r = px(radius);
  return `M${px(x - radius)},${px(y)}a${r},${r} 0 1 0 ${px(2 * radius)},0a${r},${r} 0 1 0 ${px(-2 * radius)},0Z`;
}

/** A square that stands on its corner. */
export function diamond(x: number, y: number, radius: number): string {
  const r = px(radius);
  return `M${px(x)},${px(y - radius)}l${r},${r}l${-r},${r}l${-r},${-r}Z`;
}
