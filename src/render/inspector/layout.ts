/** Where each view stands on a screen of a given size. What has the keys has the most room where room is short. */
import type { View } from './keys.ts';
import type { Size } from './state.ts';

export interface Box {
  readonly top: number;
  readonly left: number;
  readonly columns: number;
  /** With its title. */
  readonly rows: number;
}

/** null = not on the screen. */
export type Layout = Readonly<Record<View, Box | null>>;

/** Below this there is only a sentence that asks for more room. */
export const least: Size = { columns: 60, rows: 15 };

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < least.columns || rows < least.rows;
}

/** From here on views stand side by side. */
export function isWide({ columns, rows }: Size): boolean {
  return columns >= 110 && rows >= 24;
}

/** How much there is to show: a list takes no more room than it has rows. */
export interface Amount {
  readonly meetings: number;
  readonly lanes: number;
}

/** Above the views stands a line, and below them another. */
export function layoutOf(size: Size, view: View, amount: Amount): Layout {
  return isWide(size) ? sideBySide(size, amount) : stacked(size, view, amount);
}

/** Rows that a list with a title and a heading asks for. */
const listRows = ({ meetings }: Amount): number => meetings + 2;
/** Rows that a timeline asks for: title, axis, the space, lanes. */
const timelineRows = ({ lanes }: Amount): number => lanes + 5;

function sideBySide({ columns, rows }: Size, amount: Amount): Layout {
  const body = rows - 2;
  const left = Math.max(46, Math.min(64, Math.round(columns * 0.4)));
  const right = { left: left + 1, columns: columns - left - 1 };
  const upper = Math.max(6, Math.min(Math.round(body * 0.5), listRows(amount)));
  const lanes = Math.max(9, Math.min(Math.round(body * 0.6), timelineRows(amount)));
  return {
    meetings: { top: 1, left: 0, columns: left, rows: upper },
    details: { top: 1 + upper, left: 0, columns: left, rows: body - upper },
    timeline: { top: 1, ...right, rows: lanes },
    evidence: { top: 1 + lanes, ...right, rows: body - lanes },
  };
}

function stacked({ columns, rows }: Size, view: View, amount: Amount): Layout {
  const body = rows - 2;
  const box = (top: number, height: number): Box => ({ top: 1 + top, left: 0, columns, rows: height });
  switch (view) {
    case 'meetings': {
      const list = Math.max(3, Math.min(Math.round(body * 0.5), listRows(amount)));
      const lanes = Math.min(Math.round((body - list) * 0.62), Math.max(6, timelineRows(amount)));
      return { meetings: box(0, list), timeline: box(list, lanes), evidence: box(list + lanes, body - list - lanes), details: null };
    }
    case 'timeline': {
      const lanes = Math.min(Math.round((body - 2) * 0.66), Math.max(6, timelineRows(amount)));
      return { meetings: box(0, 2), timeline: box(2, lanes), evidence: box(2 + lanes, body - 2 - lanes), details: null };
    }
    case 'details':
    case 'evidence': {
      const lanes = Math.max(5, Math.round(body * 0.32));
      const rest = box(lanes, body - lanes);
      return {
        ...{ meetings: null, timeline: box(0, lanes) },
        ...(view === 'details' ? { details: rest, evidence: null } : { details: null, evidence: rest }),
      };
    }
  }
}

/** Rows of a view below its title; at least one, so that paging always moves. */
export function pageOf(layout: Layout, view: View): number {
  return Math.max(1, (layout[view]?.rows ?? 2) - 1);
}

/** The columns of the timeline: names, bars, and the state at the moment looked at. */
export interface TimelineColumns {
  readonly names: number;
  readonly bars: number;
  readonly states: number;
}

/** @param longest columns of the longest name with its role */
export function timelineColumns(columns: number, longest: number): TimelineColumns {
  const states = columns >= 76 ? 20 : 16;
  const names = Math.max(14, Math.min(40, Math.floor(columns * 0.32), longest + 4));
  return { names, states, bars: columns - names - states - 2 };
}

/** First row to show of a list, so that the selected one is in the middle where it can be. */
export function topOf(selected: number, count: number, rows: number): number {
  return Math.max(0, Math.min(selected - Math.floor(rows / 2), count - rows));
}
