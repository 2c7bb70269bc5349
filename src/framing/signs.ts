/** Which bytes of a line may be damage. The careful way would mend what is found here; a line without any goes the fast way. */
import { entitySource } from './entities.ts';

export type Sign = 0 | 1 | 2;

/** Nothing to look at. */
export const plainByte = 0;
/** The end of a line. */
export const endByte = 1;
/** To be looked at with what stands around it. */
export const suspectByte = 2;

/** One entry for each byte. */
export function signsOfDamage(): Uint8Array {
  const signs = new Uint8Array(256).fill(plainByte);
  for (let byte = 0; byte < 0x20; byte += 1) signs[byte] = suspectByte;
  for (let byte = 0x7f; byte < 0x100; byte += 1) signs[byte] = suspectByte;
  for (const sign of ':&<#^\\[') signs[sign.charCodeAt(0)] = suspectByte;
  signs[0x0a] = endByte;
  return signs;
}

export interface Suspicion {
  /**
   * Looks at a suspect byte: where to go on when it is harmless, -1 when the line needs care, 0 when a time of day stands there, which may
   * belong to another head.
   */
  judge(bytes: Uint8Array, text: string, at: number): number;
}

const tag =
  /<\/?(?:br|p|div|li|ul|ol|tr|table|tbody|thead|pre|h[1-6]|hr|blockquote|html|body|head|td|th|a|b|code|em|font|i|img|kbd|mark|o:p|s|samp|small|span|strong|sub|sup|tt|u|wbr)[ />]|<!|< {0,1}(?:https?:\/\/|mailto:|sips?:|tel:)/iy;
const colour = /#033|#011|\^\[|\\e|\\x1b|\\033|\\u001b|\[[0-9]{1,3}(?:;[0-9]{1,3}){0,4}m/y;

/** Expressions with a position are state, therefore one for each framer. */
export function createSuspicion(): Suspicion {
  const tags = new RegExp(tag.source, 'iy');
  const colours = new RegExp(colour.source, 'y');
  const entities = new RegExp(entitySource, 'y');
  const stands = (pattern: RegExp, text: string, at: number): boolean => {
    pattern.lastIndex = at;
    return pattern.test(text);
  };
  const judge: Suspicion['judge'] = (bytes, text, at) => {
    const byte = bytes[at] ?? 0;
    switch (byte) {
      case 0x3a:
        return bytes[at + 3] === 0x3a && isDigit(bytes[at - 1]) && isDigit(bytes[at + 1]) && isDigit(bytes[at + 4]) ? 0 : at + 1;
      case 0x3c: {
        const next = bytes[at + 1] ?? 0;
        if (next === 0x2d) return at + 1;
        return stands(tags, text, at) ? -1 : at + 1;
      }
      case 0x26:
        return stands(entities, text, at) ? -1 : at + 1;
      case 0x0d:
        return bytes[at + 1] === 0x0a ? at + 1 : -1;
      case 0x23:
      case 0x5b:
      case 0x5c:
      case 0x5e:
        return stands(colours, text, at) ? -1 : at + 1;
      default:
        return byte < 0x80 ? -1 : afterCharacter(bytes, at);
    }
  };
  return { judge };
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

/** Behind a character of UTF-8 that is a letter, a sign or an emoji; -1 for broken ones, and for blanks, marks and typography. */
function afterCharacter(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (!isContinuation(second)) return -1;
  if (first >= 0xc2 && first < 0xe0) return first === 0xc2 && (second === 0xa0 || second === 0xad) ? -1 : at + 2;
  if (!isContinuation(bytes[at + 2])) return -1;
  if (first >= 0xe1 && first < 0xf0) {
    if (first === 0xe2 && (second === 0x80 || second === 0x81 || second === 0x88 || second === 0x90)) return -1;
    if (first === 0xef && second === 0xbb) return -1;
    return first === 0xed && second > 0x9f ? -1 : at + 3;
  }
  if (first < 0xf0 || first > 0xf3 || (first === 0xf0 && second < 0x90)) return -1;
  return isContinuation(bytes[at + 3]) ? at + 4 : -1;
}
