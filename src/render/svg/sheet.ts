/** The sheet that meetings are drawn on: the SVG element, its style, its textures and its words for who cannot see it. */
import { D3Node } from 'd3-node';
import { select } from 'd3-selection';
import { clockFace } from '#view/axis.ts';
import { drawMeeting } from './diagram.ts';
import type { Frame } from './frame.ts';
import type { SvgOptions } from './options.ts';
import { definePatterns } from './pattern.ts';
import { group, type Pen, path, px, write } from './pen.ts';
import { description, facts } from './story.ts';
import type { Subject } from './subject.ts';
import { styleSheet } from './theme.ts';
import { toXml, type XmlNode } from './xml.ts';

/** Names that are on nearly every machine come first: drawings then look the same everywhere. */
export const fonts = '"Helvetica Neue",Helvetica,Arial,"Liberation Sans","Noto Sans","Noto Sans CJK SC","DejaVu Sans",sans-serif';

/** Around the drawing, px. */
const margin = 28;
/** On a page, which has a margin of its own: as far as the bands behind the rows stick out. */
const pageMargin = 8;

export interface SheetManner {
  /** false = part of a page that has its own style, titles, findings and small print. */
  readonly standalone: boolean;
  /** Behind the ids of this drawing, so that several can be on one page. */
  readonly suffix: string;
}

export interface Sheet {
  /** One `svg` element. */
  readonly xml: string;
  /** Where things are, for each meeting. */
  readonly frames: readonly Frame[];
}

/** Draws meetings one below the other. */
export function drawSheet(subjects: readonly Subject[], options: SvgOptions, { standalone, suffix }: SheetManner): Sheet {
  const width = Math.max(640, Math.round(options.width ?? 1200));
  const face = clockFace(options.zone);
  const svg = new D3Node({ d3Module: { select } }).createSVG(0, 0);
  svg.attr('role', 'graphics-document').attr('lang', 'en').attr('font-family', fonts);
  svg.attr('aria-labelledby', `cms-title${suffix}`).attr('aria-describedby', `cms-desc${suffix}`);
  svg.append('title').attr('id', `cms-title${suffix}`).text(titleOf(subjects));
  const stories = subjects.map((subject) => description(subject, face));
  svg.append('desc').attr('id', `cms-desc${suffix}`).text(stories.join('\n\n'));
  if (standalone) svg.append('style').text(`\n${styleSheet(options.theme ?? 'auto')}\n`);
  definePatterns(svg.append('defs'));
  const paper: Pen = path(svg, '', 't-paper');
  const edge = standalone ? margin : pageMargin;
  const column = { left: edge, right: width - edge };
  const manner = { face, version: options.version, redacted: options.redacted, fold: options.fold ?? 'auto', standalone };
  const frames: Frame[] = [];
  const meetings: string[] = [];
  let y = standalone ? 24 : 0;
  for (const [index, subject] of subjects.entries()) {
    const label = `${subject.picture.title}: ${facts(subject.picture, face)}`;
    const meeting = group(svg, { class: 'meeting', role: 'group', 'data-meeting': String(index), 'aria-label': label });
    const drawn = drawMeeting(meeting, subject, manner, column, y);
    frames.push(drawn.frame);
    // Written at once and let go: a day of meetings would fill the memory with elements.
    const node: XmlNode = meeting.node();
    meetings.push(toXml(node));
    meeting.remove();
    y = drawn.bottom + 36;
  }
  if (subjects.length === 0) {
    write(svg, { x: margin, y: y + 22, text: 'There is no meeting to draw in this log.', size: 16, tone: 't-ink' });
    y += 60;
  }
  const height = Math.ceil(y - (standalone ? 12 : 28));
  paper.attr('d', `M0,0H${px(width)}V${px(height)}H0Z`);
  svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height);
  const root: XmlNode = svg.node();
  const xml = toXml(root);
  const end = '</svg>';
  return { xml: `${xml.slice(0, -end.length)}${meetings.map((meeting) => `${meeting}\n`).join('')}${end}`, frames };
}

function titleOf(subjects: readonly Subject[]): string {
  const titles = new Set(subjects.map(({ picture }) => picture.title));
  if (titles.size === 0) return 'No meeting';
  return `${[...titles].slice(0, 3).join(', ')}${titles.size > 3 ? ` and ${titles.size - 3} more` : ''}: who waited, who was active, and why`;
}
