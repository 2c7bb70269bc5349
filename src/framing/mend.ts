/**
 * Repairs of single characters, one small function each, applied to one physical line (UTF-8, one character per byte).
 * What concerns the line as a whole (quote marks, prefixes, indentation) is taken off by `undress.ts`.
 */
import type { RepairName } from '#model/index.ts';
import { endsInsideCharacter, toUtf8 } from './decode.ts';
import { entityBytes, entitySource } from './entities.ts';
import { removeMarkupLinks, removeRepeatedLinks, removeTags } from './tags.ts';
import { mendJoinedTypography, mendTypography, type QuoteStyle, quoteStyle } from './typography.ts';

/** Told of each repair of a line. */
export type Count = (repair: RepairName) => void;

interface Mending {
  readonly repair: RepairName;
  /** Whether there may be something to mend: cheap, and right whenever it says no. */
  readonly suspects: RegExp;
  readonly apply: (text: string) => string;
}

/** Codes of colours and cursors: as they are, as syslogd escapes them, or with the escape character lost on the way. */
const colourCode =
  /(?:\x1b|#033|\^\[|\\e|\\x1b|\\033|\\u001b|\xe2\x90\x9b)(?:\[[0-9;:?]{0,40}[A-Za-z]|\]8;[^\x07\x1b\\]{0,1000}(?:\x07|\x1b\\))|\[[0-9]{1,3}(?:;[0-9]{1,3}){0,4}m/g;
const strangeBlank = /\xc2\xa0|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xaf]|\xe2\x81\x9f|\t/g;
/** The blank of Chinese and Japanese belongs to a name where such letters stand on both sides, unless it stands for all blanks. */
const wideBlank = /\xe3\x80\x80/g;
const wideBlanksByAscii = /(?<=[\x00-\x7f])(?:\xe3\x80\x80)+|(?<!\xe3\x80\x80)(?:\xe3\x80\x80)+(?=[\x00-\x7f])/g;
/** Between words of ASCII, blanks of the two kinds. */
const wideBetween = /[!-~]\xe3\x80\x80(?=[!-~]|\xe3\x80\x80)/g;
const plainBetween = /[!-~] (?=[!-~])/g;
/** Blanks as source code writes tabs, where they stand in a head. */
const tabInHead = /server:\\t|\d\d\\t(?:\d\d:|[a-z]|[A-Z])|[A-Z][a-z]{2}\\t\d|\d:\d\d(?:\.\d{1,9})?\\t/;
/** Signs that Markdown knows, and escapes; quotes within strings of source code. */
const escapedSign = /\\([_*<>[\]()#+!|.'"-])/g;
/** A return as terminals show it. */
const shownReturn = /\^M(?=[\0\r]{0,2}$| {0,300}\|[\0\r]{0,2}$| {0,4}(?:<\d|20\d\d-|[A-Z][a-z]{2} {1,2}\d))/g;
/** Zero-width space, byte order mark, word joiner, soft hyphen, marks of direction. */
const invisibleSign = /\xe2\x80\x8b|\xef\xbb\xbf|\xe2\x81\xa0|\xc2\xad|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]/g;
/** Joiners and marks that scripts and emoji need; beside plain letters they are rubbish. */
const joiner = /(^|[\x00-\x7f])\xe2\x80[\x8c-\x8f]|\xe2\x80[\x8c-\x8f](?=[\x00-\x7f]|$)/g;
/** An escape that ends a line may be half of a code. */
const control = /[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]|\x1b(?!(?:\[[0-9;:?]{0,40})?$)/g;
/** The beginning of a code, whose rest a line break has put on the next line, behind no more dress than so. */
const halfCode = /(?:\x1b|#0{0,1}3{0,2}|\^|\\(?:e|x1?b?|0?3{0,2}|u0{0,2}1?b?)?)(?:\[[0-9;]{0,20})?$/;
const longestDress = 60;
/** A time of day: what every head has. */
const holdsHead = /\d:[0-5]\d:[0-5]\d/;
const entity = new RegExp(entitySource, 'g');

const colourHint = /[\x1b\x90]|#033|\^\[|\\[ex0u]|\[[0-9]{1,3}[;m]/;

/** @param isInside - the line before ended in the middle of a code: its rest is left for the joining */
function removeColours(text: string, isInside: boolean): string {
  if (!colourHint.test(text)) return text;
  let isFirst = true;
  return text.replace(colourCode, (code, at: number) => {
    const isRest = isInside && isFirst && code.startsWith('[') && at <= longestDress;
    isFirst = false;
    return isRest ? code : '';
  });
}

/** Terminals write over what stands before a backspace: letters of manuals are struck twice, and typing errors are mended so. */
function strikeOut(text: string): string {
  const signs: string[] = [];
  for (const sign of text.match(wholeSigns) ?? []) {
    if (sign !== '\b') signs.push(sign);
    else signs.pop();
  }
  return signs.join('');
}

/** A character of UTF-8, or a byte. */
const wholeSigns = /[\xc2-\xf4][\x80-\xbf]{1,3}|[\x00-\xff]/g;

/** In this order: tags before references, or `&lt;b&gt;` would become a tag; blanks after references, because `&nbsp;` is one. */
const mendings: readonly Mending[] = [
  { repair: 'control', suspects: /\x08/, apply: strikeOut },
  { repair: 'control', suspects: /#011/, apply: (text) => text.replaceAll('#011', ' ') },
  { repair: 'control', suspects: tabInHead, apply: (text) => text.replaceAll('\\t', ' ') },
  { repair: 'control', suspects: shownReturn, apply: (text) => text.replace(shownReturn, '') },
  { repair: 'entities', suspects: escapedSign, apply: (text) => text.replace(escapedSign, '$1') },
  { repair: 'tags', suspects: /(?:\]\(|\||<)(?:http|mailto:|sip|tel:)/, apply: removeMarkupLinks },
  { repair: 'tags', suspects: /<[/!A-Za-z]/, apply: removeTags },
  { repair: 'entities', suspects: /&/, apply: decodeEntities },
  { repair: 'blanks', suspects: /[\t\xa0\x80\x81]/, apply: removeStrangeBlanks },
  { repair: 'tags', suspects: /< ?(?:http|mailto:|sip|tel:|[\w.+-]{1,100}@)/, apply: removeRepeatedLinks },
  { repair: 'invisible', suspects: /[\xe2\xef\xc2]/, apply: removeInvisible },
  { repair: 'control', suspects: control, apply: (text) => text.replace(control, '') },
];

/** Text that was turned into HTML twice has references in references. */
function decodeEntities(text: string): string {
  let decoded = text;
  for (let depth = 0; depth < 3 && decoded.includes('&'); depth += 1) {
    const next = decoded.replace(entity, (whole) => entityBytes(whole) ?? whole);
    if (next === decoded) break;
    decoded = removeTags(next);
  }
  return decoded;
}

function removeStrangeBlanks(text: string): string {
  return text.replace(strangeBlank, ' ').replace(wideBlanksByAscii, (found) => ' '.repeat(found.length / 3));
}

/** Whether wide blanks stand for all blanks; null = the line does not tell. */
function areBlanksWide(line: string): boolean | null {
  const wide = line.match(wideBetween)?.length ?? 0;
  const plain = line.match(plainBetween)?.length ?? 0;
  return wide === plain ? null : wide > plain;
}

function removeInvisible(text: string): string {
  return text.replace(invisibleSign, '').replace(joiner, '$1');
}

/** Everything that any mending suspects, in one look: most lines have none of it. */
const anySuspect = /[\x00-\x09\x0b\x0c\x0e-\x1f\x7f&<#^\\\x80-\xff]|\[[0-9]{1,3}[;m]|(?:\]\(|\|)(?:http|mailto:|sip|tel:)/;

/** Whether there may be something to mend. */
export function isSuspect(text: string): boolean {
  return anySuspect.test(text);
}

function mendSigns(line: string, count: Count): string {
  let text = line;
  for (const { repair, suspects, apply } of mendings) {
    if (text.search(suspects) < 0) continue;
    const mended = apply(text);
    if (mended !== text) count(repair);
    text = mended;
  }
  return text;
}

export interface Mender {
  /** The line without what does not belong to its characters. A tag that ends a line leaves `\n` in the result. */
  mend(line: string): string;
  /** A text that was put together from mended lines, which make more when they are beside each other. Nothing is counted or remembered. */
  again(text: string): string;
  /** The style of the first line that told; null = none has. */
  quotes(): QuoteStyle;
}

/**
 * Mends the characters of line after line. It remembers how the line before ended (it may end inside a character) and which quotes
 * stand around.
 * @param quotes - the style before the first line, where a look ahead knows it
 */
export function createMender(quotes: QuoteStyle, count: Count): Mender {
  let style = quotes;
  let first = quotes;
  let inside = false;
  let insideCode = false;
  let isWide = false;
  const mend: Mender['mend'] = (line) => {
    // What ends inside of something goes on behind blank lines.
    if (line.trim() === '') return removeInvisible(line);
    const startsInside = inside;
    inside = endsInsideCharacter(line);
    const startsInsideCode = insideCode;
    insideCode = halfCode.test(line);
    if (!anySuspect.test(line)) return line;
    const whole = toUtf8(line, startsInside);
    if (whole !== line) count('encoding');
    isWide = areBlanksWide(whole) ?? isWide;
    const narrow = isWide ? whole.replace(wideBlank, ' ') : whole;
    if (narrow !== whole) count('blanks');
    const bare = removeColours(narrow, startsInsideCode);
    if (bare !== narrow) count('colour');
    const text = mendSigns(bare, count);
    // Only a line with a head tells the style: the quotes of a name may stand on a line of their own.
    if (holdsHead.test(text)) style = quoteStyle(text) ?? style;
    first ??= style;
    const plain = mendTypography(text, style);
    if (plain !== text) count('typography');
    return plain;
  };
  const again: Mender['again'] = (text) =>
    mendJoinedTypography(
      mendSigns(removeColours(toUtf8(text, true), false), () => undefined),
      style,
    );
  return { mend, again, quotes: () => first };
}
