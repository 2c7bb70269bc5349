/** Keys while the filter is open: rows of choices and of text. */
import { roleChoices, stateChoices, wrongIn } from './filter.ts';
import { type Filter, noFilter } from './book.ts';
import { listOf, withMeeting } from './focus.ts';
import type { Key } from './keys.ts';
import { written } from './step-search.ts';
import type { Inspector, Overlay } from './state.ts';

type FilterOverlay = Extract<Overlay, { readonly kind: 'filter' }>;

export const filterRows = ['role', 'state', 'participant', 'from', 'to'] as const;

export function stepFilter(state: Inspector, overlay: FilterOverlay, key: Key): Inspector {
  const row = filterRows[overlay.row] ?? 'role';
  switch (key.name) {
    case 'escape':
      return { ...state, overlay: null };
    case 'enter':
      return applied(state, overlay);
    case 'ctrl-u':
      return { ...state, overlay: { ...overlay, draft: noFilter, wrong: null } };
    case 'up':
    case 'shift-tab':
      return { ...state, overlay: { ...overlay, row: Math.max(0, overlay.row - 1) } };
    case 'down':
    case 'tab':
      return { ...state, overlay: { ...overlay, row: Math.min(filterRows.length - 1, overlay.row + 1) } };
    default:
      return { ...state, overlay: { ...overlay, draft: changed(overlay.draft, row, key), wrong: null } };
  }
}

function changed(draft: Filter, row: (typeof filterRows)[number], key: Key): Filter {
  const by = key.name === 'left' || key.name === 'h' ? -1 : key.name === 'right' || key.name === 'l' || key.name === 'space' ? 1 : 0;
  switch (row) {
    case 'role':
      return { ...draft, role: turned(roleChoices, draft.role, by) };
    case 'state':
      return { ...draft, state: turned(stateChoices, draft.state, by) };
    case 'participant':
    case 'from':
    case 'to':
      return { ...draft, [row]: written(draft[row], key) ?? '' };
  }
}

function turned<Choice>(choices: readonly Choice[], chosen: Choice, by: number): Choice {
  return choices[(choices.indexOf(chosen) + by + choices.length) % choices.length] ?? chosen;
}

function applied(state: Inspector, { draft, ...overlay }: FilterOverlay): Inspector {
  const wrong = wrongIn(draft, state.book.face);
  if (wrong !== null) return { ...state, overlay: { ...overlay, draft, wrong } };
  const filtered: Inspector = { ...state, overlay: null, filter: draft };
  const list = listOf(filtered);
  const text = `${list.length} of ${state.book.entries.length} meetings pass the filter`;
  const still = list.some(({ key }) => key === state.meeting);
  return {
    ...(still ? filtered : withMeeting(filtered, list[0] ?? null)),
    message: { text, tone: list.length === 0 ? 'warning' : 'plain' },
  };
}
