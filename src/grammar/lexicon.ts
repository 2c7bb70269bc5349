/**
 * The words of all wordings → chevrotain tokens. A break of the input's line (`\n`) may stand inside any token: hard wrapping cuts words,
 * numbers and GUIDs anywhere, and the token that is whole again without the break is what was written. Blanks are skipped, so that they
 * neither matter where they are doubled nor where they are lost.
 */
import { createToken, Lexer, type TokenType } from 'chevrotain';
import { type FixedMatch, literalsOf, type TokenHole, type Tree } from './tree.ts';

export interface Lexicon {
  readonly lexer: Lexer;
  readonly vocabulary: readonly TokenType[];
  /** What free text consists of: a category of all tokens. */
  readonly any: TokenType;
  tokenOf(match: FixedMatch): TokenType;
}

const hex = '[0-9A-Fa-f]';
const group = `${hex}(?:\\n?${hex}){0,3}`;
const groups = `(?:${group}\\n?:\\n?)`;
// The first letters of a word behind the address can be hexadecimal, too: `fe80::1:API`.
const lastGroup = `${group}(?!\\n?[0-9A-Za-z])`;

/** Bounded, so that none can run away; in the order of the lexer, as a GUID begins like a number and an address like a duration. */
const holePatterns: Readonly<Record<TokenHole, RegExp>> = {
  guid: new RegExp(`(?:${hex}\\n?){8}(?:-\\n?(?:${hex}\\n?){4}){3}-\\n?(?:${hex}\\n?){11}${hex}`),
  ip: new RegExp(
    [
      String.raw`(?:(?:\d\n?){1,3}\.\n?){3}\d(?:\n?\d){0,2}`,
      `${groups}{7}${lastGroup}`,
      `${groups}{1,6}:\\n?${groups}{0,5}${lastGroup}`,
      `:\\n?:\\n?${groups}{0,6}${lastGroup}`,
    ].join('|'),
  ),
  duration: /(?:\d\n?){1,6}:\n?\d\n?\d(?:\n?:\n?\d\n?\d)?/,
  int: /\d(?:\n?\d){0,14}/,
};

/**
 * The tokens that the trees need.
 * @param proved the wordings were compiled before: chevrotain need not examine each pattern again, which is most of the work
 */
export function lexiconOf(trees: readonly Tree[], proved = false): Lexicon {
  const any = createToken({ name: 'Any', pattern: Lexer.NA });
  const token = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern, categories: any, line_breaks: true });
  const holes: Readonly<Record<TokenHole, TokenType>> = {
    guid: token('guid', holePatterns.guid),
    ip: token('ip', holePatterns.ip),
    duration: token('duration', holePatterns.duration),
    int: token('int', holePatterns.int),
  };
  // Told what a word begins with, chevrotain need not find it out.
  const word = (text: string): TokenType =>
    createToken({
      name: `literal ${text}`,
      pattern: broken(text),
      categories: any,
      line_breaks: true,
      start_chars_hint: [text.charCodeAt(0)],
    });
  const literals = new Map(literalsOf(trees).map((text) => [text, word(text)]));
  const vocabulary = [
    createToken({ name: 'Blank', pattern: /[ \t\r\n]+/, group: Lexer.SKIPPED, line_breaks: true }),
    holes.guid,
    holes.ip,
    holes.duration,
    holes.int,
    ...literals.values(),
    token('Word', /[A-Za-z_\u0080-\uffff][0-9A-Za-z_\u0080-\uffff]*/),
    // Written without a complement, which chevrotain could not optimise.
    token('Sign', /[\x00-\x08\x0b\x0c\x0e-\x1f!-/:-@[-^`{-\x7f]/),
  ];
  return {
    lexer: new Lexer(vocabulary, { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations: proved }),
    vocabulary: [...vocabulary, any],
    any,
    tokenOf: (match) => {
      if (match.kind === 'token') return holes[match.type];
      const known = literals.get(match.text);
      if (known === undefined) throw new RangeError(`\`${match.text}\` is in no tree of this lexicon`);
      return known;
    },
  };
}

/** A word that may be broken between any two of its characters. */
function broken(text: string): RegExp {
  return new RegExp([...text].map((sign) => sign.replace(/[^A-Za-z0-9_]/, '\\$&')).join('\\n?'));
}
