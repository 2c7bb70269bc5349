/** The layout of the present state: what stands where, and how wide the timeline's columns are. */
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

export function columnsFor(state: Inspector, columns: number): TimelineColumns {
  let longest = 0;
  for (const lane of visibleLanes(state).slice(0, measured)) longest = Math.max(longest, widthOf(lane.label) + roleOf(lane).length);
  return timelineColumns(columns, longest);
}
