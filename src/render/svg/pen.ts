/** The few strokes that the whole diagram is made of: groups, paths, texts and tooltips, on a d3 selection. */
import type { BaseType, Selection } from 'd3-selection';
import { shortened } from './text.ts';

export type Pen = Selection<BaseType, unknown, BaseType, unknown>;

/** Rounded to hundredths of a pixel: finer is not to be seen, and would make the file longer. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}

export function group(pen: Pen, attributes: Readonly<Record<string, string>> = {}): Pen {
  const made: Pen = pen.append('g');
  for (const [name, value] of Object.entries(attributes)) made.attr(name, value);
  return made;
}

/**
 * A path of a class, with more attributes where asked for.
 * @param classes `t-…` fills, `s-…` strokes, by the names of the palette
 */
export function path(pen: Pen, d: string, classes: string, attributes: Readonly<Record<string, string | number>> = {}): Pen {
  const made: Pen = pen.append('path');
  made.attr('d', d).attr('class', classes);
  if (!classes.includes('t-') && attributes['fill'] === undefined) made.attr('fill', 'none');
  for (const [name, value] of Object.entries(attributes)) made.attr(name, value);
  return made;
}

export interface Text {
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly heavy?: boolean;
  /** A class of the palette: `t-ink`, … */
  readonly tone: string;
  /** Room in px: a longer text is cut, and given whole in a tooltip. */
  readonly room?: number;
  /** px of the instant that the text belongs to, where it is not in its place by itself: it moves along when a reader zooms. */
  readonly at?: number;
  /** A class of the palette whose colour keeps the letters apart from a texture behind them. */
  readonly halo?: string;
}

/** Writes a text; one that does not fit at all is left out. */
export function write(pen: Pen, { x, y, text, size, anchor = 'start', heavy = false, tone, room, at, halo }: Text): void {
  const shown = room === undefined ? text : shortened(text, room, size, heavy);
  if (shown === '') return;
  const made: Pen = pen.append('text');
  made
    .attr('x', px(x))
    .attr('y', px(y))
    .attr('font-size', size)
    .attr('class', halo === undefined ? tone : `${tone} ${halo}`);
  if (halo !== undefined) made.attr('stroke-width', 3).attr('stroke-linejoin', 'round').attr('paint-order', 'stroke');
  if (at !== undefined) made.attr('data-x', px(at));
  if (anchor !== 'start') made.attr('text-anchor', anchor);
  if (heavy) made.attr('font-weight', 600);
  if (shown === text) made.text(text);
  else {
    tip(made, text);
    made.append('tspan').text(shown);
  }
}

/** What a pointer that rests on the element is told, and a screen reader. */
export function tip(pen: Pen, text: string): void {
  pen.append('title').text(text);
}
