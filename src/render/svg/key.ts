/** The key: what the signs of this picture mean; signs that it does not have are left out. */
import type { Role, State } from '#model/index.ts';
import type { Picture } from '#view/picture.ts';
import type { Column } from './frame.ts';
import { drawRole, isMachine } from './label.ts';
import { fillOf } from './pattern.ts';
import { group, type Pen, path, px, write } from './pen.ts';
import { arrowHead, bar, disc } from './shape.ts';
import { textWidth } from './text.ts';

interface Entry {
  readonly text: string;
  /** Room of the sign, px. */
  readonly width: number;
  readonly line: 'states' | 'others';
  /** Draws the sign into that room, and 12 px of height, with this left edge and middle. */
  readonly sign: (pen: Pen, left: number, middle: number) => void;
}

/** Draws the key. @returns the y below it, px */
export function drawKey(pen: Pen, picture: Picture, { left, right }: Column, top: number): number {
  const made = group(pen, { class: 'key', 'aria-hidden': 'true' });
  const size = 10.5;
  const used = entries(picture);
  const width = ({ width: sign, text }: Entry): number => sign + 7 + textWidth(text, size) + 16;
  const all = used.reduce((sum, entry) => sum + width(entry), -16);
  let x = left;
  let middle = top + 12;
  for (const [index, entry] of used.entries()) {
    // Two lines where one is too short: states first, then roles and arrows.
    const begins = all > right - left && entry.line !== (used[index - 1] ?? entry).line;
    if (begins || (x > left && x + width(entry) - 16 > right)) {
      x = left;
      middle += 19;
    }
    entry.sign(made, x, middle);
    write(made, { x: x + entry.width + 7, y: middle + 4, text: entry.text, size, tone: 't-muted' });
    x += width(entry);
  }
  return middle + 12;
}

type Candidate = Entry & { readonly used: boolean };

function entries(picture: Picture): readonly Entry[] {
  const states = new Set(picture.lanes.flatMap(({ segments }) => segments.map(({ state }) => state)));
  const roles = new Set(picture.lanes.filter((lane) => !isMachine(lane)).map(({ role }) => role));
  const kinds = new Set(picture.links.map(({ kind }) => kind));
  const box = (left: number, middle: number, height: number): string =>
    bar({ left, right: left + 26, top: middle - height / 2, height }, { left: false, right: false });
  const state = (name: State, text: string, height = 12): Candidate => ({
    used: states.has(name),
    line: 'states',
    width: 26,
    text,
    sign: (pen, x, y) =>
      name === 'active' ? path(pen, box(x, y, height), 't-active') : path(pen, box(x, y, height), '', { fill: fillOf(name) }),
  });
  const role = (name: Role, text: string): Candidate => ({
    used: roles.has(name),
    line: 'others',
    width: 12,
    text,
    sign: (pen, x, y) => drawRole(pen, name, x + 6, y),
  });
  const all: readonly Candidate[] = [
    state('connecting', 'connecting', 5),
    state('lobby', 'in the lobby: sees and hears nobody'),
    state('active', 'active: in the meeting'),
    state('unknown', 'there, but the log does not tell the state'),
    {
      used: picture.strip.some((stretch) => stretch.state === 'grace'),
      line: 'states',
      width: 26,
      text: 'last host gone, not yet sent back',
      sign: (pen, x, y) => path(pen, box(x, y, 12), '', { fill: fillOf('grace') }),
    },
    role('host', 'host: lets the others in'),
    role('guest', 'guest: needs a host'),
    role('unknown', 'role not known'),
    {
      used: kinds.has('activator-joined'),
      line: 'others',
      width: 26,
      text: 'host joins, and releases',
      sign: (pen, x, y) => arrow(pen, x, y, 'arrival', {}),
    },
    {
      used: kinds.has('last-activator-left'),
      line: 'others',
      width: 26,
      text: 'last host leaves: back to the lobby',
      sign: (pen, x, y) => arrow(pen, x, y, 'departure', { 'stroke-dasharray': '5 3' }),
    },
  ];
  return all.filter(({ used }) => used);
}

function arrow(pen: Pen, x: number, y: number, tone: string, dashes: Readonly<Record<string, string>>): void {
  path(pen, `M${px(x)},${px(y)}H${px(x + 20)}`, `s-${tone}`, { 'stroke-width': 2, ...dashes });
  path(pen, `${disc(x + 4, y, 4)}${arrowHead(x + 26, y, 'right', 7)}`, `t-${tone}`);
}
