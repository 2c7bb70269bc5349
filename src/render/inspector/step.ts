/** A key → the next state. Pure: what has to be done outside stands in `wish`. */
import { copied } from './copy.ts';
import { type Action, actionOf, type Key, views } from './keys.ts';
import type { Motion } from './motion.ts';
import { opened } from './open.ts';
import { hit } from './search.ts';
import type { Inspector } from './state.ts';
import { stepFilter } from './step-filter.ts';
import { stepDetails, stepEvidence, stepMeetings } from './step-lists.ts';
import { stepOverlay } from './step-overlay.ts';
import { stepSearch } from './step-search.ts';
import { fitted, stepTimeline, toEvent, zoomed } from './step-timeline.ts';

/** What a key makes of a state. */
export function step(before: Inspector, pressed: Key): Inspector {
  const state: Inspector = { ...before, wish: null, message: null };
  const key = wheeled(state, pressed);
  if (key.name === 'ctrl-c') return { ...state, wish: { kind: 'quit', code: 130 } };
  if (key.name === 'ctrl-z') return { ...state, wish: { kind: 'suspend' } };
  switch (state.overlay?.kind) {
    case 'search':
      return stepSearch(state, state.overlay, key);
    case 'filter':
      return stepFilter(state, state.overlay, key);
    case 'help':
    case 'findings':
    case 'save':
    case 'record':
      return stepOverlay(state, state.overlay, key);
    case undefined: {
      const action = actionOf(key);
      return action === null ? state : act(state, action);
    }
  }
}

function act(state: Inspector, action: Action): Inspector {
  switch (action) {
    case 'up':
    case 'down':
    case 'left':
    case 'right':
    case 'far-left':
    case 'far-right':
    case 'page-up':
    case 'page-down':
    case 'first':
    case 'last':
    case 'start':
    case 'end':
      return move(state, action);
    case 'enter':
      return opened(state);
    case 'back':
      return back(state);
    case 'next-view':
      return turned(state, 1);
    case 'previous-view':
      return turned(state, -1);
    case 'view-meetings':
      return { ...state, view: 'meetings' };
    case 'view-timeline':
      return { ...state, view: 'timeline' };
    case 'view-details':
      return { ...state, view: 'details' };
    case 'view-evidence':
      return { ...state, view: 'evidence' };
    case 'zoom-in':
      return zoomed(state, 0.5);
    case 'zoom-out':
      return zoomed(state, 2);
    case 'fit':
      return fitted(state);
    case 'event-before':
      return toEvent(state, null, -1);
    case 'event-after':
      return toEvent(state, null, 1);
    case 'lane-event-before':
      return toEvent(state, state.lane, -1);
    case 'lane-event-after':
      return toEvent(state, state.lane, 1);
    case 'search':
      return { ...state, overlay: { kind: 'search', text: '' } };
    case 'hit-after':
      return hit(state, 1);
    case 'hit-before':
      return hit(state, -1);
    case 'filter':
      return { ...state, overlay: { kind: 'filter', row: 0, draft: state.filter, wrong: null } };
    case 'findings':
      return { ...state, overlay: { kind: 'findings', index: 0 } };
    case 'sort':
      return reordered(state);
    case 'save':
      return state.meeting === null ? state : { ...state, overlay: { kind: 'save' } };
    case 'copy':
      return copied(state);
    case 'mouse':
      return mouseTurned(state);
    case 'help':
      return { ...state, overlay: { kind: 'help', top: 0 } };
    case 'suspend':
      return { ...state, wish: { kind: 'suspend' } };
    case 'quit':
      return { ...state, wish: { kind: 'quit', code: 0 } };
    case 'stop':
      return { ...state, wish: { kind: 'quit', code: 130 } };
  }
}

/** The wheel zooms where there is time, and moves where there are rows. */
function wheeled({ view, overlay }: Inspector, key: Key): Key {
  const zooms = view === 'timeline' && overlay === null;
  if (key.name === 'wheel-up') return { name: zooms ? '+' : 'up', text: '' };
  if (key.name === 'wheel-down') return { name: zooms ? '-' : 'down', text: '' };
  return key;
}

function mouseTurned(state: Inspector): Inspector {
  const text = state.mouse
    ? 'the mouse is left to the terminal'
    : 'the mouse wheel zooms and moves; most terminals select text while Shift is held';
  return { ...state, mouse: !state.mouse, message: { text, tone: 'plain' } };
}

function move(state: Inspector, motion: Motion): Inspector {
  switch (state.view) {
    case 'meetings':
      return stepMeetings(state, motion);
    case 'timeline':
      return stepTimeline(state, motion);
    case 'details':
      return stepDetails(state, motion);
    case 'evidence':
      return stepEvidence(state, motion);
  }
}

/** Back to the list of meetings, view by view. */
function back(state: Inspector): Inspector {
  switch (state.view) {
    case 'meetings':
      return state;
    case 'timeline':
      return { ...state, view: 'meetings' };
    case 'details':
    case 'evidence':
      return { ...state, view: 'timeline' };
  }
}

function turned(state: Inspector, by: 1 | -1): Inspector {
  const index = (views.indexOf(state.view) + by + views.length) % views.length;
  return { ...state, view: views[index] ?? 'meetings' };
}

function reordered(state: Inspector): Inspector {
  const next = { time: 'waiting', waiting: 'findings', findings: 'space', space: 'time' } as const;
  const order = next[state.order];
  return { ...state, order, message: { text: `meetings by ${order}`, tone: 'plain' } };
}
