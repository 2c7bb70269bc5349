/** Where a free text ends in a message without broken lines, for the matcher. */
import { stand } from '#model/index.ts';
import { areOneWord, type Bytes, behindBlanks, byteAt, type Page } from './bytes.ts';
import { scanHole } from './scan.ts';
import { isBlank, isJoint, isWordSign } from './signs.ts';
import { type FreeText, type Piece, type SpelledPath, signs } from './spelled.ts';

/** An end that reads, or `near` = it does but for its blanks or by tokens that only the lexicon can tell, or none. */
type Verdict = 'reads' | 'near' | 'no';

/** A free text that was followed to its end. */
export interface EndOfText {
  /** It holds a sign that may be more than part of a name. */
  isOdd: boolean;
}

/**
 * The first place at which what follows the text reads; -1 = nowhere; undefined = chevrotain must decide, because an earlier place
 * is near.
 * @param found takes note of what the text holds
 */
export function endOfText({ ends, signs: tell, toEnd, isPlain }: FreeText, page: Page, from: number, found: EndOfText): number | undefined {
  if (!isPlain) return undefined;
  const { bytes, end } = page;
  for (let at = from; at < end; at++) {
    const sign = tell[byteAt(bytes, at)] ?? 0;
    if (sign === 0) continue;
    if ((sign & signs.end) !== 0) {
      const verdict = judge(ends, page, at);
      if (verdict !== 'no') return verdict === 'reads' && isTokenStart(bytes, at) ? at : undefined;
    }
    if ((sign & signs.odd) !== 0) found.isOdd = true;
  }
  return toEnd ? end : -1;
}

function judge(ends: readonly SpelledPath[], page: Page, at: number): Verdict {
  let best: Verdict = 'no';
  for (const end of ends) {
    const verdict = follow(end, page, at);
    if (verdict === 'reads') return verdict;
    if (verdict === 'near') best = verdict;
  }
  return best;
}

function follow({ pieces, toEnd }: SpelledPath, page: Page, from: number): Verdict {
  const { bytes, end } = page;
  let at = from;
  for (const piece of pieces) {
    const behind = piece.kind === 'words' ? behindWords(piece, page, at) : behindHole(piece, page, at);
    if (behind < 0) return behind === near ? 'near' : 'no';
    at = behind;
  }
  if (toEnd) return behindBlanks(bytes, at) === end ? 'reads' : 'no';
  return areOneWord(bytes, at, from) ? 'near' : 'reads';
}

/** In place of where a piece ends: it does not read, or only nearly. */
const no = -1;
const near = -2;

function behindWords({ words, other }: Extract<Piece, { readonly kind: 'words' }>, { bytes, view, end }: Page, at: number): number {
  if (at + words.length <= end && stand(words, view, at)) return at + words.length;
  if (other !== null && at + other.length <= end && stand(other, view, at)) return at + other.length;
  return isSpelledLoosely(words.bytes, bytes, at) ? near : no;
}

function behindHole({ type, blank }: Extract<Piece, { readonly kind: 'hole' }>, page: Page, at: number): number {
  const { bytes } = page;
  if (!blank || bytes[at] === 32) {
    const end = scanHole(type, page, blank ? at + 1 : at);
    if (end === undefined) return near;
    if (end !== -1) return end;
  }
  return scanHole(type, page, behindBlanks(bytes, at)) === -1 ? no : near;
}

/** Whether words stand at a place, blanks left out of account on both sides. */
function isSpelledLoosely(words: Bytes, bytes: Bytes, from: number): boolean {
  let at = from;
  for (const byte of words) {
    if (isBlank(byte)) continue;
    at = behindBlanks(bytes, at);
    if (bytes[at++] !== byte) return false;
  }
  return true;
}

/** Whether the lexicon begins a token here: a word does not begin inside of one, nor does a sign inside of a GUID or an address. */
function isTokenStart(bytes: Bytes, at: number): boolean {
  const before = byteAt(bytes, at - 1);
  const byte = byteAt(bytes, at);
  if (isWordSign(byte)) return !isWordSign(before) && !isJoint(before);
  if (!isJoint(byte)) return true;
  const next = byteAt(bytes, at + 1);
  return !(isWordSign(before) || isJoint(before)) || !(isWordSign(next) || isJoint(next));
}
