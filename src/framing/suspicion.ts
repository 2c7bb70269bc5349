/** Bytes that the scanner stops at: damage, which the careful way would mend, or harmless. */
import { entitySource } from './entities.ts';
import { lineSignSource } from './line-signs.ts';
import { inlineTags, isRepeated, linkSource, markupLinkSource } from './tags.ts';

export interface Suspicion {
  /** Where to go on behind the byte at `at` when it is harmless; -1 when the line needs care. */
  judge(bytes: Uint8Array, text: string, at: number): number;
}

/**
 * What a line break cuts in the middle: a tag or a link, a reference, a code. What of it stands on the next line is mended together with it.
 */
const lineEnd = '\\r?\\n';
const cutAngle = `<(?:\\/?[A-Za-z][^<>\\n]{0,1000}| ?)${lineEnd}`;
const cutCode = `(?:\\[(?:[^\\][()|<>\\s]{0,300}(?:(?:\\]\\(?|\\|)[^\\][()|<>\\s]{0,300})?)?|#0{0,1}3{0,2}1{0,2}|\\^|\\\\[a-z0-9]{0,5})${lineEnd}`;
const cutEntity = `&[#A-Za-z0-9]{0,8}${lineEnd}`;

/** What the careful way takes for a colour, a tab or another escape. */
const escapes =
  '#011|#033|\\^\\[|\\^M(?:\\r?\\n| {0,4}(?:<\\d|20\\d\\d-|[A-Z][a-z]{2} {1,2}\\d))|\\\\[t_*<>\\[\\]()#+!|."\'-]|\\\\(?:e|x1b|033|u001b)|\\[[0-9]{1,3}(?:;[0-9]{1,3}){0,4}m';

/** Line breaks and indentation within the word before a link. */
const mostBreaks = 64;

/** Expressions with a position are state, therefore one for each framer. */
export function createSuspicion(): Suspicion {
  const angles = new RegExp(`<[\\w.+-]{1,100}@|<\\/?(?:${inlineTags})[ \\/>]|<!|${markupLinkSource}|${cutAngle}`, 'iy');
  const links = new RegExp(linkSource, 'y');
  const coded = new RegExp(`${escapes}|${markupLinkSource}|${cutCode}|${lineSignSource}`, 'y');
  const entities = new RegExp(`${entitySource}|${cutEntity}`, 'y');
  const stands = (pattern: RegExp, text: string, at: number): boolean => {
    pattern.lastIndex = at;
    return pattern.test(text);
  };

  /** An address in angle brackets matters only where it repeats the word before it. */
  const repeats = (text: string, at: number): boolean => {
    links.lastIndex = at;
    const target = links.exec(text)?.[1];
    if (target === undefined) return false;
    return isRepeated(text.slice(Math.max(0, at - 320 - mostBreaks), at).replaceAll(/\s/g, ''), target);
  };

  const afterAscii = (bytes: Uint8Array, text: string, at: number): number => {
    switch (bytes[at]) {
      case 0x3c:
        if (bytes[at + 1] === 0x2d) return at + 1;
        return stands(angles, text, at) || repeats(text, at) ? -1 : at + 1;
      case 0x26:
        return stands(entities, text, at) ? -1 : at + 1;
      case 0x23:
      case 0x5b:
      case 0x5c:
      case 0x5e:
        return stands(coded, text, at) ? -1 : at + 1;
      case 0x0d:
        return bytes[at + 1] === 0x0a ? at + 1 : -1;
      default:
        return (bytes[at] ?? 0) < 0x20 || bytes[at] === 0x7f ? -1 : at + 1;
    }
  };
  return { judge: (bytes, text, at) => ((bytes[at] ?? 0) < 0x80 ? afterAscii(bytes, text, at) : afterCharacter(bytes, at)) };
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

/** Behind a character of UTF-8 that is a letter, a sign or an emoji; -1 for broken ones, and for blanks, marks and typography. */
function afterCharacter(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (!isContinuation(second)) return -1;
  if (first >= 0xc2 && first < 0xe0) return isStrangeInTwo(first, second) ? -1 : at + 2;
  if (!isContinuation(bytes[at + 2])) return -1;
  if (first >= 0xe1 && first < 0xf0) return isStrangeInThree(first, second, bytes[at + 2] ?? 0) ? -1 : at + 3;
  if (first < 0xf0 || first > 0xf3 || (first === 0xf0 && second < 0x90)) return -1;
  return isContinuation(bytes[at + 3]) ? at + 4 : -1;
}

/** The sign of a next line, a non-breaking blank, a soft hyphen. */
function isStrangeInTwo(first: number, second: number): boolean {
  return first === 0xc2 && (second === 0x85 || second === 0xa0 || second === 0xab || second === 0xad || second === 0xbb);
}

/**
 * Blanks, marks and typography (U+2000 to U+207F), arrows, the minus sign, pictures of control characters, the byte order mark, blanks of
 * other scripts, joined letters, signs of full width; half a pair.
 */
function isStrangeInThree(first: number, second: number, third: number): boolean {
  switch (first) {
    case 0xe1:
      return second === 0x9a && third === 0x80;
    case 0xe2:
      return (
        second === 0x80 || second === 0x81 || second === 0x86 || second === 0x87 || second === 0x88 || second === 0x90 || second === 0x9f
      );
    case 0xe3:
      return second === 0x80 && third === 0x80;
    case 0xef:
      return (
        second === 0xbb || (second === 0xac && third < 0x87) || (second === 0xbc && (third === 0x82 || third === 0x87 || third === 0x8d))
      );
    default:
      return first === 0xed && second > 0x9f;
  }
}
