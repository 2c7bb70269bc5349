/** The column on the right: how long each waited, and how it ended. */
import type { Participant } from '#model/index.ts';
import { duration } from '#view/duration.ts';
import type { Lane, Picture } from '#view/picture.ts';
import { safe } from '#view/safe.ts';
import { waited } from '#view/waits.ts';
import type { Frame, PlacedRow } from './frame.ts';
import { type Pen, write } from './pen.ts';

/** Left edge of the second column of dense rows, px from the first. */
const secondColumn = 74;

/** Milliseconds in the lobby, as far as the log tells; `more` = it may be longer. */
export function waitedIn({ from, known }: Picture, { participant }: Lane): { readonly ms: number; readonly more: boolean } {
  return waited(participant, { from, to: known }) ?? { ms: 0, more: false };
}

/** Writes how long the participant waited, and how it ended. */
export function drawOutcome(pen: Pen, frame: Frame, placed: PlacedRow, lane: Lane): void {
  const { aside, roomy, picture } = frame;
  const room = aside.right - aside.left;
  const middle = placed.bar.top + placed.bar.height / 2;
  const { ms, more } = waitedIn(picture, lane);
  const wait = ms === 0 && !more ? '' : duration(ms);
  const end = ending(lane.participant);
  if (roomy) {
    const alone = wait === '' || end === '';
    const text = wait === '' ? '' : `waited ${wait}${more ? ' so far' : ''}`;
    write(pen, { x: aside.left, y: alone ? middle + 4 : middle - 3, text, size: 12, tone: 't-ink', room });
    write(pen, { x: aside.left, y: alone ? middle + 4 : middle + 11, text: end, size: 10.5, tone: 't-muted', room });
    return;
  }
  const y = middle + 3.5;
  write(pen, { x: aside.left, y, text: more ? `${wait} +` : wait, size: 10, tone: 't-ink', room: secondColumn - 4 });
  write(pen, {
    x: aside.left + secondColumn,
    y,
    text: end.replace(/^left(?:, or a namesake did)?: /u, ''),
    size: 10,
    tone: 't-muted',
    room: room - secondColumn,
  });
}

/** Heads of the columns of dense rows, whose cells say numbers and reasons only. */
export function drawOutcomeHeads(pen: Pen, { aside, axis, roomy }: Frame): void {
  if (roomy) return;
  const y = axis - 9;
  write(pen, { x: aside.left, y, text: 'in the lobby', size: 10, tone: 't-muted', room: secondColumn - 4 });
  write(pen, {
    x: aside.left + secondColumn,
    y,
    text: 'left because',
    size: 10,
    tone: 't-muted',
    room: aside.right - aside.left - secondColumn,
  });
}

function ending({ leftAt, leftReason, intervals, doubtfulEnd }: Participant): string {
  // Several of one name were there, and one of them left: the log does not tell which.
  const left = doubtfulEnd ? 'left, or a namesake did' : 'left';
  if (leftAt !== null) return leftReason === null ? left : `${left}: ${safe(leftReason)}`;
  return intervals.at(-1)?.to === null ? 'still there' : '';
}
