/** The time axis: ticks above, lines of the grid through all lanes, and breaks where quiet stretches are folded. */
import { axisTop } from 'd3-axis';
import { scaleLinear } from 'd3-scale';
import { ticks } from '#view/axis.ts';
import { duration } from '#view/duration.ts';
import { type Frame, stamp } from './frame.ts';
import { group, type Pen, path, px, tip, write } from './pen.ts';
import { zigzag } from './shape.ts';
import { textWidth } from './text.ts';

const size = 11;

export function drawAxis(pen: Pen, frame: Frame): void {
  const { picture, axis, label, face } = frame;
  const made = group(pen, { class: 'axis', 'aria-hidden': 'true' });
  drawTicks(made, frame);
  write(made, {
    x: label.left,
    y: axis - 9,
    text: `${face.date(picture.from)} · ${face.zone}`,
    size,
    tone: 't-muted',
    room: label.right - label.left,
  });
}

function drawTicks(pen: Pen, frame: Frame): void {
  const { axis, plot, bottom } = frame;
  const values = tickValues(frame);
  const all = group(pen, { class: 'ticks' });
  // Whoever reads the sixtieth lane should not have to scroll up for the time.
  if (hasLowerAxis(frame)) {
    for (const { x, text } of values) write(all, { x, y: bottom + 12, text, size, anchor: 'middle', tone: 't-muted' });
  }
  const drawn = axisTop(scaleLinear().domain([plot.left, plot.right]).range([plot.left, plot.right]))
    .tickValues(values.map(({ x }) => x))
    .tickFormat((x) => values.find((value) => value.x === x)?.text ?? '')
    .tickSizeInner(-(bottom - axis))
    .tickSizeOuter(0)
    .tickPadding(9)
    .offset(0);
  const made = group(all, { transform: `translate(0,${px(axis)})` });
  made.call(drawn);
  made.attr('fill', null).attr('font-family', null).attr('font-size', size);
  made.selectAll('text').attr('class', 't-muted').attr('fill', null).attr('font-size', size);
  made.selectAll('line').attr('class', 's-line').attr('stroke', null);
  made.select('.domain').attr('class', 's-line').attr('stroke', null);
}

/** Whether the times stand below the lanes too. */
export function hasLowerAxis({ axis, bottom }: Pick<Frame, 'axis' | 'bottom'>): boolean {
  return bottom - axis > 640;
}

/** Room that the texts below the lanes take, px. */
export function footRoom(frame: Frame): number {
  return (hasLowerAxis(frame) ? 18 : 0) + (frame.picture.openEnd ? 12 : 0);
}

/** What is drawn behind this line the log does not tell. */
export function drawLogEnd(pen: Pen, frame: Frame): void {
  const { picture, scale, strip, bottom, plot } = frame;
  if (!picture.openEnd || picture.known >= picture.to) return;
  const x = scale.x(picture.known);
  const made = group(pen, { class: 'plot words' });
  path(made, `M${px(x)},${px(strip.top)}V${px(bottom)}`, 's-ink', { 'data-x': px(x), 'stroke-width': 1, 'stroke-dasharray': '1 3' });
  write(made, {
    at: x,
    x: plot.right,
    y: bottom + 11 + (hasLowerAxis(frame) ? 12 : 0),
    text: 'the log ends',
    size: 10,
    anchor: 'end',
    tone: 't-muted',
  });
}

/** The ticks that fit: none in a fold, none so near to the one before that their labels would touch. */
function tickValues(frame: Frame): readonly { readonly x: number; readonly text: string }[] {
  const { scale, face, picture } = frame;
  const kept: { x: number; text: string; right: number }[] = [];
  let date = face.date(picture.from);
  for (const piece of scale.pieces) {
    const room = piece.right - piece.left;
    for (const { at, label } of ticks(piece.from, piece.to, Math.max(1, Math.floor(room / 90)), face)) {
      const x = px(scale.x(at));
      // Behind a break it may be another day.
      const today = face.date(at);
      const text = today !== date && label.includes(':') ? `${today.slice(5)} ${label}` : label;
      date = today;
      const half = textWidth(text, size) / 2;
      const before = kept.at(-1);
      if (scale.folds.some((fold) => x + half > fold.left - 4 && x - half < fold.right + 4)) continue;
      if (before !== undefined && x - half < before.right + 10) continue;
      kept.push({ x, text, right: x + half });
    }
  }
  return kept;
}

/** Breaks are drawn over the lanes: the paper shows through, and says how much is left out. */
export function drawFolds(pen: Pen, frame: Frame): void {
  const { scale, axis, bottom } = frame;
  for (const { from, to, left, right } of scale.folds) {
    const made = group(pen, { class: 'fold' });
    const inner = { left: left + 8, right: right - 8 };
    tip(made, `left out: ${duration(to - from)} in which nothing changes\n${stamp(frame, from)} – ${stamp(frame, to)}`);
    const there = zigzag(inner.left, axis, bottom);
    path(made, `${there}H${px(inner.right)}V${px(axis)}Z`, 't-paper', { 'fill-opacity': 0.9 });
    path(made, there, 's-muted', { 'data-x': px(inner.left), 'stroke-width': 1 });
    path(made, zigzag(inner.right, axis, bottom), 's-muted', { 'data-x': px(inner.right), 'stroke-width': 1 });
    write(made, {
      x: (left + right) / 2,
      at: (left + right) / 2,
      y: axis - 9,
      text: duration(to - from),
      size: 10,
      anchor: 'middle',
      tone: 't-ink',
      room: right - left,
    });
  }
}
