/** The one place that changes: it holds the state, takes keys and news, and has done outside what a state wishes. */
import type { Entry } from './book.ts';
import { nextTo } from './focus.ts';
import type { Key } from './keys.ts';
import { type LineNeed, needOf } from './raw.ts';
import { step } from './step.ts';
import type { Inspector, LineBlock, Wish } from './state.ts';
import { withLines } from './told.ts';

export type Change = (state: Inspector) => Inspector;

/** What is beyond the screen: files, clipboard, the process. */
export interface Outside {
  lines(need: LineNeed): LineBlock;
  /** Meetings that are likely to be looked at next. */
  foresee(entries: readonly Entry[]): void;
  perform(wish: Wish, state: Inspector): void;
}

export interface Store {
  state(): Inspector;
  press(keys: readonly Key[]): void;
  tell(change: Change): void;
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: Inspector, outside: Outside): Store {
  let current = initial;
  const listeners = new Set<() => void>();
  const set = (next: Inspector): void => {
    if (next === current) return;
    const need = needOf(next);
    const moved = next.meeting !== current.meeting;
    current = need === null ? next : withLines(next, outside.lines(need));
    if (moved) outside.foresee(nextTo(current));
    for (const listener of listeners) listener();
  };
  return {
    state: () => current,
    press(keys) {
      for (const key of keys) {
        set(step(current, key));
        const { wish } = current;
        if (wish !== null) outside.perform(wish, current);
      }
    },
    tell: (change) => set(change(current)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
