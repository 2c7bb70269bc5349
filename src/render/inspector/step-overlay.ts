/** Keys while help, the findings, saving or a whole record lie above the views. */
import { entryOf, withLane, withMeeting, withRecord, withTime } from './focus.ts';
import { actionOf, type Key } from './keys.ts';
import { personsOf } from './crowd.ts';
import { isListMotion, moved } from './motion.ts';
import type { PlacedFinding } from './book.ts';
import { mostTop } from './overlays.ts';
import { type Inspector, type Overlay, saveFormats } from './state.ts';

type Plain = Exclude<Overlay, { readonly kind: 'search' | 'filter' }>;

export function stepOverlay(state: Inspector, overlay: Plain, key: Key): Inspector {
  const action = actionOf(key);
  const closed: Inspector = { ...state, overlay: null };
  if (action === 'back' || action === 'quit') return closed;
  switch (overlay.kind) {
    case 'help':
    case 'record':
      if (action === 'enter' || (overlay.kind === 'help' && action === 'help')) return closed;
      if (!isListMotion(action)) return state;
      return { ...state, overlay: { ...overlay, top: moved(overlay.top, mostTop(state) + 1, state.size.rows - 4, action) } };
    case 'findings': {
      const list = state.book.findings;
      if (action === 'findings') return closed;
      if (action === 'enter') return toFinding(closed, list.at(overlay.index));
      if (!isListMotion(action)) return state;
      return { ...state, overlay: { ...overlay, index: moved(overlay.index, list.length, state.size.rows - 6, action) } };
    }
    case 'save': {
      const format = saveFormats.find((name, index) => key.name === String(index + 1) || key.name === name.charAt(0));
      return format === undefined ? state : { ...closed, wish: { kind: 'save', format } };
    }
  }
}

/** Where a finding is: its meeting, its participant, its time and its record. */
function toFinding(state: Inspector, found: PlacedFinding | undefined): Inspector {
  if (found === undefined) return state;
  const { finding } = found;
  const [first] = finding.participants;
  const entry = found.entry === null ? null : (state.book.byKey.get(found.entry) ?? null);
  const there = entry === null || entry === entryOf(state) ? state : withMeeting(state, entry);
  const person = entry === null ? undefined : personsOf(entry.crowd).find(({ id }) => id === first);
  const selected = person === undefined ? there : withLane(there, person.lane);
  const timed = finding.span.from === null || entry === null ? selected : withTime(selected, finding.span.from);
  const [proof] = finding.evidence;
  const placed = proof === undefined ? timed : withRecord(timed, proof, timed.at);
  return { ...placed, view: entry === null ? 'evidence' : 'timeline' };
}
