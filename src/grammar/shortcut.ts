/**
 * Regular expressions for the rest of a message, one for each wording that can still be meant: what most records are read by. They match
 * only where names are plain, so that no other reading is possible; the walk over the places, and behind it chevrotain, see to the others.
 * No repetition can take what follows it, so that each runs in linear time.
 */
import { isJoint, isWordSign } from './signs.ts';
import type { FreeText, Piece, SpelledPlace } from './spelled.ts';
import type { Leaf, Node, TokenHole } from './tree.ts';

export interface Shortcut {
  readonly leaf: Leaf;
  /** Sticky; its groups are the holes. */
  readonly pattern: RegExp;
}

/** More wordings than this are told apart by walking on. */
const wordingLimit = 8;

/** The shortcuts of a place; null = too many ways lead on from it. */
export function shortcutsAt(place: SpelledPlace): readonly Shortcut[] | null {
  if (wordingsBelow(place.node) > wordingLimit) return null;
  return waysFrom(place).map(({ source, leaf }) => ({ leaf, pattern: new RegExp(source, 'y') }));
}

function wordingsBelow(node: Node): number {
  return node.edges.reduce((sum, { to }) => sum + wordingsBelow(to), node.leaf === null ? 0 : 1);
}

interface WayOn {
  readonly source: string;
  readonly leaf: Leaf;
}

function waysFrom(place: SpelledPlace): WayOn[] {
  const ways: WayOn[] = [];
  const add = (begin: string, to: SpelledPlace): void => {
    for (const { source, leaf } of waysFrom(to)) ways.push({ source: `${begin}${source}`, leaf });
  };
  for (const { type, blank, to } of place.holes) add(`${blank ? ' ' : ''}${holeSources[type]}`, to);
  for (const { words, to } of place.ways.flatMap((group) => group ?? [])) add(`${literally(words)}${to.text === null ? '' : wordEnds}`, to);
  if (place.leaf !== null) ways.push({ source: '$', leaf: place.leaf });
  const text = place.text === null || place.inDoubt ? null : textSource(place.text);
  if (place.text !== null && text !== null) add(text, place.text.to);
  return ways;
}

const word = '0-9A-Za-z_\\x80-\\uffff';
/** What follows must not make digits part of a longer token, as in `scan.ts`. */
const numberEnds = `(?![${word}.\\-]|:[0-9A-Fa-f:])`;
/** A word before a free text must not go on in it. */
const wordEnds = `(?<![${word}](?=[${word}]))`;

const holeSources: Readonly<Record<TokenHole, string>> = {
  guid: '([0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12})',
  ip: `(\\d{1,3}(?:\\.\\d{1,3}){3})${numberEnds}`,
  duration: `(\\d{1,6}:\\d\\d)${numberEnds}`,
  int: `(\\d{1,15})${numberEnds}`,
};

/** A text up to the first sign that could end it; up to the end, where only the end of the message follows. */
function textSource({ ends, isPlain }: FreeText): string | null {
  const [only, ...others] = ends;
  if (others.length === 0 && only?.toEnd === true && only.pieces.every((piece) => 'words' in piece)) return '([^\\n]*)';
  if (!isPlain || !ends.every(({ pieces }) => pieces[0] === undefined || isPlainSign(pieces[0]))) return null;
  const signs = ends.flatMap(({ pieces: [first] }) => (first !== undefined && 'words' in first ? [literally(first.words.charAt(0))] : []));
  return `([^\\n${signs.join('')}]*)`;
}

/** Whether a piece begins with a sign that is always a token of its own. */
function isPlainSign(piece: Piece): boolean {
  if (!('words' in piece)) return false;
  const code = piece.words.charCodeAt(0);
  return !isWordSign(code) && (!isJoint(code) || piece.words.charAt(1) === ' ');
}

function literally(words: string): string {
  return words.replace(/[^A-Za-z0-9_ ]/g, '\\$&');
}
