/** The door of the SVG renderer. */

import { D3Node } from 'd3-node';
import { select } from 'd3-selection';
import type { Analysis, Instant } from '#model/index.ts';
import { clockFace } from '#view/axis.ts';
import { pictureOf } from '#view/lanes.ts';
import { drawMeeting, type Subject } from './diagram.ts';
import { orderRows } from './order.ts';
import { definePatterns } from './pattern.ts';
import { group, type Pen, path, px, write } from './pen.ts';
import type { Order } from './row.ts';
import { description, summary } from './story.ts';
import { styleSheet, type ThemeName } from './theme.ts';
import { toXml, type XmlNode } from './xml.ts';

export interface SvgOptions {
  /** Zone in which times are shown: IANA name or offset. */
  readonly zone: string;
  readonly version: string;
  /** true = names in the analysis are pseudonyms. Only said, not done. */
  readonly redacted: boolean;
  /** `auto` (default) follows the reader's system. */
  readonly theme?: ThemeName;
  /** px; default 1200. */
  readonly width?: number;
  /** Default `role`: hosts first, then by joining. */
  readonly sort?: Order;
  /** More lanes than this are gathered into crowds of those who fared alike; default 60. */
  readonly maxLanes?: number;
  /** Whether long quiet stretches become breaks; default `auto`: only where most of the picture is quiet. */
  readonly fold?: 'auto' | 'always' | 'never';
  /** Only what lies between these instants. */
  readonly from?: Instant | null;
  readonly to?: Instant | null;
}

const fonts = '"Helvetica Neue",Helvetica,Arial,"Liberation Sans","Noto Sans","Noto Sans CJK SC","DejaVu Sans",sans-serif';
const margin = 28;

/**
 * Draws all meetings of an analysis, one below the other, as one self-contained SVG: no script, no reference to anything outside.
 * @returns XML; the same bytes for the same analysis and options
 */
export function drawSvg(analysis: Analysis, options: SvgOptions): string {
  const width = Math.max(640, options.width ?? 1200);
  const subjects = subjectsOf(analysis, options);
  const svg = new D3Node({ d3Module: { select } }).createSVG(0, 0);
  const face = clockFace(options.zone);
  svg
    .attr('role', 'graphics-document')
    .attr('aria-labelledby', 'cms-title')
    .attr('aria-describedby', 'cms-desc')
    .attr('lang', 'en')
    .attr('font-family', fonts);
  svg.append('title').attr('id', 'cms-title').text(titleOf(subjects));
  svg
    .append('desc')
    .attr('id', 'cms-desc')
    .text(subjects.map(({ picture }) => description(picture, face)).join('\n\n'));
  svg.append('style').text(`\n${styleSheet(options.theme ?? 'auto')}\n`);
  definePatterns(svg.append('defs'));
  const paper: Pen = path(svg, '', 't-paper');
  const sheet = { left: margin, right: width - margin };
  const manner = { face, version: options.version, redacted: options.redacted, fold: options.fold ?? 'auto' };
  let y = 24;
  for (const [index, subject] of subjects.entries()) {
    const label = `${subject.picture.title}: ${summary(subject.picture, face)}`;
    const meeting = group(svg, { class: 'meeting', role: 'group', 'data-meeting': String(index), 'aria-label': label });
    y = drawMeeting(meeting, subject, manner, sheet, y) + 36;
  }
  if (subjects.length === 0) {
    write(svg, { x: margin, y: y + 22, text: 'There is no meeting to draw in this log.', size: 16, tone: 't-ink' });
    y += 60;
  }
  const height = Math.ceil(y - 12);
  paper.attr('d', `M0,0H${px(width)}V${px(height)}H0Z`);
  svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height);
  const root: XmlNode = svg.node();
  return `${toXml(root)}\n`;
}

function subjectsOf(analysis: Analysis, options: SvgOptions): readonly Subject[] {
  return analysis.spaces.flatMap((space) =>
    space.meetings.flatMap((meeting, index) => {
      const picture = pictureOf(analysis, space, meeting, { from: options.from ?? null, to: options.to ?? null });
      if (picture === null) return [];
      const turn = space.meetings.length === 1 ? '' : `meeting ${index + 1} of ${space.meetings.length}`;
      return [{ analysis, meeting, picture, turn, rows: orderRows(picture, options.sort ?? 'role', options.maxLanes ?? 60) }];
    }),
  );
}

function titleOf(subjects: readonly Subject[]): string {
  const titles = new Set(subjects.map(({ picture }) => picture.title));
  if (titles.size === 0) return 'No meeting';
  return `${[...titles].slice(0, 3).join(', ')}${titles.size > 3 ? ` and ${titles.size - 3} more` : ''}: who waited, who was active, and why`;
}
