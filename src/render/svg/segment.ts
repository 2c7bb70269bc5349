/** The bar of one lane: its states, the moments of joining and leaving, and words where there is room for them. */
import type { State } from '#model/index.ts';
import { duration } from '#view/duration.ts';
import { causeWords, stateWords } from '#view/labels.ts';
import type { Lane, Segment } from '#view/picture.ts';
import { type Column, type Frame, type PlacedRow, stamp, stub } from './frame.ts';
import { fillOf } from './pattern.ts';
import { group, type Pen, path, px, tip, write } from './pen.ts';
import { arrowHead, bar } from './shape.ts';
import { textWidth } from './text.ts';

/** Draws the states of a lane. */
export function drawSegments(pen: Pen, frame: Frame, placed: PlacedRow, lane: Lane, obstacles: readonly Column[]): void {
  for (const index of lane.segments.keys()) drawSegment(pen, frame, placed, { lane, index }, obstacles);
  for (const mark of lane.marks) drawMark(pen, frame, placed, mark);
}

interface Place {
  readonly lane: Lane;
  readonly index: number;
}

function drawSegment(pen: Pen, frame: Frame, { bar: room }: PlacedRow, { lane, index }: Place, obstacles: readonly Column[]): void {
  const segment = lane.segments[index];
  if (segment === undefined) return;
  const { picture, scale } = frame;
  const torn = { left: segment.openStart && segment.from <= picture.from, right: segment.openEnd && segment.to >= picture.to };
  const left = scale.x(segment.from) - (torn.left ? stub : 0);
  const right = Math.max(scale.x(segment.to), left + 1);
  const made = group(pen, { class: 'state', 'data-state': String(index) });
  tip(made, segmentTip(segment, frame));
  const thin = segment.state === 'connecting';
  const height = thin ? Math.max(4, Math.round(room.height * 0.36)) : room.height;
  const top = room.top + (room.height - height) / 2;
  const shape = bar({ left, right, top, height }, torn);
  switch (segment.state) {
    case 'active':
      path(made, shape, 't-active');
      break;
    case 'lobby':
    case 'unknown':
    case 'connecting':
      path(made, shape, '', { fill: fillOf(segment.state) });
      break;
  }
  if (segment.state !== 'connecting') label(made, segment, segment.state, { left, right }, room, obstacles);
}

/** Writes state and length into the widest stretch of the bar that no line crosses. */
function label(
  pen: Pen,
  segment: Segment,
  state: Exclude<State, 'connecting'>,
  span: Column,
  room: { readonly top: number; readonly height: number },
  obstacles: readonly Column[],
): void {
  const size = room.height >= 16 ? 11 : room.height >= 11 ? 9 : 0;
  if (size === 0) return;
  const widest = widestGap(span, obstacles);
  const space = widest.right - widest.left - 14;
  const word = stateWords[segment.state];
  const complete = segment.openStart || segment.openEnd ? word : `${word} ${duration(segment.to - segment.from)}`;
  const { delayMs } = segment.cause;
  // A second and more between cause and effect is worth a word.
  const late = delayMs === null || delayMs < 1000 ? '' : `${duration(delayMs)} later: `;
  const text = [`${late}${complete}`, complete, word].find((candidate) => textWidth(candidate, size) <= space);
  if (text === undefined) return;
  write(pen, { x: widest.left + 7, y: room.top + room.height / 2 + size * 0.36, text, size, ...inkOn(state) });
}

/** Colours of words on a state. */
export function inkOn(state: Exclude<State, 'connecting'>): { readonly tone: string; readonly halo?: string } {
  switch (state) {
    case 'active':
      return { tone: 't-active-ink' };
    case 'lobby':
      return { tone: 't-lobby-ink', halo: 's-lobby' };
    case 'unknown':
      return { tone: 't-unknown-ink', halo: 's-unknown' };
  }
}

/** The widest part of a span that nothing crosses. */
export function widestGap(span: Column, obstacles: readonly Column[]): Column {
  const crossing = obstacles.filter(({ left, right }) => right > span.left + 2 && left < span.right - 2).sort((a, b) => a.left - b.left);
  let best: Column = { left: span.left, right: span.left };
  let left = span.left;
  for (const obstacle of [...crossing, { left: span.right, right: span.right }]) {
    if (obstacle.left - left > best.right - best.left) best = { left, right: obstacle.left };
    left = Math.max(left, obstacle.right);
  }
  return best;
}

/** Joining points into the lane, leaving closes it. */
function drawMark(pen: Pen, frame: Frame, { bar: room }: PlacedRow, mark: Lane['marks'][number]): void {
  const x = frame.scale.x(mark.at);
  const middle = room.top + room.height / 2;
  const made = group(pen, { class: mark.kind });
  tip(made, `${mark.kind === 'joined' ? 'joined' : 'left'} ${stamp(frame, mark.at)}${mark.note === null ? '' : `: ${mark.note}`}`);
  if (mark.kind === 'joined')
    path(made, arrowHead(x, middle, 'right', Math.min(8, room.height * 0.55)), 't-ink s-paper', { 'data-x': px(x), 'stroke-width': 1 });
  else path(made, `M${px(x)},${px(room.top - 3)}V${px(room.top + room.height + 3)}`, 's-ink', { 'data-x': px(x), 'stroke-width': 2.5 });
}

function segmentTip(segment: Segment, frame: Frame): string {
  const { title, times, cause } = stateStory(segment, frame);
  return `${title}\n${times}\n${cause}`;
}

/** A state in words: what and how long, from when to when, and why. */
export function stateStory(
  { state, from, to, openStart, openEnd, cause }: Segment,
  frame: Frame,
): { readonly title: string; readonly times: string; readonly cause: string } {
  const { picture, lanes } = frame;
  const by = cause.by === null ? null : (lanes.get(cause.by)?.label ?? null);
  const until = to > picture.known ? picture.known : to;
  const begin = openStart ? 'before the log' : stamp(frame, from);
  const end = openEnd ? 'after the log' : stamp(frame, to);
  const late = cause.delayMs === null || cause.delayMs < 1000 ? '' : `, ${duration(cause.delayMs)} later`;
  return {
    title: `${stateWords[state]}, ${openStart || openEnd ? 'at least ' : ''}${duration(until - from)}`,
    times: `${begin} – ${end}`,
    cause: `${causeWords(cause.kind, by)}${late}`,
  };
}
