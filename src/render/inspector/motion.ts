/** Moving in lists. */
import type { Action } from './keys.ts';

/** Keys that move, in every view. */
export type Motion = Extract<
  Action,
  'up' | 'down' | 'left' | 'right' | 'far-left' | 'far-right' | 'page-up' | 'page-down' | 'first' | 'last' | 'start' | 'end'
>;

/** The index that a motion leads to in a list; sideways motions lead nowhere. */
export function moved(index: number, count: number, page: number, motion: Motion): number {
  const clamp = (to: number): number => Math.max(0, Math.min(count - 1, to));
  switch (motion) {
    case 'up':
      return clamp(index - 1);
    case 'down':
      return clamp(index + 1);
    case 'page-up':
      return clamp(index - page);
    case 'page-down':
      return clamp(index + page);
    case 'first':
    case 'start':
      return 0;
    case 'last':
    case 'end':
      return clamp(count - 1);
    case 'left':
    case 'right':
    case 'far-left':
    case 'far-right':
      return index;
  }
}

const motions: ReadonlySet<string> = new Set(['up', 'down', 'page-up', 'page-down', 'first', 'last', 'start', 'end']);

/** Whether an action moves through a list. */
export function isListMotion(action: Action | null): action is Motion {
  return action !== null && motions.has(action);
}
