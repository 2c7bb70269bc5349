/**
 * Repairs of single characters, one small function each, applied to one physical line (UTF-8, one character per byte).
 * What concerns the line as a whole (quote marks, prefixes, indentation) is taken off by `undress.ts`.
 */
import type { RepairName } from '#model/index.ts';
import { endsInsideCharacter, toUtf8 } from './decode.ts';
import { entityBytes, entitySource } from './entities.ts';
import { mendTypography, quoteStyle, type QuoteStyle } from './typography.ts';
import { removeMarkupLinks, removeRepeatedLinks, removeTags } from './tags.ts';

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
/** Line and paragraph separator: they end a line where editors write them. */
const lineSigns = /\xe2\x80[\xa8\xa9]/g;
const strangeBlank = /\xc2\xa0|\xe2\x80[\x80-\x8a\xaf]|\xe2\x81\x9f|\t/g;
/** Zero-width space, byte order mark, word joiner, soft hyphen, marks of direction. */
const invisibleSign = /\xe2\x80\x8b|\xef\xbb\xbf|\xe2\x81\xa0|\xc2\xad|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]/g;
/** Joiners and marks that scripts and emoji need; beside plain letters they are rubbish. */
const joiner = /(^|[\x00-\x7f])\xe2\x80[\x8c-\x8f]|\xe2\x80[\x8c-\x8f](?=[\x00-\x7f]|$)/g;
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
/** A time of day: what every head has. */
const holdsHead = /\d:[0-5]\d:[0-5]\d/;
const entity = new RegExp(entitySource, 'g');

/** In this order: tags before references, or `&lt;b&gt;` would become a tag; blanks after references, because `&nbsp;` is one. */
const mendings: readonly Mending[] = [
  { repair: 'colour', suspects: /[\x1b\x90]|#033|\^\[|\\[ex0u]|\[[0-9]{1,3}[;m]/, apply: (text) => text.replace(colourCode, '') },
  { repair: 'control', suspects: /\xe2\x80[\xa8\xa9]/, apply: (text) => text.replace(lineSigns, '\n') },
  { repair: 'control', suspects: /#011/, apply: (text) => text.replaceAll('#011', ' ') },
  { repair: 'tags', suspects: /(?:\]\(|\||<)(?:http|mailto:|sip|tel:)/, apply: removeMarkupLinks },
  { repair: 'tags', suspects: /<[/!A-Za-z]/, apply: removeTags },
  { repair: 'entities', suspects: /&/, apply: decodeEntities },
  { repair: 'blanks', suspects: /[\t\xa0\x80\x81]/, apply: (text) => text.replace(strangeBlank, ' ') },
  { repair: 'tags', suspects: /< ?(?:http|mailto:|sip|tel:)/, apply: removeRepeatedLinks },
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

function removeInvisible(text: string): string {
  return text.replace(invisibleSign, '').replace(joiner, '$1');
}

/** Everything that any mending suspects, in one look: most lines have none of it. */
const anySuspect = /[\x00-\x09\x0b\x0c\x0e-\x1f\x7f&<#^\\\x80-\xff]|\[[0-9]{1,3}[;m]|(?:\]\(|\|)(?:http|mailto:|sip|tel:)/;

export interface Mender {
  /** The line without what does not belong to its characters. A tag that ends a line leaves `\n` in the result. */
  mend(line: string): string;
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
  const mend: Mender['mend'] = (line) => {
    const startsInside = inside;
    inside = endsInsideCharacter(line);
    if (!anySuspect.test(line)) return line;
    let text = toUtf8(line, startsInside);
    if (text !== line) count('encoding');
    for (const { repair, suspects, apply } of mendings) {
      if (text.search(suspects) < 0) continue;
      const mended = apply(text);
      if (mended !== text) count(repair);
      text = mended;
    }
    // Only a line with a head tells the style: the quotes of a name may stand on a line of their own.
    if (holdsHead.test(text)) style = quoteStyle(text) ?? style;
    first ??= style;
    const plain = mendTypography(text, style);
    if (plain !== text) count('typography');
    return plain;
  };
  return { mend, quotes: () => first };
}

/** The beginning of something that is mended as a whole: a reference, a tag, an address, a colour, a character. */
const unfinished =
  /(?:&[#\w]{0,8}|<\/?(?:[A-Za-z][^<>]{0,300})?|< ?(?:https?|mailto|sips?|tel):[^<>\s]{0,300}|(?:#033|\^\[|\\)[[0-9;]{0,20}|#0?[13]?[13]?|\[[0-9;]{0,16}|[\xc2-\xf4][\x80-\xbf]{0,2})$/;
/** So far the rest of it may reach into the next line. */
const restReach = 320;

/** What a line break has cut, mended: so many characters of the line before are replaced together with the whole next line. */
export interface Across {
  readonly taken: number;
  readonly text: string;
}

/**
 * Mends what begins at the end of one line and ends on the next; null = nothing does.
 * @param mender - one that counts nothing, as both lines were mended and counted before
 */
export function mendAcross(before: string, line: string, mender: Mender): Across | null {
  const begun = unfinished.exec(before.slice(-restReach))?.[0];
  if (begun === undefined) return null;
  const joined = begun + line.slice(0, restReach);
  const mended = mender.mend(joined);
  return mended === joined ? null : { taken: begun.length, text: mended.replaceAll('\n', ' ') + line.slice(restReach) };
}
