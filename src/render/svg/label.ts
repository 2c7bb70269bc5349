/** The column on the left: who it is. Words stand beside the plot, not on it, so that they never lie on bars. */
import type { Role } from '#model/index.ts';
import { kindWords, roleWords } from '#view/labels.ts';
import type { Lane } from '#view/picture.ts';
import { safe } from '#view/safe.ts';
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
  if (!isMachine(lane)) drawRole(pen, lane.role, label.left + 6, roomy ? middle - 7 : middle);
  if (roomy) {
    write(pen, { x: left, y: middle - 3, text: lane.label, size: sizes.name, heavy: true, tone: 't-ink', room });
    write(pen, { x: left, y: middle + 11, text: details(lane).join(' · '), size: sizes.detail, tone: 't-muted', room });
    return;
  }
  const heavy = lane.role === 'host';
  const name = textWidth(lane.label, sizes.denseName, heavy);
  // The name goes first; of the numbers beside it stand as many as fit.
  const text = shortDetails(lane).find((details) => textWidth(details, sizes.denseDetail) <= room - Math.min(name, room * 0.7) - 10);
  const nameRoom = text === undefined ? room : room - textWidth(text, sizes.denseDetail) - 10;
  write(pen, { x: left, y: middle + 4, text: lane.label, size: sizes.denseName, heavy, tone: 't-ink', room: nameRoom });
  if (text !== undefined) write(pen, { x: label.right, y: middle + 3.5, text, size: sizes.denseDetail, anchor: 'end', tone: 't-muted' });
}

/** Recorders and streamers are on the bridge like participants, but are no people: neither guest nor host. */
export function isMachine({ kind }: Lane): boolean {
  return kind === 'recorder' || kind === 'streamer';
}

/** The widest label of a lane, px: what the column should be if there is room. */
export function labelWidth(lane: Lane, roomy: boolean): number {
  if (roomy) return signRoom + Math.max(textWidth(lane.label, sizes.name, true), textWidth(details(lane).join(' · '), sizes.detail));
  return (
    signRoom + textWidth(lane.label, sizes.denseName, lane.role === 'host') + 12 + textWidth(shortDetails(lane)[0] ?? '', sizes.denseDetail)
  );
}

function details(lane: Lane): readonly string[] {
  const { name, leg } = lane.participant;
  return [
    isMachine(lane) ? '' : roleWords[lane.role],
    kindWords[lane.kind],
    leg.callNumber === null ? '' : `call ${leg.callNumber}`,
    leg.callLegId === null ? '' : `leg ${leg.callLegId.slice(0, 8)}`,
    name !== null && safe(name) !== lane.label ? safe(name) : '',
  ].filter((detail) => detail.trim() !== '');
}

/** Kind, call and leg; and less of it. */
function shortDetails({ kind, participant: { leg } }: Lane): readonly string[] {
  const kindWord = kindWords[kind];
  const call = leg.callNumber === null ? '' : String(leg.callNumber);
  const id = leg.callLegId?.slice(0, 8) ?? '';
  return [
    [kindWord, call, id],
    [call, id],
    [kindWord, call],
  ].map((details) => details.filter((detail) => detail !== '').join(' · '));
}
