/** Names by pattern, as shells match file names: `*` stands for any text, `?` for one character, `\` takes the next sign as it is. */

type Piece = { readonly kind: 'any' } | { readonly kind: 'one' } | { readonly kind: 'sign'; readonly sign: string };

/**
 * A test for whole names; case and the way accents are composed do not matter.
 * The time grows with the length of the name times that of the pattern, whatever stands in either: only the last star is ever tried again.
 */
export function createGlob(pattern: string): (name: string) => boolean {
  const literal = normal(pattern);
  const pieces = piecesOf(literal);
  return (name) => {
    const text = normal(name);
    return text === literal || matches(pieces, [...text]);
  };
}

/** Whether a text holds signs that make it more than a name. */
export function isGlob(pattern: string): boolean {
  return /[*?\\]/u.test(pattern);
}

function normal(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function piecesOf(pattern: string): readonly Piece[] {
  const signs = [...pattern];
  const pieces: Piece[] = [];
  for (let index = 0; index < signs.length; index += 1) {
    const sign = signs[index] ?? '';
    const next = signs[index + 1];
    if (sign === '*') pieces.push({ kind: 'any' });
    else if (sign === '?') pieces.push({ kind: 'one' });
    else if (sign === '\\' && next !== undefined) {
      pieces.push({ kind: 'sign', sign: next });
      index += 1;
    } else pieces.push({ kind: 'sign', sign });
  }
  return pieces;
}

function matches(pieces: readonly Piece[], signs: readonly string[]): boolean {
  let piece = 0;
  let sign = 0;
  let star = -1;
  let starSign = 0;
  while (sign < signs.length) {
    const current = pieces[piece];
    if (current?.kind === 'any') {
      star = piece;
      starSign = sign;
      piece += 1;
    } else if (current?.kind === 'one' || (current?.kind === 'sign' && current.sign === signs[sign])) {
      piece += 1;
      sign += 1;
    } else if (star >= 0) {
      // The last star takes one sign more; what stood before it needs no second look.
      piece = star + 1;
      starSign += 1;
      sign = starSign;
    } else return false;
  }
  return pieces.slice(piece).every(({ kind }) => kind === 'any');
}
