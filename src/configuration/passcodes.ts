/**
 * Takes passcodes out of answers and leaves tokens: which are blank, which are set, and which are the same. The passcodes themselves
 * live in this closure only, and nothing gives them back.
 */
import type { XmlElement } from './xml.ts';

export interface Passcodes {
  /** Empty for a blank passcode, else a token that is equal exactly where the passcodes are. */
  tokenOf(element: XmlElement): string;
}

/** The attribute by which saved answers keep what a passcode is the same as. */
export const savedToken = 'set';

/** The attribute of a saved object that was only given in part. */
export const savedInPart = 'abridged';

/** A register for one run: tokens of two registers cannot be compared. */
export function passcodeRegister(): Passcodes {
  const tokens = new Map<string, string>();
  return {
    tokenOf({ text, attributes }) {
      const saved = attributes[savedToken];
      // Passcodes are digits; a copy may have gained blanks and the damage of a doubled bracket, never lost letters.
      const clear = text.replace(/\s+/g, '');
      if (saved === undefined && clear === '') return '';
      const key = saved === undefined ? `clear ${clear}` : `saved ${saved}`;
      const known = tokens.get(key);
      if (known !== undefined) return known;
      const token = String(tokens.size + 1);
      tokens.set(key, token);
      return token;
    },
  };
}
