/** Keys that move, in the views that are lists: meetings, details, evidence. */
import { layoutFor } from './arrangement.ts';
import { placeKey } from './book.ts';
import { factsOf } from './facts-of.ts';
import { entryOf, listOf, sceneOf, withMeeting, withTime } from './focus.ts';
import { pageOf } from './layout.ts';
import { type Motion, moved } from './motion.ts';
import type { Inspector } from './state.ts';

export function stepMeetings(state: Inspector, motion: Motion): Inspector {
  if (motion === 'left' || motion === 'right' || motion === 'far-left' || motion === 'far-right') {
    return motion === 'right' || motion === 'far-right' ? { ...state, view: 'timeline' } : state;
  }
  const list = listOf(state);
  const entry = entryOf(state);
  const index = entry === null ? -1 : list.indexOf(entry);
  const next = list[moved(Math.max(0, index), list.length, pageOf(layoutFor(state), 'meetings') - 1, motion)] ?? null;
  return next === entry ? state : withMeeting(state, next);
}

/** Headings are stepped over: there is nothing behind them. */
export function stepDetails(state: Inspector, motion: Motion): Inspector {
  const facts = factsOf(state);
  const open = facts.flatMap(({ kind }, index) => (kind === 'fact' ? [index] : []));
  const position = Math.max(
    0,
    open.findIndex((index) => index >= state.fact),
  );
  return { ...state, fact: open[moved(position, open.length, pageOf(layoutFor(state), 'details') - 1, motion)] ?? 0 };
}

/** Columns that the log is moved sideways at a time. */
const sideways = 20;

export function stepEvidence(state: Inspector, motion: Motion): Inspector {
  const { place, shift } = state;
  if (place === null) return state;
  switch (motion) {
    case 'left':
      return { ...state, shift: Math.max(0, shift - sideways) };
    case 'right':
      return { ...state, shift: shift + sideways };
    case 'far-left':
      return { ...state, shift: 0 };
    case 'far-right':
      return { ...state, shift: shift + 4 * sideways };
    case 'up':
    case 'down':
    case 'page-up':
    case 'page-down':
    case 'first':
    case 'last':
    case 'start':
    case 'end': {
      const total = linesOf(state);
      const line = moved(place.line - 1, total, pageOf(layoutFor(state), 'evidence') - 1, motion) + 1;
      return toLine(state, line);
    }
  }
}

/** Looks at a line; where it tells of a moment of the meeting, all views go there. */
export function toLine(state: Inspector, line: number): Inspector {
  if (state.place === null) return state;
  const place = { input: state.place.input, line };
  const moment = sceneOf(state)?.marks.get(placeKey(place))?.[0] ?? null;
  return moment === null ? { ...state, place } : { ...withTime(state, moment.at), place, shift: state.shift };
}

/** Lines of the input that is looked at, as far as they are known. */
function linesOf({ place, lines, book }: Inspector): number {
  if (lines !== null && lines.input === place?.input && lines.total !== null) return lines.total;
  return book.inputs.find(({ name }) => name === place?.input)?.lines ?? Number.MAX_SAFE_INTEGER;
}
