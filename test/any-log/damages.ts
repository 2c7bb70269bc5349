/** What happens to the text of a log on its way to us. Written as an outsider would do it, not as the program undoes it. */
import { Buffer } from 'node:buffer';
import { type Damage, eachLine, linesOf, type Stage, textOf } from './damage.ts';
import { dresses } from './dress.ts';

export type { Damage, Stage } from './damage.ts';

/* ---- signs ---- */

const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const signs: readonly Omit<Damage, 'stage'>[] = [
  { name: 'entities', apply: (text) => html(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;') },
  { name: 'entities, hexadecimal', apply: (text) => text.replace(/[&"<>']/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`) },
  { name: 'entities, of all that is not ASCII', apply: (text) => html(text).replace(/[^\n -~]/gu, (sign) => `&#${sign.codePointAt(0)};`) },
  { name: 'entities, twice', apply: (text) => html(html(text)) },
  { name: 'nbsp as entity for second blanks', apply: (text) => html(text).replaceAll('  ', ' &nbsp;') },
  { name: 'br at the ends', apply: (text) => html(text).replaceAll('\n', '<br>\n') },
  { name: 'br with slash, no line breaks', apply: (text) => html(text).replaceAll('\n', '<br/>') },
  { name: 'p around', apply: eachLine((line) => `<p class="MsoNormal">${html(line)}</p>`) },
  {
    name: 'spans and bold',
    apply: eachLine((line) => `<div><span style="color:#333">${html(line).replace('call', '<b>call</b>')}</span></div>`),
  },
  { name: 'table cells', apply: eachLine((line) => `<tr><td>${html(line)}</td></tr>`) },
  { name: 'links behind facilities', apply: (text) => text.replace(/\b(user|daemon|local\d)\.(info|warning)\b/g, '$1.$2< http://$1.$2>;') },
  { name: 'links behind facilities, no blank', apply: (text) => text.replace(/\b(user|local\d)\.(info)\b/g, '$1.$2<http://$1.$2/>') },
  {
    name: 'mail links',
    apply: (text) => text.replace(/"(?:sip:)?([\w.]+@[\w.]+)"/g, (all, address: string) => `${all.slice(0, -1)}<mailto:${address}>"`),
  },
  ...(
    [
      ['Markdown', '[$1](mailto:$1)'],
      ['Jira', '[$1|mailto:$1]'],
      ['Slack', '<mailto:$1|$1>'],
    ] as const
  ).map(([name, link]) => ({
    name: `mail links of ${name}`,
    apply: (text: string) => text.replace(/(?<=")([\w.]+@[\w.]+)(?=")/g, link),
  })),
  { name: 'facilities as links of Markdown', apply: (text) => text.replace(/\b(user|local0)\.(info|warning)\b/g, '[$1.$2](http://$1.$2)') },
  { name: 'sip links', apply: (text) => text.replace(/"sip:([\w.]+@[\w.]+)"/g, '"sip:$1<sip:$1>"') },
  {
    name: 'typographic quotes',
    apply: (text) =>
      text
        .replace(/(^|[\s(:/])"/gm, '$1“')
        .replaceAll('"', '”')
        .replace(/(\w)'(\w)/g, '$1’$2'),
  },
  { name: 'low quotes', apply: (text) => text.replace(/(^|[\s(:/])"/gm, '$1„').replaceAll('"', '“') },
  { name: 'arrows', apply: (text) => text.replaceAll('<-->', '<–>') },
  {
    name: 'arrows and quotes',
    apply: (text) =>
      text
        .replaceAll('<-->', '<—>')
        .replace(/(^|[\s(:/])"/gm, '$1“')
        .replaceAll('"', '”'),
  },
  { name: 'hyphens that do not break', apply: (text) => text.replace(/([0-9a-f]{4})-(?=[0-9a-f]{4})/g, '$1‑') },
  { name: 'ellipses', apply: (text) => text.replaceAll('...', '…') },
  { name: 'no-break blanks, all', apply: (text) => text.replaceAll(' ', '\u00a0') },
  { name: 'no-break blanks, second of two', apply: (text) => text.replaceAll('  ', ' \u00a0') },
  { name: 'no-break blanks, first of two', apply: (text) => text.replaceAll('  ', '\u00a0 ') },
  { name: 'thin blanks around colons', apply: (text) => text.replace(/ : /g, '\u2009:\u202f') },
  { name: 'ideographic blank in heads', apply: (text) => text.replace(/(\d\d:\d\d:\d\d[.\d]*) /g, '$1\u2003') },
  { name: 'zero-width blanks in addresses', apply: (text) => text.replace(/(\w)([@.])(?=[a-z])/g, '$1\u200b$2') },
  { name: 'zero-width blanks before lines', apply: eachLine((line) => `\u200b${line}`) },
  { name: 'soft hyphens in GUIDs', apply: (text) => text.replace(/([0-9a-f]{4})-(?=[0-9a-f]{4})/g, '$1-\u00ad') },
  { name: 'marks of direction', apply: eachLine((line) => `\u202a${line}\u202c`) },
  { name: 'byte order mark on each line', apply: eachLine((line) => `\ufeff${line}`) },
  { name: 'tabs for two blanks', apply: (text) => text.replaceAll('  ', '\t'), losesBlanks: true },
  { name: 'tabs behind heads', apply: (text) => text.replace(/ (user|local0|daemon)\.(\w+) (\w+) /g, '\t$1.$2\t$3\t') },
  { name: '#011 for two blanks', apply: (text) => text.replaceAll('  ', '#011'), losesBlanks: true },
  { name: 'colours around levels', apply: (text) => text.replace(/\b(INFO|Info|WARNING|Warning)\b/g, '\u001b[1;32m$1\u001b[0m') },
  { name: 'colours of grep', apply: (text) => text.replace(/(call|space)/g, '\u001b[01;31m\u001b[K$1\u001b[m\u001b[K') },
  {
    name: 'colours inside GUIDs',
    apply: (text) => text.replace(/([0-9a-f]{8}-[0-9a-f]{2})(?=[0-9a-f]{2}-)/g, '$1\u001b[7m').replace(/$/gm, '\u001b[0m'),
  },
  { name: 'colours whose escape is lost', apply: eachLine((line) => `[32m${line}[0m`) },
  { name: 'colours as syslogd escapes them', apply: eachLine((line) => `#033[32m${line}#033[0m`) },
  { name: 'stray blanks inside addresses', apply: (text) => text.replace(/"((?:sip:)?[\w.]+)@([\w.]+)"/g, '"$1@ $2"') },
  { name: 'stray blanks at quotes of addresses', apply: (text) => text.replace(/"((?:sip:)?[\w.]+@[\w.]+)"/g, '" $1 "') },
  { name: 'no blank before via and arrows', apply: (text) => text.replace(/([0-9a-f]{12}) (via|<-->)/g, '$1$2') },
  { name: 'no blanks around arrows', apply: (text) => text.replace(/ ?<--> ?/g, '<-->') },
  { name: 'blank before colons', apply: (text) => text.replace(/(call \d+): /g, '$1 : ') },
  // Those in quotes are ids of SIP, in which capitals count.
  {
    name: 'GUIDs in capitals',
    apply: (text) => text.replace(/(?<!")[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!")/g, (guid) => guid.toUpperCase()),
  },
  { name: 'runs of blanks collapsed', apply: (text) => text.replace(/ {2,}/g, ' '), losesBlanks: true },
];

/* ---- records ---- */

const joinedBy = (between: string) => (text: string) => `${linesOf(text).join(between)}\n`;

const records: readonly Omit<Damage, 'stage'>[] = [
  { name: 'joined by a blank', apply: joinedBy(' ') },
  { name: 'joined by nothing', apply: joinedBy('') },
  { name: 'joined by four blanks', apply: joinedBy('    ') },
  { name: 'joined by a tab', apply: joinedBy('\t') },
  {
    name: 'joined here and there',
    apply: (text, random) =>
      `${linesOf(text)
        .map((line) => line + (random.between(0, 2) === 0 ? ' ' : '\n'))
        .join('')}\n`,
  },
  { name: 'doubled', apply: (text) => textOf(linesOf(text).flatMap((line) => [line, line])) },
  {
    name: 'doubled here and there',
    apply: (text, random) => textOf(linesOf(text).flatMap((line) => (random.between(0, 3) === 0 ? [line, line] : [line]))),
  },
  { name: 'trailing blanks', apply: eachLine((line) => `${line}   `) },
  { name: 'padded to 200', apply: eachLine((line) => line.padEnd(200)) },
];

/* ---- wrap ---- */

function hard(line: string, width: number): string[] {
  const points = [...line];
  const parts: string[] = [];
  for (let at = 0; at < points.length; at += width) parts.push(points.slice(at, at + width).join(''));
  return parts.length === 0 ? [''] : parts;
}

export const hardWrap =
  (width: number, strip: boolean): Damage['apply'] =>
  (text) =>
    textOf(linesOf(text).flatMap((line) => hard(line, width).map((part) => (strip ? part.trimEnd() : part))));

export const hardWrapFlowed =
  (width: number): Damage['apply'] =>
  (text) =>
    textOf(hard(linesOf(text).join(' '), width));

export type Hyphens = 'words only' | 'kept' | 'lost';

/** As editors and mail programs do it: a word that does not fit goes to the next line, and the blank goes with the break. */
function words(line: string, width: number, hyphens: Hyphens, keepBlank: boolean): string[] {
  const pieces = line.match(hyphens === 'words only' ? / *[^ ]+/g : / *[^ -]*-|[^ -]+| +[^ -]+/g) ?? [line];
  const parts: string[] = [];
  let part = '';
  for (const piece of pieces) {
    if (part !== '' && [...(part + piece)].length > width) {
      const isBlank = piece.startsWith(' ');
      parts.push(isBlank && keepBlank ? `${part} ` : hyphens === 'lost' && part.endsWith('-') && !isBlank ? part.slice(0, -1) : part);
      part = piece.replace(/^ +/, '');
    } else part += piece;
  }
  parts.push(part);
  return parts;
}

export const wordWrap =
  (width: number, hyphens: Hyphens, keepBlank = false, indent = ''): Damage['apply'] =>
  (text) =>
    textOf(
      linesOf(text).flatMap((line) => words(line, width, hyphens, keepBlank).map((part, place) => (place === 0 ? part : indent + part))),
    );

export const wordWrapFlowed =
  (width: number, hyphens: Hyphens): Damage['apply'] =>
  (text) =>
    textOf(words(linesOf(text).join(' '), width, hyphens, false));

export const hardWidths = Array.from({ length: 101 }, (_, place) => 40 + place);
export const wordWidths = Array.from({ length: 13 }, (_, place) => 60 + 5 * place);

const wraps: readonly Omit<Damage, 'stage'>[] = [
  ...hardWidths.flatMap((width) => [
    { name: `hard wrap at ${width}`, apply: hardWrap(width, false) },
    { name: `hard wrap at ${width}, blanks stripped`, apply: hardWrap(width, true), losesBlanks: true },
    { name: `hard wrap at ${width}, flowed`, apply: hardWrapFlowed(width) },
  ]),
  ...wordWidths.flatMap((width) => [
    { name: `word wrap at ${width}`, apply: wordWrap(width, 'words only'), losesBlanks: true },
    { name: `word wrap at ${width}, also at hyphens`, apply: wordWrap(width, 'kept'), losesBlanks: true },
    { name: `word wrap at ${width}, hyphens lost`, apply: wordWrap(width, 'lost'), losesBlanks: true },
    { name: `word wrap at ${width}, blanks kept`, apply: wordWrap(width, 'words only', true), losesBlanks: true },
    { name: `word wrap at ${width}, hanging`, apply: wordWrap(width, 'words only', false, '    '), losesBlanks: true },
    { name: `word wrap at ${width}, flowed`, apply: wordWrapFlowed(width, 'words only'), losesBlanks: true },
    { name: `word wrap at ${width}, flowed, also at hyphens`, apply: wordWrapFlowed(width, 'kept'), losesBlanks: true },
  ]),
];

/* ---- around ---- */

const arounds: readonly Omit<Damage, 'stage'>[] = [
  { name: 'fence', apply: (text) => `\`\`\`\n${text}\`\`\`\n` },
  { name: 'fence with a language', apply: (text) => `Look:\n\n~~~text\n${text}~~~\n\nThanks!\n` },
  {
    name: 'prose',
    apply: (text) =>
      `Hello,\n\nyesterday at 11:20 two guests (call 12 and call 13) waited in the lobby. The log of May 4:\n\n${text}\nThe host joined at 09:58:01, as you see. What does "ceasing to be deactivated" mean?\n\nKind regards\nAnn\n`,
  },
  {
    name: 'mail',
    apply: (text) =>
      `From: Ann <ann@lab.example>\nDate: Thu, 4 May 2023 12:01:33 +0200\nSubject: lobby\n\nHi,\n\n${text}\n-- \nAnn Miller\nTel. +49 30 123456\n`,
  },
  {
    name: 'mail, answered',
    apply: (text) => `See below.\n\nOn Thu, May 4, 2023 at 12:01 PM Ann wrote:\n\n${eachLine((line) => `> ${line}`)(text)}\n--\nBob\n`,
  },
  { name: 'prose in the middle', apply: (text) => inTheMiddle(text, ['', 'And then the host joined:', '']) },
  { name: 'snip in the middle', apply: (text) => inTheMiddle(text, ['[...]']) },
  { name: 'page break in the middle', apply: (text) => inTheMiddle(text, ['', '\f', 'Page 2 of 3', '']) },
  { name: 'rule in the middle', apply: (text) => inTheMiddle(text, ['-----------------------------']) },
  { name: 'more in the middle', apply: (text) => inTheMiddle(text, ['--More--(45%)']) },
  ...Array.from({ length: 60 }, (_, place) => ({
    name: `first ${place + 1} characters cut`,
    apply: (text: string) => [...text].slice(place + 1).join(''),
  })),
];

/** Where a record ends: the prose stands between two records. */
function inTheMiddle(text: string, inserted: readonly string[]): string {
  const all = linesOf(text);
  let middle = Math.floor(all.length / 2);
  while (middle < all.length && !/^[> |\t]*(?:<\d+>)?(?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2} {1,2}\d+ \d\d:)/.test(all[middle] ?? '')) middle += 1;
  return textOf([...all.slice(0, middle), ...inserted, ...all.slice(middle)]);
}

/* ---- breaks ---- */

const breaks: readonly Omit<Damage, 'stage'>[] = [
  { name: 'CRLF', apply: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'CR', apply: (text) => text.replaceAll('\n', '\r') },
  { name: 'CR CR LF', apply: (text) => text.replaceAll('\n', '\r\r\n') },
  { name: 'CRLF here and there', apply: (text, random) => text.replace(/\n/g, () => (random.between(0, 1) === 0 ? '\n' : '\r\n')) },
  { name: 'line separators', apply: (text) => text.replaceAll('\n', '\u2028') },
  { name: 'blank lines between', apply: (text) => text.replaceAll('\n', '\n\n') },
  { name: 'blank lines with blanks between', apply: (text) => text.replaceAll('\n', '\n   \n') },
  { name: 'no line break at the end', apply: (text) => text.replace(/\n+$/, '') },
  { name: 'zeros', apply: (text) => text.replaceAll('\n', '\u0000\n') },
];

const stage =
  (name: Stage) =>
  (damage: Omit<Damage, 'stage'>): Damage => ({ ...damage, stage: name });

export const damages: readonly Damage[] = [
  ...signs.map(stage('signs')),
  ...records.map(stage('records')),
  ...wraps.map(stage('wrap')),
  ...dresses.map(stage('dress')),
  ...arounds.map(stage('around')),
  ...breaks.map(stage('breaks')),
];

/* ---- bytes ---- */

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

export const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8 with BOM': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16 LE with BOM': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 BE with BOM': (text) => utf16be(`\ufeff${text}`),
  'UTF-16 BE': (text) => utf16be(text),
  'Windows-1252': (text) => Buffer.from(text, 'latin1'),
};
