/** Title, headline, facts and key: what is to be understood before the eye reaches the lanes. */
import type { ClockFace } from '#view/axis.ts';
import type { Picture } from '#view/picture.ts';
import { drawRole } from './label.ts';
import { fillOf } from './pattern.ts';
import { type Pen, group, path, px, write } from './pen.ts';
import { arrowHead, bar, disc } from './shape.ts';
import { headline, summary } from './story.ts';
import { textWidth, wrap } from './text.ts';

interface Sheet {
  readonly left: number;
  readonly right: number;
}

/** Draws the head of a diagram. @returns the y below it, px */
export function drawHeader(pen: Pen, picture: Picture, face: ClockFace, { left, right }: Sheet, top: number): number {
  const room = right - left;
  const made = group(pen, { class: 'head', 'aria-hidden': 'true' });
  write(made, { x: left, y: top + 22, text: picture.title, size: 22, heavy: true, tone: 't-ink', room });
  let y = top + 46;
  for (const line of wrap(headline(picture, face), room, 14, 3)) {
    write(made, { x: left, y, text: line, size: 14, tone: 't-ink' });
    y += 20;
  }
  write(made, { x: left, y: y + 1, text: summary(picture, face), size: 11.5, tone: 't-muted', room });
  return drawKey(made, picture, { left, right }, y + 14);
}

interface Entry {
  readonly text: string;
  /** Draws the sign into a box of 26 × 12 px with this left edge and middle. */
  readonly sign: (pen: Pen, left: number, middle: number) => void;
}

/** What the signs of this picture mean; signs that it does not have are left out. */
function drawKey(pen: Pen, picture: Picture, { left, right }: Sheet, top: number): number {
  const made = group(pen, { class: 'key' });
  const size = 10.5;
  let x = left;
  let middle = top + 12;
  for (const { text, sign } of entries(picture)) {
    const width = 26 + 7 + textWidth(text, size) + 14;
    if (x > left && x + width - 14 > right) {
      x = left;
      middle += 19;
    }
    sign(made, x, middle);
    write(made, { x: x + 33, y: middle + 4, text, size, tone: 't-muted' });
    x += width;
  }
  return middle + 12;
}

function entries(picture: Picture): readonly Entry[] {
  const states = new Set(picture.lanes.flatMap(({ segments }) => segments.map(({ state }) => state)));
  const roles = new Set(picture.lanes.map(({ role }) => role));
  const kinds = new Set(picture.links.map(({ kind }) => kind));
  const box = (left: number, middle: number, height: number): string =>
    bar({ left, right: left + 26, top: middle - height / 2, height }, { left: false, right: false });
  const all: readonly (Entry & { readonly used: boolean })[] = [
    { used: roles.has('host'), text: 'host: lets others in', sign: (pen, x, y) => drawRole(pen, 'host', x + 17, y) },
    { used: roles.has('guest'), text: 'guest: needs a host', sign: (pen, x, y) => drawRole(pen, 'guest', x + 17, y) },
    { used: roles.has('unknown'), text: 'role not known', sign: (pen, x, y) => drawRole(pen, 'unknown', x + 17, y) },
    {
      used: states.has('connecting'),
      text: 'connecting',
      sign: (pen, x, y) => path(pen, box(x, y, 5), '', { fill: fillOf('connecting') }),
    },
    {
      used: states.has('lobby'),
      text: 'lobby: sees and hears nobody',
      sign: (pen, x, y) => path(pen, box(x, y, 12), '', { fill: fillOf('lobby') }),
    },
    { used: states.has('active'), text: 'active: in the meeting', sign: (pen, x, y) => path(pen, box(x, y, 12), 't-active') },
    {
      used: states.has('unknown'),
      text: 'there, state not known',
      sign: (pen, x, y) => path(pen, box(x, y, 12), '', { fill: fillOf('unknown') }),
    },
    {
      used: picture.strip.some(({ state }) => state === 'grace'),
      text: 'no host any more, not yet sent back',
      sign: (pen, x, y) => path(pen, box(x, y, 12), '', { fill: fillOf('grace') }),
    },
    { used: kinds.has('activator-joined'), text: 'host joins and releases', sign: (pen, x, y) => arrow(pen, x, y, 'arrival', {}) },
    {
      used: kinds.has('last-activator-left'),
      text: 'last host leaves',
      sign: (pen, x, y) => arrow(pen, x, y, 'departure', { 'stroke-dasharray': '5 3' }),
    },
  ];
  return all.filter(({ used }) => used);
}

function arrow(pen: Pen, x: number, y: number, tone: string, dashes: Readonly<Record<string, string>>): void {
  path(pen, `M${px(x)},${px(y)}H${px(x + 20)}`, `s-${tone}`, { 'stroke-width': 2, ...dashes });
  path(pen, `${disc(x + 4, y, 4)}${arrowHead(x + 26, y, 'right', 7)}`, `t-${tone}`);
}
