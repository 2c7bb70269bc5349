/**
 * The trees once more, as text: words joined with the blanks that CMS writes, to be compared as a whole. Made from the same nodes as
 * chevrotain's rules, for the matcher, which takes messages spelled exactly so and leaves all others to chevrotain. Places are made when they are
 * first reached: a log reaches few of them, and starting takes no time.
 */
import { once } from './once.ts';
import { type Edge, type Leaf, type Node, type Path, pathsFrom, type TokenHole } from './tree.ts';

/** A place of the tree at which a message can go on in several ways, or in another one than by words. */
export interface SpelledPlace {
  readonly node: Node;
  readonly leaf: Leaf | null;
  readonly holes: readonly SpelledHole[];
  /** By the code of their first character that is no blank; longer words first. */
  readonly ways: readonly (readonly Way[] | undefined)[];
  readonly text: FreeText | null;
  /** Whether a way may turn out wrong although its words stand there, because text or the end could have been meant. */
  readonly inDoubt: boolean;
}

export interface SpelledHole {
  readonly type: TokenHole;
  readonly blank: boolean;
  readonly to: SpelledPlace;
}

/** Words up to the next place. */
export interface Way {
  readonly words: string;
  readonly to: SpelledPlace;
}

export interface FreeText {
  readonly to: SpelledPlace;
  /** What may follow, and so ends the text. */
  readonly ends: readonly SpelledPath[];
  /** 1 at the code of each character with which an end begins. */
  readonly firstCodes: Uint8Array;
  /** Whether the text may end with the message. */
  readonly toEnd: boolean;
  /** Whether `firstCodes` tell all ends: not where one begins with a hole. */
  readonly isPlain: boolean;
}

/** A path as pieces to compare: words, or a hole of one token. */
export interface SpelledPath {
  readonly pieces: readonly Piece[];
  /** Whether the message ends behind it. */
  readonly toEnd: boolean;
}

export type Piece = { readonly words: string } | { readonly type: TokenHole; readonly blank: boolean };

/** Character codes below this have a row of their own; words begin with no other, or are left to chevrotain. */
export const codes = 128;

export function spell(root: Node): SpelledPlace {
  return placeAt(root, true);
}

/** `bare`: no blank before the first words, because the message begins here, or a text ends where they stand. */
function placeAt(node: Node, bare = false): SpelledPlace {
  const ways: Way[][] = [];
  const holes: SpelledHole[] = [];
  let text: FreeText | null = null;
  for (const edge of node.edges) {
    if (edge.match.kind === 'literal') {
      const way = wayOver(edge, bare);
      const code = way.words.charCodeAt(way.words.startsWith(' ') ? 1 : 0);
      (ways[code] ??= []).push(way);
    } else if (edge.match.kind === 'token') {
      holes.push(holeOver(edge, edge.match.type, bare));
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
function wayOver(first: Edge, bare: boolean): Way {
  let words = '';
  let edge = first;
  for (;;) {
    if (edge.match.kind === 'literal') words += edge.blank && !(bare && words === '') ? ` ${edge.match.text}` : edge.match.text;
    const [next] = edge.to.edges;
    if (next === undefined || edge.to.edges.length > 1 || edge.to.leaf !== null || next.match.kind !== 'literal') break;
    edge = next;
  }
  const to = once(() => placeAt(edge.to));
  return {
    words,
    get to() {
      return to();
    },
  };
}

function holeOver(edge: Edge, type: TokenHole, bare: boolean): SpelledHole {
  const to = once(() => placeAt(edge.to));
  return {
    type,
    blank: edge.blank && !bare,
    get to() {
      return to();
    },
  };
}

function freeText(to: Node): FreeText {
  const ends = pathsFrom(to).map(spellPath);
  const firstCodes = new Uint8Array(codes);
  let isPlain = true;
  for (const { pieces, toEnd } of ends) {
    const [first] = pieces;
    const code = first !== undefined && 'words' in first ? first.words.charCodeAt(0) : codes;
    if (code < codes) firstCodes[code] = 1;
    else if (pieces.length > 0 || !toEnd) isPlain = false;
  }
  const toEnd = ends.some(({ pieces }) => pieces.length === 0);
  return { to: placeAt(to, true), ends, firstCodes, toEnd, isPlain };
}

function spellPath({ steps, into }: Path): SpelledPath {
  const pieces: Piece[] = [];
  for (const { match, blank } of steps) {
    const last = pieces.at(-1);
    if (match.kind === 'token') {
      pieces.push({ type: match.type, blank });
    } else if (last !== undefined && 'words' in last) {
      pieces[pieces.length - 1] = { words: `${last.words}${blank ? ' ' : ''}${match.text}` };
    } else {
      pieces.push({ words: `${blank && pieces.length > 0 ? ' ' : ''}${match.text}` });
    }
  }
  return { pieces, toEnd: into === null };
}
