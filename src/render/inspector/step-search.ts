/** Keys while the text of a search is written. */
import { safe } from '#view/safe.ts';
import type { Key } from './keys.ts';
import { firstHit } from './search.ts';
import type { Inspector, Overlay } from './state.ts';

export function stepSearch(state: Inspector, overlay: Extract<Overlay, { readonly kind: 'search' }>, key: Key): Inspector {
  switch (key.name) {
    case 'escape':
      return { ...state, overlay: null, search: '' };
    case 'enter': {
      const search = overlay.text === '' ? state.search : overlay.text;
      const closed: Inspector = { ...state, overlay: null, search };
      return search === '' ? closed : firstHit(closed);
    }
    default: {
      const text = written(overlay.text, key);
      return { ...state, overlay: text === null ? null : { ...overlay, text } };
    }
  }
}

/** A line of text after a key; null = there was nothing left to take away. */
export function written(text: string, { name, text: sign }: Key): string | null {
  if (name === 'backspace') return text === '' ? null : [...text].slice(0, -1).join('');
  if (name === 'ctrl-u') return '';
  // What is pasted may be made to be heard by a terminal.
  return safe(sign) === sign ? text + sign : text;
}
