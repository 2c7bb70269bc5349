/** One meeting, drawn: the order of the layers, and nothing else. */
import type { Analysis, Meeting } from '#model/index.ts';
import type { ClockFace } from '#view/axis.ts';
import type { Picture } from '#view/picture.ts';
import { drawAxis, drawFolds } from './axis.ts';
import { drawCallouts } from './callout.ts';
import { drawFooter, type Imprint } from './footer.ts';
import type { Column, Frame, PlacedRow } from './frame.ts';
import { drawHeader } from './header.ts';
import { drawLabel, drawOutcome } from './label.ts';
import { layOut } from './layout.ts';
import { drawLink, type PlacedLink } from './link.ts';
import { drawNotes, drawNumbers } from './notes.ts';
import { type Pen, group, path, px, tip } from './pen.ts';
import type { Row } from './row.ts';
import { drawSegments } from './segment.ts';
import { laneStory } from './story.ts';
import { drawStrip } from './strip.ts';

export interface Subject {
  readonly analysis: Analysis;
  readonly meeting: Meeting;
  readonly picture: Picture;
  readonly rows: readonly Row[];
}

export interface Manner extends Imprint {
  readonly face: ClockFace;
  readonly fold: 'auto' | 'always' | 'never';
}

/** Draws a meeting from `top` down. @returns the y below it, px */
export function drawMeeting(pen: Pen, { analysis, meeting, picture, rows }: Subject, manner: Manner, sheet: Column, top: number): number {
  const { face } = manner;
  const under = drawHeader(pen, picture, face, sheet, top);
  const { frame, links, callouts } = layOut(picture, rows, face, sheet, under, manner.fold);
  drawBands(pen, frame);
  drawAxis(pen, frame);
  drawStrip(pen, frame);
  drawLanes(pen, frame, links);
  drawCallouts(pen, frame, callouts);
  for (const link of links) drawLink(pen, frame, link);
  drawNumbers(pen, frame);
  drawFolds(pen, frame);
  const noted = drawNotes(pen, picture.findings, sheet.left, sheet.right, frame.bottom);
  return drawFooter(pen, analysis, meeting, picture, manner, sheet, noted);
}

/** A faint band behind every other row leads the eye from the name to the bar. */
function drawBands(pen: Pen, { rows, label, aside }: Frame): void {
  const bands = rows.filter((_, index) => index % 2 === 0);
  const d = bands.map(({ top, height }) => `M${px(label.left - 8)},${px(top)}H${px(aside.right + 8)}v${px(height)}H${px(label.left - 8)}Z`);
  path(pen, d.join(''), 't-band', { 'aria-hidden': 'true' });
}

function drawLanes(pen: Pen, frame: Frame, links: readonly PlacedLink[]): void {
  const lanes = group(pen, { role: 'list', 'aria-label': 'Participants' });
  for (const placed of frame.rows) {
    const { row } = placed;
    if (row.kind === 'crowd') continue;
    const story = laneStory(row.lane, frame.picture, frame.face);
    const made = group(lanes, { class: 'lane', role: 'listitem', 'aria-label': story });
    const labelled = group(made);
    tip(labelled, story);
    drawLabel(labelled, frame, placed, row.lane);
    drawSegments(made, frame, placed, row.lane, crossings(placed, links));
    drawOutcome(made, frame, placed, row.lane);
  }
}

/** Where lines of links cross a row, px: no word is written there. */
function crossings(placed: PlacedRow, links: readonly PlacedLink[]): readonly number[] {
  return links
    .filter(({ by, effects }) => {
      const tops = [by.top, ...effects.map(({ row }) => row.top)];
      return placed.top >= Math.min(...tops) && placed.top <= Math.max(...tops);
    })
    .flatMap(({ x }) => [x]);
}
