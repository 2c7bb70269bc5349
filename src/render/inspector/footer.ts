/** The last line: what is being written, else what was said last, else the keys that help here. */
import type { Style } from '#render/text/style.ts';
import { widthOf } from '#view/shorten.ts';
import { filterWords, isFiltering } from './filter.ts';
import { keyLabel, keyTable } from './keys.ts';
import { type Piece, piece, type Row } from './row.ts';
import type { Inspector, Overlay } from './state.ts';

export function footer(state: Inspector, style: Style): Row {
  const { overlay, message } = state;
  if (overlay?.kind === 'search') {
    const where = state.view === 'evidence' ? 'in the log' : 'names, addresses, ids';
    return [
      piece(' /', 'strong'),
      piece(overlay.text),
      { text: ' ', tone: 'plain', inverse: true },
      piece(`  ${where}; Enter searches, Esc leaves`, 'faint'),
    ];
  }
  if (overlay !== null) return [piece(` ${overlayHint(overlay)}`, 'faint')];
  if (message !== null) return [...filterNote(state, style), piece(` ${message.text}`, message.tone === 'plain' ? 'strong' : message.tone)];
  return [...filterNote(state, style), ...hints(state, style)];
}

function overlayHint(overlay: Overlay): string {
  switch (overlay.kind) {
    case 'help':
      return 'arrows move, Esc closes';
    case 'findings':
      return 'arrows choose, Enter goes to the place, Esc closes';
    case 'filter':
      return 'arrows choose, Enter applies, Ctrl-U clears, Esc leaves';
    case 'save':
      return '1, 2 or 3 saves, Esc leaves';
    case 'record':
      return 'arrows move, Esc closes';
    case 'search':
      return '';
  }
}

function filterNote({ filter }: Inspector, style: Style): Row {
  return isFiltering(filter) ? [piece(' filter: ', 'warning'), piece(`${filterWords(filter, style.signs.dot)}  `, 'strong')] : [];
}

function hints({ view, size }: Inspector, style: Style): Row {
  const unicode = style.signs.ellipsis !== '...';
  const all = keyTable.flatMap(({ action, keys, hint }) =>
    hint?.views.includes(view) === true
      ? [{ action, label: ` ${hint.label ?? keyLabel(keys[0] ?? '', unicode)}`, word: ` ${hint.word} ` }]
      : [],
  );
  const width = ({ label, word }: (typeof all)[number]): number => widthOf(label) + widthOf(word);
  // Whoever knows nothing else has to find the help and the way out.
  const last = all.filter(({ action }) => action === 'help' || action === 'quit');
  let room = size.columns - last.reduce((sum, hint) => sum + width(hint), 0);
  const first = all.filter((hint) => !last.includes(hint) && (room -= width(hint)) >= 0);
  return [...first, ...last].flatMap(({ label, word }): readonly Piece[] => [piece(label, 'strong'), piece(word, 'faint')]);
}
