/**
 * The wiki markup of Jira. Its signs are written as character references, because a backslash does not hold everywhere.
 * @see https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa
 */
import { type Markup, type Piece, ticketName } from './markup.ts';

export const jira: Markup = {
  heading: (text) => `h3. ${line(text)}`,
  text: line,
  item: (pieces) => `* ${line(pieces)}`,
  strong: (pieces) => `*${line(pieces)}*`,
  table: (head, rows) => [
    `||${head.map(words).join('||')}||`,
    ...rows.map((cells) => `|${cells.map((cell) => line(cell) || ' ').join('|')}|`),
  ],
  // The one thing that ends such a block is its own name.
  verbatim: (lines) => ['{noformat}', ...lines.map((each) => each.replaceAll('{noformat', '{ noformat')), '{noformat}'],
  image: (file) => `!${file.replace(/[!|\r\n]/gu, '_')}|width=900!`,
};

function line(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? words(piece) : `{{${words(ticketName(piece.name))}}}`)).join('');
}

/** Braces, brackets, bars and all that makes bold, links, images, macros or escapes; brackets and colons where they would be a face. */
const markup = /[\\{}[\]|*_+^~!?#<>&]|-(?=-)|\((?=(?:[xyni/!+\-?*]|on|off|flag|flagoff|\*[rgby])\))|[:;](?=-?[()DPp])/gu;

function words(text: string): string {
  const short = text.split(' ').map(ticketName).join(' ');
  return short.replace(markup, (sign) => `&#${sign.charCodeAt(0)};`);
}
