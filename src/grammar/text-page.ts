/** Texts written down as bytes of UTF-8, for the matcher, which reads those. */
import type { RawBytes } from '#model/index.ts';

/** What was written; one for all texts: it holds until the next one is. */
export interface WrittenText {
  /** With zeros behind the text, and room to look ahead. */
  readonly bytes: RawBytes;
  readonly length: number;
  /** One byte for each character. */
  readonly isAscii: boolean;
}

const beyondAscii = /[\u0080-\uffff]/;
const room = 64;

/** @returns a function that gives null for a text with half a character, which has no UTF-8 */
export function createTextPage(): (text: string) => WrittenText | null {
  let bytes = Buffer.alloc(4096);
  return (text) => {
    const isAscii = !beyondAscii.test(text);
    if (!isAscii && !text.isWellFormed()) return null;
    const most = text.length * 3 + room;
    if (bytes.length < most) bytes = Buffer.alloc(most);
    const length = bytes.write(text, isAscii ? 'latin1' : 'utf8');
    bytes.fill(0, length, length + room);
    return { bytes, length, isAscii };
  };
}
