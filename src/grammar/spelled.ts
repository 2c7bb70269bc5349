/**
 * The trees once more, as bytes: words joined with the blanks that CMS writes, to be compared as a whole. Made from the same nodes as
 * chevrotain's rules, for the matcher, which takes messages spelled exactly so and leaves all others to chevrotain. Places are made when they are
 * first reached: a log reaches few of them, and starting takes no time.
 */
import { type Words, wordsOf } from '#model/index.ts';
import { once } from './once.ts';
import { type Edge, type Leaf, type Node, type Path, pathsFrom, type TokenHole } from './tree.ts';

/** A place of the tree at which a message can go on in several ways, or in another one than by words. */
export interface SpelledPlace {
  readonly node: Node;
  readonly leaf: Leaf | null;
  readonly holes: readonly SpelledHole[];
  /** By their first byte that is no blank; longer words first. */
  readonly ways: readonly (readonly Way[] | undefined)[];
  readonly text: FreeText | null;
  /** Whether a way may turn out wrong although its words stand there, because text or the end could have been meant. */
  readonly inDoubt: boolean;
}

export interface SpelledHole {
  readonly type: TokenHole;
  readonly blank: boolean;
  readonly to: () => SpelledPlace;
}

/** Words up to the next place. */
export interface Way {
  /** Their first byte that is no blank. */
  readonly first: number;
  readonly words: Words;
  readonly to: () => SpelledPlace;
}

export interface FreeText {
  readonly to: SpelledPlace;
  /** What may follow, and so ends the text. */
  readonly ends: readonly SpelledPath[];
  /** What each byte may be in the text: see {@link signs}. */
  readonly signs: Uint8Array;
  /** Whether the text may end with the message. */
  readonly toEnd: boolean;
  /** Whether `signs` tell all ends: not where one begins with a hole. */
  readonly isPlain: boolean;
}

/** Of a byte in free text: an end may begin with it; it may be more than part of a name. */
export const signs = { end: 1, odd: 2 } as const;

/** Where the log was damaged, half a GUID, or the end of a fence. */
const oddSigns = '-`';

/** A path as pieces to compare: words, or a hole of one token. */
export interface SpelledPath {
  readonly pieces: readonly Piece[];
  /** Whether the message ends behind it. */
  readonly toEnd: boolean;
}

export type Piece =
  /** `other`: behind a hole, the same with a blank before it, or without. */
  | { readonly kind: 'words'; readonly words: Words; readonly other: Words | null }
  | { readonly kind: 'hole'; readonly type: TokenHole; readonly blank: boolean };

const blank = 0x20;

export function spell(root: Node): SpelledPlace {
  return placeAt(root, 'bare');
}

/**
 * What stands before a place: `bare` = no blank before its first words, because the message begins here, or a text ends where they stand;
 * `hole` = one or none, whichever CMS writes: behind a GUID both are seen, and a hole has its own end.
 */
type Before = 'bare' | 'hole' | 'words';

function placeAt(node: Node, before: Before): SpelledPlace {
  const ways: Way[][] = [];
  const holes: SpelledHole[] = [];
  let text: FreeText | null = null;
  for (const edge of node.edges) {
    if (edge.match.kind === 'literal') {
      for (const way of waysOver(edge, before)) (ways[way.first] ??= []).push(way);
    } else if (edge.match.kind === 'token') {
      holes.push(holeOver(edge, edge.match.type, before));
    } else {
      text = freeText(edge.to);
    }
  }
  for (const group of ways) group?.sort((a, b) => b.words.length - a.words.length);
  holes.sort((a, b) => lexerOrder.indexOf(a.type) - lexerOrder.indexOf(b.type));
  const choices = node.edges.length + (node.leaf === null ? 0 : 1);
  return { node, leaf: node.leaf, holes, ways, text, inDoubt: choices > 1 && (text !== null || node.leaf !== null) };
}

const lexerOrder: readonly TokenHole[] = ['guid', 'ip', 'duration', 'int'];

/** Words from an edge on, for as long as nothing else can follow. */
function waysOver(first: Edge, before: Before): readonly Way[] {
  let words = '';
  let edge = first;
  for (;;) {
    if (edge.match.kind === 'literal') words += edge.blank && words !== '' ? ` ${edge.match.text}` : edge.match.text;
    const [next] = edge.to.edges;
    if (next === undefined || edge.to.edges.length > 1 || edge.to.leaf !== null || next.match.kind !== 'literal') break;
    edge = next;
  }
  const to = once(() => placeAt(edge.to, 'words'));
  const spaced = before === 'hole' || (first.blank && before !== 'bare');
  const closed = before === 'hole' || !spaced;
  return [...(spaced ? [` ${words}`] : []), ...(closed ? [words] : [])].map((spelling) => wayOf(spelling, to));
}

function wayOf(spelling: string, to: Way['to']): Way {
  const bytes = bytesOf(spelling);
  return { first: bytes.find((byte) => byte !== blank) ?? blank, words: wordsOf(bytes), to };
}

function holeOver(edge: Edge, type: TokenHole, before: Before): SpelledHole {
  return { type, blank: edge.blank && before !== 'bare', to: once(() => placeAt(edge.to, 'hole')) };
}

function freeText(to: Node): FreeText {
  const ends = pathsFrom(to).map(spellPath);
  const tell = new Uint8Array(256);
  for (const sign of bytesOf(oddSigns)) tell[sign] = signs.odd;
  let isPlain = true;
  for (const { pieces, toEnd } of ends) {
    const [first] = pieces;
    const byte = first?.kind === 'words' ? first.words.bytes[0] : undefined;
    if (byte !== undefined) tell[byte] = (tell[byte] ?? 0) | signs.end;
    else if (pieces.length > 0 || !toEnd) isPlain = false;
  }
  const toEnd = ends.some(({ pieces }) => pieces.length === 0);
  return { to: placeAt(to, 'bare'), ends, signs: tell, toEnd, isPlain };
}

function spellPath({ steps, into }: Path): SpelledPath {
  const pieces: (string | Piece)[] = [];
  for (const { match, blank: spaced } of steps) {
    const last = pieces.at(-1);
    if (match.kind === 'token') pieces.push({ kind: 'hole', type: match.type, blank: spaced });
    else if (typeof last === 'string') pieces[pieces.length - 1] = `${last}${spaced ? ' ' : ''}${match.text}`;
    else pieces.push(match.text);
  }
  const spelled = pieces.map((piece, index) => (typeof piece === 'string' ? wordsPiece(piece, index > 0) : piece));
  return { pieces: spelled, toEnd: into === null };
}

function wordsPiece(words: string, behindHole: boolean): Piece {
  return { kind: 'words', words: wordsOf(bytesOf(words)), other: behindHole ? wordsOf(bytesOf(` ${words}`)) : null };
}

function bytesOf(words: string): Uint8Array {
  return Buffer.from(words, 'utf8');
}
