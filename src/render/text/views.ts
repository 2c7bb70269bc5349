/** The text views there are: `--view`, its help and its completion are derived from this table. */
import type { Analysis } from '#model/index.ts';
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
  timeline: { description: 'a picture of each meeting, and every change with its reason', render: renderTimeline },
  list: { description: 'a line for each meeting, with how long people waited', render: renderList },
  events: { description: 'every change of everybody in the order of time', render: renderEvents },
} as const satisfies Readonly<Record<string, View>>;

export type ViewName = keyof typeof views;

export function isViewName(name: string): name is ViewName {
  return Object.hasOwn(views, name);
}

export const viewNames: readonly ViewName[] = Object.keys(views).filter(isViewName);
