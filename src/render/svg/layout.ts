/** Decides where everything of one meeting stands. */
import type { Instant } from '#model/index.ts';
import type { ClockFace } from '#view/axis.ts';
import type { Picture } from '#view/picture.ts';
import type { Row } from '#view/rows.ts';
import { type Callout, calloutHeight, placeCallouts } from './callout.ts';
import { type Column, type Frame, type PlacedRow, stub } from './frame.ts';
import { labelWidth } from './label.ts';
import { type PlacedLink, placeLinks } from './link.ts';
import { numberRoom } from './notes.ts';
import { lanesOf } from './row.ts';
import { timeScale } from './scale.ts';
import { byId } from './story.ts';

/** Height of a row and of its bar, px, by how many rows there are: few are large, sixty fit a printed page. */
function measures(count: number): { readonly pitch: number; readonly bar: number; readonly roomy: boolean } {
  if (count <= 8) return { pitch: 48, bar: 22, roomy: true };
  if (count <= 18) return { pitch: 38, bar: 18, roomy: true };
  if (count <= 28) return { pitch: 30, bar: 16, roomy: true };
  return { pitch: 20, bar: 12, roomy: false };
}

const stripHeight = 24;
/** A crowd gets more height than one lane, so that its shape can be read. */
const crowdHeight = 64;

export interface Layout {
  readonly frame: Frame;
  readonly links: readonly PlacedLink[];
  readonly callouts: readonly Callout[];
}

export function layOut(
  picture: Picture,
  rows: readonly Row[],
  face: ClockFace,
  sheet: Column,
  top: number,
  fold: 'auto' | 'always' | 'never',
): Layout {
  const { pitch, bar, roomy } = measures(rows.length);
  const label = { left: sheet.left, right: sheet.left + labelRoom(rows, roomy, sheet) };
  const aside = { left: sheet.right - asideRoom(sheet), right: sheet.right };
  const plot = { left: label.right + (picture.findings.length > 0 ? numberRoom : 0) + stub + 8, right: aside.left - 16 };
  const scale = timeScale(picture.from, picture.to, plot, eventsOf(picture), fold);
  const axis = top + 34;
  const strip = { top: axis + 8, height: stripHeight };

  const place = (from: number): readonly PlacedRow[] => {
    let y = from;
    return rows.map((row) => {
      const height = row.kind === 'crowd' ? crowdHeight : pitch;
      const thick = row.kind === 'crowd' ? crowdHeight - 16 : bar;
      const placed = { row, top: y, height, bar: { top: y + (height - thick) / 2, height: thick } };
      y += height;
      return placed;
    });
  };
  const below = strip.top + strip.height;
  // The lines of the callouts depend on where the links are, not on how high: placed once for the room, then for good.
  const draft = place(below);
  const callouts = placeCallouts({ picture, plot, aside, scale }, placeLinks({ picture, scale, rowOf: byLane(draft) }));
  const placed = place(below + calloutHeight(callouts));
  const last = placed.at(-1);
  const rowOf = byLane(placed);
  const frame: Frame = {
    picture,
    lanes: byId(picture),
    face,
    scale,
    label,
    plot,
    aside,
    axis,
    strip,
    rows: placed,
    rowOf,
    bottom: (last === undefined ? below : last.top + last.height) + 4,
    roomy,
  };
  return { frame, links: placeLinks(frame), callouts };
}

function byLane(rows: readonly PlacedRow[]): ReadonlyMap<string, PlacedRow> {
  return new Map(rows.flatMap((placed) => lanesOf(placed.row).map((lane) => [lane.id, placed] as const)));
}

/** As wide as the labels need, between bounds that leave the plot its room. */
function labelRoom(rows: readonly Row[], roomy: boolean, sheet: Column): number {
  const widest = rows.reduce((most, row) => Math.max(most, row.kind === 'one' ? labelWidth(row.lane, roomy) : 0), 0);
  return Math.min(Math.max(Math.ceil(widest) + 1, 140), (sheet.right - sheet.left) * 0.27);
}

function asideRoom(sheet: Column): number {
  return Math.min(190, Math.max(120, (sheet.right - sheet.left) * 0.17));
}

/** Every instant that may not be folded away. */
function* eventsOf(picture: Picture): Generator<Instant> {
  for (const { from, to } of picture.strip) yield* [from, to];
  for (const { segments, marks } of picture.lanes) {
    for (const { from, to } of segments) yield* [from, to];
    for (const { at } of marks) yield at;
  }
  for (const { at, effects } of picture.links) {
    if (at !== null) yield at;
    for (const effect of effects) yield effect.at;
  }
}
