/**
 * The second execution of the same wordings: messages that are spelled as the grammar files spell them are compared as text, place by place
 * of the tree. Whatever is spelled otherwise (other blanks, broken lines, hostile names) is declined, for chevrotain to read; what is
 * not declined gives the same as chevrotain does, which a differential test holds. No step goes back: linear time for any input.
 */
import { endOfText } from './free-text.ts';
import type { Parsed } from './parsed.ts';
import { scanHole } from './scan.ts';
import { behindBlanks, isInsideToken } from './signs.ts';
import { type SpelledPlace, spell } from './spelled.ts';
import type { Edge, Node, Tree } from './tree.ts';

/** As a {@link Parser}; undefined = declined. */
export type Matcher = (process: string, message: string) => Parsed | null | undefined;

/** The matcher of all trees. */
export function matcherOf(trees: readonly Tree[]): Matcher {
  const roots = new Map(trees.map(({ process, root }) => [process, spell(root)]));
  return (process, message) => {
    const root = roots.get(process);
    if (root === undefined) return null;
    return message.includes('\n') ? undefined : walk(root, message);
  };
}

/** How far a message is read. */
interface Cursor {
  at: number;
  readonly slices: string[];
}

function walk(root: SpelledPlace, message: string): Parsed | undefined {
  const cursor: Cursor = { at: behindBlanks(message, 0), slices: [] };
  let place = root;
  let doubt = false;
  for (;;) {
    doubt ||= place.inDoubt;
    const next = pastHole(place, message, cursor) ?? pastWords(place, message, cursor);
    if (next === 'declined') return undefined;
    if (next !== null) {
      place = next;
    } else if (place.leaf !== null && behindBlanks(message, cursor.at) === message.length) {
      return { kind: 'understood', leaf: place.leaf, slices: cursor.slices, end: cursor.at };
    } else if (place.text === null || place.inDoubt) {
      return doubt ? undefined : stopBehind(place, message, cursor.at);
    } else {
      const end = endOfText(place.text, message, cursor.at);
      if (end === undefined || (end === -1 && doubt)) return undefined;
      place = place.text.to;
      if (end === -1) return { kind: 'stopped', at: message.length, node: place.node, tokens: place.tokens };
      cursor.slices.push(message.slice(cursor.at, end));
      cursor.at = end;
    }
  }
}

/** The place behind the hole that stands here; null = none does. */
function pastHole({ holes }: SpelledPlace, message: string, cursor: Cursor): SpelledPlace | 'declined' | null {
  for (const { type, blank, to } of holes) {
    if (blank && message.charCodeAt(cursor.at) !== 32) continue;
    const from = blank ? cursor.at + 1 : cursor.at;
    const end = scanHole(type, message, from);
    if (end === undefined) return 'declined';
    if (end === -1) continue;
    cursor.slices.push(message.slice(from, end));
    cursor.at = end;
    return to;
  }
  return null;
}

/** The place behind the words that stand here; null = none do. */
function pastWords({ ways }: SpelledPlace, message: string, cursor: Cursor): SpelledPlace | null {
  const code = message.charCodeAt(cursor.at);
  const group = ways[code === 32 ? message.charCodeAt(cursor.at + 1) : code];
  if (group === undefined) return null;
  for (const { words, to } of group) {
    if (!message.startsWith(words, cursor.at)) continue;
    cursor.at += words.length;
    return to;
  }
  return null;
}

/** Where chevrotain would stop on the words behind a place, if that is certain. */
function stopBehind({ node: start, tokens: before }: SpelledPlace, message: string, from: number): Parsed | undefined {
  let node = start;
  let tokens = before;
  for (let end = from; ; ) {
    const at = behindBlanks(message, end);
    if (isInsideToken(message, end) || !isCertain(node, message, at)) return undefined;
    const edge = wordAt(node, message, at);
    if (edge === undefined) return { kind: 'stopped', at, node, tokens };
    if (edge.match.kind === 'literal') end = at + edge.match.text.length;
    node = edge.to;
    tokens++;
  }
}

/** Whether a place leaves no other way than by its words. */
function isCertain(node: Node, message: string, at: number): boolean {
  if (node.leaf !== null) return node.edges.length === 0 && at < message.length;
  return node.edges.every(({ match }) => match.kind === 'literal' || (match.kind === 'token' && scanHole(match.type, message, at) === -1));
}

function wordAt(node: Node, message: string, at: number): Edge | undefined {
  return node.edges.find(({ match }) => match.kind === 'literal' && message.startsWith(match.text, at));
}
