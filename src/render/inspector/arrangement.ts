/** The layout of the present state: what stands where, and how wide the timeline's columns are. */
import type { Lane } from '#view/picture.ts';
import { widthOf } from '#view/shorten.ts';
import { roleOf } from '#render/text/lane-lines.ts';
import { listOf, visibleLanes } from './focus.ts';
import { type Layout, layoutOf, type TimelineColumns, timelineColumns } from './layout.ts';
import type { Inspector } from './state.ts';

export function layoutFor(state: Inspector): Layout {
  return layoutOf(state.size, state.view, { meetings: listOf(state).length, lanes: visibleLanes(state).length });
}

/** More names than this are not measured: one of them will be long enough. */
const measured = 100;

const lengths = new WeakMap<readonly Lane[], number>();

export function columnsFor(state: Inspector, columns: number): TimelineColumns {
  const lanes = visibleLanes(state);
  const longest = lengths.get(lanes) ?? Math.max(0, ...lanes.slice(0, measured).map((lane) => widthOf(lane.label) + roleOf(lane).length));
  lengths.set(lanes, longest);
  return timelineColumns(columns, longest);
}
