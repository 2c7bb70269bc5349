/** The left column (who it is) and the right one (what it came to): a table around the plot, so that words never lie on bars. */
import type { Participant, Role } from '#model/index.ts';
import { duration } from '#view/duration.ts';
import { kindWords, roleWords } from '#view/labels.ts';
import { safe } from '#view/safe.ts';
import type { Lane } from '#view/picture.ts';
import type { Frame, PlacedRow } from './frame.ts';
import { type Pen, path, write } from './pen.ts';
import { diamond, disc } from './shape.ts';
import { textWidth } from './text.ts';

/** Room of the sign of the role, px. */
const signRoom = 16;

/** Sizes of the two lines of a label, px. */
export const sizes = { name: 13, detail: 10.5, denseName: 11.5, denseDetail: 10 } as const;

/** The sign of a role: full diamond for who lets others in, ring for who needs that, dotted ring for who knows. */
export function drawRole(pen: Pen, role: Role, x: number, y: number): void {
  switch (role) {
    case 'host':
      path(pen, diamond(x, y, 5.5), 't-arrival');
      break;
    case 'guest':
      path(pen, disc(x, y, 3.7), 's-muted', { 'stroke-width': 1.6 });
      break;
    case 'unknown':
      path(pen, disc(x, y, 3.7), 's-muted', { 'stroke-width': 1.6, 'stroke-dasharray': '1.6 2.2' });
      break;
  }
}

/** Writes name, role, kind and identities of a lane. */
export function drawLabel(pen: Pen, frame: Frame, placed: PlacedRow, lane: Lane): void {
  const { label, roomy } = frame;
  const middle = placed.bar.top + placed.bar.height / 2;
  const left = label.left + signRoom;
  const room = label.right - left;
  drawRole(pen, lane.role, label.left + 6, roomy ? middle - 7 : middle);
  if (roomy) {
    write(pen, { x: left, y: middle - 3, text: lane.label, size: sizes.name, heavy: true, tone: 't-ink', room });
    write(pen, { x: left, y: middle + 11, text: details(lane).join(' · '), size: sizes.detail, tone: 't-muted', room });
    return;
  }
  const text = shortDetails(lane);
  const width = textWidth(text, sizes.denseDetail);
  const beside = room - textWidth(lane.label, sizes.denseName, true) - 10;
  // The name goes first; the numbers stand beside it where they fit.
  const nameRoom = beside >= width ? room : Math.max(room * 0.62, room - width - 10);
  write(pen, {
    x: left,
    y: middle + 4,
    text: lane.label,
    size: sizes.denseName,
    heavy: lane.role === 'host',
    tone: 't-ink',
    room: nameRoom,
  });
  const rest = room - Math.min(nameRoom, textWidth(lane.label, sizes.denseName, true)) - 10;
  if (width <= rest) write(pen, { x: label.right, y: middle + 3.5, text, size: sizes.denseDetail, anchor: 'end', tone: 't-muted' });
}

/** The widest label of a lane, px: what the column should be if there is room. */
export function labelWidth(lane: Lane, roomy: boolean): number {
  if (roomy) return signRoom + Math.max(textWidth(lane.label, sizes.name, true), textWidth(details(lane).join(' · '), sizes.detail));
  return signRoom + textWidth(lane.label, sizes.denseName, true) + 12 + textWidth(shortDetails(lane), sizes.denseDetail);
}

function details(lane: Lane): readonly string[] {
  const { name, leg } = lane.participant;
  return [
    roleWords[lane.role],
    kindWords[lane.kind],
    leg.callNumber === null ? '' : `call ${leg.callNumber}`,
    leg.callLegId === null ? '' : `leg ${leg.callLegId.slice(0, 8)}`,
    name !== null && safe(name) !== lane.label ? safe(name) : '',
  ].filter((detail) => detail !== '');
}

function shortDetails({ kind, participant: { leg } }: Lane): string {
  return [kindWords[kind], leg.callNumber === null ? '' : String(leg.callNumber), leg.callLegId?.slice(0, 8) ?? '']
    .filter((detail) => detail !== '')
    .join(' · ');
}

/** Milliseconds in the lobby, as far as the log tells; `more` = it may be longer. */
export function waited({ intervals }: Participant, end: number): { readonly ms: number; readonly more: boolean } {
  let ms = 0;
  let more = false;
  for (const { state, from, to } of intervals) {
    if (state !== 'lobby') continue;
    if (from !== null) ms += (to ?? end) - from;
    if (from === null || to === null) more = true;
  }
  return { ms, more };
}

/** Writes how long the participant waited, and how it ended. */
export function drawOutcome(pen: Pen, frame: Frame, placed: PlacedRow, { participant }: Lane): void {
  const { aside, roomy, picture } = frame;
  const room = aside.right - aside.left;
  const middle = placed.bar.top + placed.bar.height / 2;
  const { ms, more } = waited(participant, picture.known);
  const wait = ms === 0 && !more ? '' : `waited ${duration(ms)}${more ? ' so far' : ''}`;
  const end = ending(participant);
  if (roomy) {
    const alone = wait === '' || end === '';
    if (wait !== '') write(pen, { x: aside.left, y: alone ? middle + 4 : middle - 3, text: wait, size: 12, tone: 't-ink', room });
    if (end !== '') write(pen, { x: aside.left, y: alone ? middle + 4 : middle + 11, text: end, size: 10.5, tone: 't-muted', room });
    return;
  }
  const width = wait === '' ? 0 : textWidth(wait, 10) + 8;
  if (wait !== '') write(pen, { x: aside.left, y: middle + 3.5, text: wait, size: 10, tone: 't-ink', room });
  if (end !== '' && room - width > 40)
    write(pen, { x: aside.left + width, y: middle + 3.5, text: end, size: 10, tone: 't-muted', room: room - width });
}

function ending({ leftAt, leftReason, intervals }: Participant): string {
  if (leftAt !== null) return leftReason === null ? 'left' : `left: ${safe(leftReason)}`;
  return intervals.at(-1)?.to === null ? 'still there when the log ends' : '';
}
