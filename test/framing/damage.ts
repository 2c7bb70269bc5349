/** What happens to logs on their way to us: each takes the lines of a clean log, or a text, and gives bytes or a text. */

/** A damage of a whole text (lines end with `\n`). */
export interface Damage {
  readonly name: string;
  /** Done to clean lines, before the others. */
  readonly first?: boolean;
  apply(text: string): string;
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');
const each = (change: (line: string, index: number) => string) => (text: string) => `${linesOf(text).map(change).join('\n')}\n`;

/** Cuts a text every so many code points. */
function hardWrap(line: string, width: number): string {
  const points = [...line];
  const parts: string[] = [];
  for (let at = 0; at < points.length; at += width) parts.push(points.slice(at, at + width).join(''));
  return parts.length === 0 ? '' : parts.join('\n');
}

/** Moves the word that does not fit to the next line; the blank goes with the break. */
function wordWrap(line: string, width: number, breaksAtHyphens: boolean): string {
  const words = line.split(breaksAtHyphens ? /(?<=\S-)(?=\S)|(?<= )/ : /(?<= )/);
  const result: string[] = [];
  let open = '';
  for (const word of words) {
    if ((open + word).trimEnd().length > width && open.trim() !== '') {
      result.push(open.trimEnd());
      open = word;
    } else open += word;
  }
  return [...result, open].join('\n');
}

const html = (line: string): string =>
  line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function curly(line: string): string {
  return line
    .replaceAll(/(^|[\s(])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll(' - ', ' – ');
}

export const damages: readonly Damage[] = [
  { name: 'none', apply: (text) => text },
  { name: 'joined by blanks', apply: (text) => `${linesOf(text).join(' ')}\n` },
  { name: 'joined by nothing', apply: (text) => `${linesOf(text).join('')}\n` },
  {
    name: 'joined in threes',
    apply: (text) =>
      `${linesOf(text)
        .map((line, index) => line + (index % 3 === 2 ? '\n' : ' '))
        .join('')}\n`,
  },
  { name: 'hard-wrapped at 80', apply: each((line) => hardWrap(line, 80)) },
  { name: 'hard-wrapped at 61', apply: each((line) => hardWrap(line, 61)) },
  { name: 'hard-wrapped at 40', apply: each((line) => hardWrap(line, 40)) },
  { name: 'joined and hard-wrapped at 72', apply: (text) => `${hardWrap(linesOf(text).join(' '), 72)}\n` },
  { name: 'word-wrapped at 80', apply: each((line) => wordWrap(line, 80, false)) },
  { name: 'word-wrapped at 60, also at hyphens', apply: each((line) => wordWrap(line, 60, true)) },
  { name: 'joined and word-wrapped at 90, also at hyphens', apply: (text) => `${wordWrap(linesOf(text).join(' '), 90, true)}\n` },
  { name: 'quoted with >', apply: each((line) => `> ${line}`) },
  { name: 'quoted twice', apply: each((line) => `> > ${line}`) },
  { name: 'quoted with |', apply: each((line) => `| ${line}`) },
  { name: 'quoted tightly', apply: each((line) => `>${line}`) },
  { name: 'indented by 4', apply: each((line) => `    ${line}`) },
  { name: 'indented by a tab', apply: each((line) => `\t${line}`) },
  { name: 'in a fence, with prose', apply: (text) => `Hello,\n\nhere is the log:\n\`\`\`text\n${text}\`\`\`\n\nRegards,\nSteven\n` },
  { name: 'with Line N:', apply: each((line, index) => `Line ${index + 207}: ${line}`) },
  { name: 'with file:N:', apply: each((line, index) => `bridge1.log:${index + 95}:${line}`) },
  { name: 'with N:', apply: each((line, index) => `${index + 8}: ${line}`) },
  { name: 'with cat -n', apply: each((line, index) => `${String(index + 1).padStart(6)}\t${line}`) },
  { name: 'with references of HTML', apply: each(html) },
  {
    name: 'in paragraphs of HTML',
    apply: (text) =>
      `<html><body>\n${linesOf(text)
        .map((line) => `<p>${html(line)}</p>`)
        .join('\n')}\n</body></html>\n`,
  },
  {
    name: 'with <br>',
    apply: (text) =>
      `<div>${linesOf(text)
        .map((line) => html(line))
        .join('<br>')}</div>\n`,
  },
  { name: 'with links in angle brackets', apply: each((line) => line.replace(/user\.info /, 'user.info< http://user.info>; ')) },
  { name: 'with curly quotes and dashes', apply: each(curly) },
  { name: 'with non-breaking blanks', apply: each((line) => line.replaceAll(' ', '\u00a0')) },
  { name: 'with zero-width blanks', apply: each((line) => `\ufeff${line.replace(': ', ':\u200b ')}`) },
  { name: 'with tabs', apply: each((line) => line.replaceAll('  ', '\t')) },
  { name: 'with #011', apply: each((line) => line.replace('INFO : ', 'INFO :#011')) },
  { name: 'with CRLF', apply: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'with lone CR', apply: (text) => text.replaceAll('\n', '\r') },
  { name: 'with colours', apply: each((line) => `\u001b[32m${line.replace(/(Info|INFO)/, '\u001b[1;31m$1\u001b[0m')}\u001b[0m`) },
  { name: 'with every line doubled', apply: each((line) => `${line}\n${line}`) },
  { name: 'with blank lines between', apply: each((line) => `${line}\n`) },
];
