/** Title, headline and facts: what is to be understood before the eye reaches the lanes. */
import type { ClockFace } from '#view/axis.ts';
import { safe } from '#view/safe.ts';
import { summaryOf } from '#view/summary.ts';
import type { Column } from './frame.ts';
import { group, type Pen, write } from './pen.ts';
import { facts } from './story.ts';
import type { Subject } from './subject.ts';
import { textWidth, wrap } from './text.ts';

/** Draws the head of a diagram. @returns the y below it, px */
export function drawHeader(
  pen: Pen,
  { analysis, meeting, picture, turn }: Subject,
  face: ClockFace,
  { left, right }: Column,
  top: number,
): number {
  const room = right - left;
  const made = group(pen, { class: 'head', 'aria-hidden': 'true' });
  const turnRoom = turn === '' ? 0 : textWidth(turn, 13) + 16;
  const title = safe(picture.title);
  write(made, { x: left, y: top + 22, text: title, size: 22, heavy: true, tone: 't-ink', room: room - turnRoom });
  write(made, { x: right, y: top + 22, text: turn, size: 13, anchor: 'end', tone: 't-muted' });
  let y = top + 46;
  // A sentence begins a line: three short lines are read faster than two long ones.
  for (const line of summaryOf(analysis, meeting, face).flatMap((sentence) => wrap(sentence, room, 14, 2))) {
    write(made, { x: left, y, text: line, size: 14, tone: 't-ink' });
    y += 20;
  }
  write(made, { x: left, y: y + 1, text: facts(picture, face), size: 11.5, tone: 't-muted', room });
  return y + 14;
}
