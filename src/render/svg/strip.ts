/** The strip above the lanes: what the space as a whole let happen. */
import { duration } from '#view/duration.ts';
import { phaseWords } from '#view/labels.ts';
import type { Stretch } from '#view/picture.ts';
import { type Frame, stamp, stub } from './frame.ts';
import { fillOf } from './pattern.ts';
import { group, type Pen, path, tip, write } from './pen.ts';
import { inkOn, widestGap } from './segment.ts';
import { bar } from './shape.ts';
import { textWidth } from './text.ts';

const size = 11;

export function drawStrip(pen: Pen, frame: Frame): void {
  const { picture, strip, label } = frame;
  const made = group(pen, { class: 'strip', 'aria-hidden': 'true' });
  write(made, { x: label.left, y: strip.top + strip.height / 2 + 4, text: 'The space', size: 12, heavy: true, tone: 't-ink' });
  const plot = group(made, { class: 'plot' });
  for (const [index, stretch] of picture.strip.entries()) drawStretch(group(plot, { 'data-stretch': String(index) }), frame, stretch);
}

function drawStretch(made: Pen, frame: Frame, stretch: Stretch): void {
  const { picture, scale, strip } = frame;
  const torn = { left: picture.openStart && stretch.from <= picture.from, right: picture.openEnd && stretch.to >= picture.to };
  const left = scale.x(stretch.from) - (torn.left ? stub : 0);
  const right = Math.max(scale.x(stretch.to), left + 1);
  const until = stretch.to > picture.known ? picture.known : stretch.to;
  const end = torn.right ? 'after the log' : stamp(frame, stretch.to);
  tip(
    made,
    `${stretchWords(stretch)}\n${stamp(frame, stretch.from)} – ${end}, ${torn.right ? 'at least ' : ''}${duration(until - stretch.from)}`,
  );
  const shape = bar({ left, right, ...strip }, torn);
  switch (stretch.state) {
    case 'active':
      path(made, shape, 't-active');
      break;
    case 'lobby-only':
      path(made, shape, '', { fill: fillOf('lobby') });
      break;
    case 'grace':
    case 'unknown':
      path(made, shape, '', { fill: fillOf(stretch.state) });
      break;
  }
  // A word on the two colours of the grace texture would be hard to read: it is in the key and in the tooltip.
  if (stretch.state === 'grace') return;
  const free = widestGap({ left, right }, scale.folds);
  const text = [stretchWords(stretch), shortWords(stretch)].find((words) => textWidth(words, size) <= free.right - free.left - 14);
  if (text === undefined) return;
  const ink = inkOn(stretch.state === 'lobby-only' ? 'lobby' : stretch.state);
  write(made, { x: free.left + 7, y: strip.top + strip.height / 2 + 4, text, size, ...ink });
}

/** What the space is in, with the hosts counted. */
export function stretchWords({ state, hosts }: Stretch): string {
  if (state !== 'active' || hosts === null) return phaseWords[state];
  return hosts === 1 ? 'active: 1 host is in' : `active: ${hosts} hosts are in`;
}

/** The same in a word. */
export function shortWords({ state, hosts }: Stretch): string {
  switch (state) {
    case 'active':
      return hosts === null ? 'active' : `${hosts} host${hosts === 1 ? '' : 's'}`;
    case 'lobby-only':
      return 'lobby';
    case 'grace':
      return 'grace';
    case 'unknown':
      return '?';
  }
}
