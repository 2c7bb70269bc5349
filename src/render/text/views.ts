/** The text views there are: `--view`, its help and its completion are derived from this table. */
import type { Analysis } from '#model/index.ts';
import { textViews } from '../index.ts';
import { renderEvents } from './events.ts';
import { renderList } from './list.ts';
import { renderTimeline, type TimelineOptions } from './timeline.ts';

interface View {
  /** For the help: one clause. */
  readonly description: string;
  /** @returns text with a final line break */
  render(analysis: Analysis, options: TimelineOptions): string;
}

export const views = {
  timeline: { description: textViews.timeline, render: renderTimeline },
  list: { description: textViews.list, render: renderList },
  events: { description: textViews.events, render: renderEvents },
} as const satisfies Readonly<Record<string, View>>;

export type ViewName = keyof typeof views;

export function isViewName(name: string): name is ViewName {
  return Object.hasOwn(views, name);
}

export const viewNames: readonly ViewName[] = Object.keys(views).filter(isViewName);
