/** One meeting, drawn: the order of the layers, and nothing else. */
import type { ClockFace } from '#view/axis.ts';
import { drawAxis, drawFolds, drawLogEnd, footRoom } from './axis.ts';
import { drawCallouts } from './callout.ts';
import { crowdStory, drawCrowd, drawCrowdWords } from './crowd.ts';
import { drawFooter, type Imprint } from './footer.ts';
import type { Column, Frame, PlacedRow } from './frame.ts';
import { drawHeader } from './header.ts';
import { drawKey } from './key.ts';
import { drawLabel } from './label.ts';
import { layOut } from './layout.ts';
import { drawLinks, type PlacedLink } from './link.ts';
import { drawNotes, drawNumbers } from './notes.ts';
import { drawOutcome, drawOutcomeHeads } from './outcome.ts';
import { group, type Pen, path, px, tip } from './pen.ts';
import { drawSegments } from './segment.ts';
import { laneStory } from './story.ts';
import { drawStrip } from './strip.ts';
import type { Subject } from './subject.ts';

export interface Manner extends Imprint {
  readonly face: ClockFace;
  readonly fold: 'auto' | 'always' | 'never';
  /** false = title, findings and small print are told elsewhere. */
  readonly standalone: boolean;
}

export interface Drawn {
  /** y below the drawing, px. */
  readonly bottom: number;
  readonly frame: Frame;
}

/** Draws a meeting from `top` down. */
export function drawMeeting(pen: Pen, subject: Subject, manner: Manner, sheet: Column, top: number): Drawn {
  const { picture, rows } = subject;
  const { face, standalone } = manner;
  const under = standalone ? drawHeader(pen, subject, face, sheet, top) : top;
  const { frame, links, callouts } = layOut(picture, rows, face, sheet, drawKey(pen, picture, sheet, under), manner.fold);
  drawBands(pen, frame);
  drawAxis(pen, frame);
  drawStrip(pen, frame);
  drawLanes(pen, frame, links);
  drawOutcomeHeads(pen, frame);
  drawLinks(group(pen, { class: 'plot' }), frame, links);
  drawLogEnd(pen, frame);
  drawNumbers(pen, frame);
  drawFolds(group(pen, { class: 'plot' }), frame);
  drawCallouts(group(pen, { class: 'plot words' }), frame, callouts);
  const bottom = frame.bottom + footRoom(frame);
  if (!standalone) return { bottom, frame };
  const noted = drawNotes(pen, picture.findings, sheet.left, sheet.right, bottom);
  return { bottom: drawFooter(pen, subject, manner, sheet, noted), frame };
}

/** A faint band behind every other row leads the eye from the name to the bar. */
function drawBands(pen: Pen, { rows, label, aside }: Frame): void {
  const bands = rows.filter((_, index) => index % 2 === 0);
  const d = bands.map(({ top, height }) => `M${px(label.left - 8)},${px(top)}H${px(aside.right + 8)}v${px(height)}H${px(label.left - 8)}Z`);
  path(pen, d.join(''), 't-band', { 'aria-hidden': 'true' });
}

function drawLanes(pen: Pen, frame: Frame, links: readonly PlacedLink[]): void {
  const lanes = group(pen, { role: 'list', 'aria-label': 'Participants' });
  for (const [index, placed] of frame.rows.entries()) {
    const { row } = placed;
    const story = row.kind === 'one' ? laneStory(row.lane, frame) : crowdStory(row, frame);
    const made = group(lanes, { class: 'lane', role: 'listitem', 'data-row': String(index), 'aria-label': story });
    const words = group(made);
    tip(words, story);
    switch (row.kind) {
      case 'one':
        drawLabel(words, frame, placed, row.lane);
        drawSegments(group(made, { class: 'plot' }), frame, placed, row.lane, obstacles(frame, placed, links));
        drawOutcome(made, frame, placed, row.lane);
        break;
      case 'crowd':
        drawCrowdWords(words, frame, placed, row);
        drawCrowd(made, frame, placed, row);
        break;
    }
  }
}

/** Where a row is crossed by lines of links and by breaks: no word is written there. */
function obstacles({ scale }: Frame, placed: PlacedRow, links: readonly PlacedLink[]): readonly Column[] {
  const crossing = links.filter(({ by, effects }) => {
    const tops = [by.top, ...effects.map(({ row }) => row.top)];
    return placed.top >= Math.min(...tops) && placed.top <= Math.max(...tops);
  });
  return [...crossing.map(({ x }) => ({ left: x, right: x })), ...scale.folds];
}
