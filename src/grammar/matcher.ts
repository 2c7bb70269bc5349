/**
 * The second execution of the same wordings: messages that are spelled as the grammar files spell them are compared as text, place by place
 * of the tree. Whatever is spelled otherwise (other blanks, broken lines, hostile names) is declined, for chevrotain to read; what is
 * not declined gives the same as chevrotain does, which a differential test holds. No step goes back: linear time for any input.
 */
import { endOfText } from './free-text.ts';
import type { Parsed } from './parsed.ts';
import { scanHole } from './scan.ts';
import { type Shortcut, shortcutsAt } from './shortcut.ts';
import { behindBlanks, isInsideToken } from './signs.ts';
import { type SpelledPlace, spell } from './spelled.ts';
import type { Edge, Node, Tree } from './tree.ts';

/** As a {@link Parser}; undefined = declined. */
export type Matcher = (process: string, message: string) => Parsed | null | undefined;

/** The matcher of all trees. */
export function matcherOf(trees: readonly Tree[]): Matcher {
  const roots = new Map(trees.map(({ process, root }) => [process, spell(root)]));
  const made = new Map<SpelledPlace, readonly Shortcut[] | null>();
  const shortcutsOf: ShortcutsOf = (place) => {
    const known = made.get(place);
    if (known !== undefined) return known;
    const shortcuts = shortcutsAt(place);
    made.set(place, shortcuts);
    return shortcuts;
  };
  return (process, message) => {
    const root = roots.get(process);
    if (root === undefined) return null;
    return message.includes('\n') ? undefined : walk(root, message, shortcutsOf);
  };
}

type ShortcutsOf = (place: SpelledPlace) => readonly Shortcut[] | null;

/** How far a message is read. */
interface Cursor {
  at: number;
  readonly slices: string[];
}

function walk(root: SpelledPlace, message: string, shortcutsOf: ShortcutsOf): Parsed | undefined {
  const cursor: Cursor = { at: behindBlanks(message, 0), slices: [] };
  let place = root;
  let doubt = false;
  let tried = false;
  for (;;) {
    doubt ||= place.inDoubt;
    const shortcuts = tried ? null : shortcutsOf(place);
    if (shortcuts !== null) {
      const understood = takeShortcut(shortcuts, message, cursor);
      if (understood !== null) return understood;
      tried = true;
    }
    const next = pastHole(place, message, cursor) ?? pastWords(place, message, cursor) ?? pastText(place, message, cursor);
    if (next === 'declined') return undefined;
    if (next === null) return ending(place, message, cursor, doubt);
    place = next;
  }
}

/** What a message is that ends here, or goes on otherwise than any wording. */
function ending(place: SpelledPlace, message: string, { at, slices }: Cursor, doubt: boolean): Parsed | undefined {
  if (place.leaf !== null && behindBlanks(message, at) === message.length) return { kind: 'understood', leaf: place.leaf, slices, end: at };
  return doubt ? undefined : stopBehind(place, message, at);
}

function takeShortcut(shortcuts: readonly Shortcut[], message: string, cursor: Cursor): Parsed | null {
  for (const { leaf, pattern } of shortcuts) {
    pattern.lastIndex = cursor.at;
    const found = pattern.exec(message);
    if (found === null) continue;
    for (let group = 1; group < found.length; group++) cursor.slices.push(found[group] ?? '');
    return { kind: 'understood', leaf, slices: cursor.slices, end: message.length };
  }
  return null;
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

/** The place behind the free text that begins here; one without an end takes the rest of the message. */
function pastText({ text, inDoubt }: SpelledPlace, message: string, cursor: Cursor): SpelledPlace | 'declined' | null {
  if (text === null || inDoubt) return null;
  const end = endOfText(text, message, cursor.at);
  if (end === undefined) return 'declined';
  cursor.slices.push(end === -1 ? '' : message.slice(cursor.at, end));
  cursor.at = end === -1 ? message.length : end;
  return text.to;
}

/** Where chevrotain would stop on the words behind a place, if that is certain. */
function stopBehind({ node: start }: SpelledPlace, message: string, from: number): Parsed | undefined {
  let node = start;
  for (let end = from; ; ) {
    const at = behindBlanks(message, end);
    if (isInsideToken(message, end) || !isCertain(node, message, at)) return undefined;
    const edge = wordAt(node, message, at);
    if (edge === undefined) return { kind: 'stopped', at, node };
    if (edge.match.kind === 'literal') end = at + edge.match.text.length;
    node = edge.to;
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
