/** Where a free text ends in a message without broken lines, for the matcher. */
import { scanHole } from './scan.ts';
import { areOneWord, behindBlanks, isBlank, isJoint, isWordSign } from './signs.ts';
import { codes, type FreeText, type Piece, type SpelledPath } from './spelled.ts';

/** `near` = it reads, but for its blanks or by tokens that only the lexicon can tell. */
type Verdict = 'reads' | 'near' | 'no';

/**
 * The first place at which what follows the text reads; -1 = nowhere; undefined = chevrotain must decide, because an earlier place
 * is near.
 */
export function endOfText({ ends, firstCodes, toEnd, isPlain }: FreeText, message: string, from: number): number | undefined {
  if (!isPlain) return undefined;
  for (let at = from; at < message.length; at++) {
    const code = message.charCodeAt(at);
    if (code >= codes || firstCodes[code] !== 1) continue;
    const verdict = judge(ends, message, at);
    if (verdict === 'no') continue;
    return verdict === 'reads' && isTokenStart(message, at) ? at : undefined;
  }
  return toEnd ? message.length : -1;
}

function judge(ends: readonly SpelledPath[], message: string, at: number): Verdict {
  let best: Verdict = 'no';
  for (const end of ends) {
    const verdict = follow(end, message, at);
    if (verdict === 'reads') return verdict;
    if (verdict === 'near') best = verdict;
  }
  return best;
}

function follow({ pieces, toEnd }: SpelledPath, message: string, from: number): Verdict {
  let at = from;
  for (const piece of pieces) {
    const end = 'words' in piece ? behindWords(piece.words, message, at) : behindHole(piece, message, at);
    if (typeof end === 'string') return end;
    at = end;
  }
  if (toEnd) return behindBlanks(message, at) === message.length ? 'reads' : 'no';
  return areOneWord(message, at) ? 'near' : 'reads';
}

function behindWords(words: string, message: string, at: number): number | Verdict {
  if (message.startsWith(words, at)) return at + words.length;
  return isSpelledLoosely(words, message, at) ? 'near' : 'no';
}

function behindHole({ type, blank }: Extract<Piece, { readonly type: string }>, message: string, at: number): number | Verdict {
  if (!blank || message.charCodeAt(at) === 32) {
    const end = scanHole(type, message, blank ? at + 1 : at);
    if (end === undefined) return 'near';
    if (end !== -1) return end;
  }
  return scanHole(type, message, behindBlanks(message, at)) === -1 ? 'no' : 'near';
}

/** Whether words stand at a place, blanks left out of account on both sides. */
function isSpelledLoosely(words: string, message: string, from: number): boolean {
  let at = from;
  for (let index = 0; index < words.length; index++) {
    const code = words.charCodeAt(index);
    if (isBlank(code)) continue;
    at = behindBlanks(message, at);
    if (message.charCodeAt(at++) !== code) return false;
  }
  return true;
}

/** Whether the lexicon begins a token here: a word does not begin inside of one, nor does a sign inside of a GUID or an address. */
function isTokenStart(message: string, at: number): boolean {
  const before = message.charCodeAt(at - 1);
  const code = message.charCodeAt(at);
  if (isWordSign(code)) return !isWordSign(before) && !isJoint(before);
  if (!isJoint(code)) return true;
  const next = message.charCodeAt(at + 1);
  return !(isWordSign(before) || isJoint(before)) || !(isWordSign(next) || isJoint(next));
}
