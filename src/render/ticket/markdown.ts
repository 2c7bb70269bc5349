/**
 * Markdown, as GitHub, GitLab and most trackers read it. Texts of the log stand in code spans: nothing in them is markup there, nor
 * an address to link, a person to notify or an issue to refer to.
 */
import { type Markup, type Piece, ticketName } from './markup.ts';

export const markdown: Markup = {
  heading: (text) => `## ${line(text)}`,
  text: line,
  item: (pieces) => `- ${line(pieces)}`,
  strong: (pieces) => `**${line(pieces)}**`,
  table: (head, rows) => [
    `| ${head.map(words).join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows.map((cells) => `| ${cells.map((cell) => line(cell).replaceAll('|', '\\|')).join(' | ')} |`),
  ],
  verbatim(lines) {
    const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
    return [`${fence}text`, ...lines, fence];
  },
  image: (file, text) => `![${words(text)}](<${file.replace(/[<>\\]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}>)`,
};

function line(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? words(piece) : code(ticketName(piece.name)))).join('');
}

/** In sentences that hold names, what could be anything but words goes into a code span. */
const suspicious = /[@#`<>|\\*_~[\]{}!$&=]|:\/\/|^www\./iu;
/** What opens or closes around a word. */
const opening = '("\'“';
const closing = ')"\'”.,;:?';

/** A word without what opens before it and closes behind it. */
function unbracketed(word: string): readonly [before: string, inner: string, after: string] {
  let from = 0;
  while (from < word.length && opening.includes(word.charAt(from))) from += 1;
  let to = word.length;
  while (to > from && closing.includes(word.charAt(to - 1))) to -= 1;
  return [word.slice(0, from), word.slice(from, to), word.slice(to)];
}

function words(text: string): string {
  return text
    .split(' ')
    .map((word) => {
      const [before, inner, after] = unbracketed(word);
      if (suspicious.test(inner)) return `${before}${code(ticketName(inner))}${after}`;
      if (word.length > 80) return ticketName(word);
      // Alone at the beginning of a line these would begin a list.
      return /^(?:[-+]|\d+[.)])$/u.test(word) ? `\\${word}` : word;
    })
    .join(' ');
}

function code(text: string): string {
  if (text.trim() === '') return '``` ```';
  const ticks = '`'.repeat(longestRun(text) + 1);
  const margin = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${ticks}${margin}${text}${margin}${ticks}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/gu) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}
