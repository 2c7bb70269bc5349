/** Kinds of characters, by code. Blanks are those that logs are written with; a no-break space belongs to the text that holds it. */

export function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isHex(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

/** What the lexicon takes for part of a word. */
export function isWordSign(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}

/** Signs that can stand inside a token of numbers: `-`, `.` and `:`. */
export function isJoint(code: number): boolean {
  return code === 45 || code === 46 || code === 58;
}

/** The first character from a place on that is no blank. */
export function behindBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** A text without the blanks around it. */
export function trimmed(text: string): string {
  const from = behindBlanks(text, 0);
  let to = text.length;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}

/** Whether a text closes the brackets and quotes that it opens. */
export function isClosed(text: string): boolean {
  const count = (sign: string): number => countOf(sign, text);
  return count('(') === count(')') && count('[') === count(']') && count('"') % 2 === 0;
}

/** How often a sign stands in a text. */
export function countOf(sign: string, text: string): number {
  return text.split(sign).length - 1;
}
