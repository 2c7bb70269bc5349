/** Names of files by pattern, as shells have them: `*`, `?`, `[a-z]`, `[!0]`, `{old,new}`. */

type Piece =
  | { readonly kind: 'any' }
  | { readonly kind: 'one' }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'set'; readonly isNot: boolean; readonly ranges: readonly (readonly [string, string])[] };

/** So many names in braces are told apart; more mean harm. */
const mostAlternatives = 1000;

export function isPattern(name: string): boolean {
  return /[*?[{]/u.test(name);
}

/** The patterns that one with braces stands for; one with too many stands for itself. */
export function alternatives(pattern: string): readonly string[] {
  const done = new Set<string>();
  let open = [pattern];
  while (open.length > 0) {
    const next: string[] = [];
    for (const each of open) {
      const choices = innermost(each);
      if (choices === null) done.add(each);
      else next.push(...choices);
    }
    open = next;
    if (open.length + done.size > mostAlternatives) return [pattern];
  }
  return [...done];
}

/** The first braces that have none in them, each of their choices in their place; null = there are none with a choice. */
function innermost(pattern: string): readonly string[] | null {
  for (let end = pattern.indexOf('}'); end !== -1; end = pattern.indexOf('}', end + 1)) {
    const begin = pattern.lastIndexOf('{', end);
    const choices = begin === -1 ? [] : pattern.slice(begin + 1, end).split(',');
    if (choices.length > 1) return choices.map((choice) => pattern.slice(0, begin) + choice + pattern.slice(end + 1));
  }
  return null;
}

/**
 * A test for names between two separators. The last star alone is ever taken back, so that the work is bounded by the product of the lengths.
 */
export function createPattern(pattern: string): (name: string) => boolean {
  const pieces = piecesOf(pattern);
  return (name) => matches(pieces, [...name]);
}

function piecesOf(pattern: string): readonly Piece[] {
  const signs = [...pattern];
  const pieces: Piece[] = [];
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] ?? '';
    // A bracket that stands first is one of the set: `[]x]`.
    const end = sign === '[' ? signs.indexOf(']', at + (signs[at + 1] === '!' || signs[at + 1] === '^' ? 3 : 2)) : -1;
    if (end !== -1) {
      pieces.push(setOf(signs.slice(at + 1, end)));
      at = end;
    } else if (sign === '*') pieces.push({ kind: 'any' });
    else if (sign === '?') pieces.push({ kind: 'one' });
    else pieces.push({ kind: 'sign', sign });
  }
  return pieces;
}

function setOf(signs: readonly string[]): Piece {
  const isNot = signs[0] === '!' || signs[0] === '^';
  const inside = isNot ? signs.slice(1) : signs;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < inside.length; at += 1) {
    const from = inside[at] ?? '';
    const to = inside[at + 1] === '-' ? inside[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  return { kind: 'set', isNot, ranges };
}

function matches(pieces: readonly Piece[], signs: readonly string[]): boolean {
  let at = 0;
  let star = -1;
  let from = 0;
  for (let index = 0; index < signs.length; ) {
    const piece = pieces[at];
    if (piece?.kind === 'any') {
      star = at;
      from = index;
      at += 1;
    } else if (piece !== undefined && fits(piece, signs[index] ?? '')) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      from += 1;
      index = from;
    } else return false;
  }
  return pieces.slice(at).every(({ kind }) => kind === 'any');
}

function fits(piece: Exclude<Piece, { readonly kind: 'any' }>, sign: string): boolean {
  switch (piece.kind) {
    case 'one':
      return true;
    case 'sign':
      return piece.sign === sign;
    case 'set':
      return piece.ranges.some(([from, to]) => sign >= from && sign <= to) !== piece.isNot;
  }
}
