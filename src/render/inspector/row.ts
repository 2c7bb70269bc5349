/** Lines of the screen as pieces of text, each with what it is for; painted at the very end, when their widths are right. */
import type { Style, Tone } from '#render/text/style.ts';
import { shorten, widthOf } from '#view/shorten.ts';

export type Piece =
  | { readonly text: string; readonly tone: Tone; readonly inverse?: true }
  /** Painted already, and so many columns wide. */
  | { readonly painted: string; readonly columns: number };

export type Row = readonly Piece[];

export function piece(text: string, tone: Tone = 'plain'): Piece {
  return { text, tone };
}

/** A row as text of exactly so many columns. */
export function paintRow(row: Row, columns: number, style: Style): string {
  let painted = '';
  let used = 0;
  for (const [index, part] of row.entries()) {
    const room = columns - used;
    if (room <= 0) break;
    if ('painted' in part) {
      if (part.columns > room) break;
      painted += part.painted;
      used += part.columns;
      continue;
    }
    let text = shorten(part.text, room, style.signs.ellipsis);
    let columnsOfText = widthOf(text);
    // What is cut off is told also where one piece ends with the row and others follow.
    if (columnsOfText === room && text === part.text && isMore(row, index + 1)) {
      text = shorten(`${text}${style.signs.ellipsis}`, room, style.signs.ellipsis);
      columnsOfText = widthOf(text);
    }
    painted += part.inverse === true ? inverse(text, part.tone, style) : style.paint(text, part.tone);
    used += columnsOfText;
  }
  return painted + ' '.repeat(Math.max(0, columns - used));
}

function isMore(row: Row, from: number): boolean {
  return row.some((part, index) => index >= from && ('painted' in part || part.text.trim() !== ''));
}

/** Blanks at the end stay inverse here: what is selected is a bar, not a word. */
function inverse(text: string, tone: Tone, style: Style): string {
  const ink = text.trimEnd();
  const blanks = text.slice(ink.length);
  return style.inverse(ink, tone) + (blanks === '' || !style.colour ? blanks : `\u001b[7m${blanks}\u001b[0m`);
}

/** A text in which every place of what was searched is marked. */
export function marked(text: string, search: string, tone: Tone = 'plain'): Row {
  if (search === '') return [piece(text, tone)];
  const where = text.toLowerCase();
  const what = search.toLowerCase();
  const row: Piece[] = [];
  let from = 0;
  // Lower case may be longer than the text: then nothing is marked rather than the wrong place.
  if (where.length === text.length) {
    for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, from)) {
      if (at > from) row.push(piece(text.slice(from, at), tone));
      row.push({ text: text.slice(at, at + what.length), tone: 'strong', inverse: true });
      from = at + what.length;
    }
  }
  if (from < text.length) row.push(piece(text.slice(from), tone));
  return row;
}

const token = /\u001b\[[\d;]*m|./gsu;

/** Puts one character in the place of another, in a painted text whose characters are all one column wide. */
export function replaced(painted: string, column: number, put: string): string {
  let seen = 0;
  let colour = '';
  let result = '';
  for (const [part] of painted.matchAll(token)) {
    if (part.startsWith('\u001b[')) {
      colour = part === '\u001b[0m' ? '' : part;
      result += part;
      continue;
    }
    result += seen === column ? (colour === '' ? put : `\u001b[0m${put}${colour}`) : part;
    seen += 1;
  }
  return seen > column ? result : result + ' '.repeat(column - seen) + put;
}
