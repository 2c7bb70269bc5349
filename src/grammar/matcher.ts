/**
 * The second execution of the same wordings: messages that are spelled as the grammar files spell them are compared byte by byte, place by
 * place of the tree, as they lie in the log. Whatever is spelled otherwise (other blanks, hostile names) is declined, for chevrotain to
 * read; what is not declined gives the same as chevrotain does, which a differential test holds. No step goes back: linear time for any
 * input.
 */
import { type Mutable, stand } from '#model/index.ts';
import { type Bytes, behindBlanks, isInsideToken, type Page } from './bytes.ts';
import { endOfText } from './free-text.ts';
import { once } from './once.ts';
import { scanHole } from './scan.ts';
import { type SpelledPlace, spell } from './spelled.ts';
import type { Edge, Leaf, Node, Tree } from './tree.ts';

/** A message that was understood. One object for all messages: what it says holds until the next one is read. */
export interface Match {
  leaf: Leaf | null;
  /** Behind the last byte of the wording. */
  end: number;
  /** A free text holds a hyphen or a backtick: more than a name, perhaps. */
  isOdd: boolean;
  /** What stands in the holes: bytes [holes[2 * slot], holes[2 * slot + 1]). */
  readonly holes: Int32Array;
}

/** The place of the tree that a message came to, and the byte that could not follow. */
export interface Stop {
  readonly node: Node;
  readonly at: number;
}

export interface Matcher {
  readonly match: Match;
  /** Where reading a process's messages begins; undefined = it has no wordings. */
  rootOf(process: string): SpelledPlace | undefined;
  /**
   * Reads bytes [from, to), which are UTF-8 and hold no broken line. The byte behind them is written on meanwhile.
   * @returns whether the message was understood
   */
  read(root: SpelledPlace, bytes: Bytes, from: number, to: number): boolean;
  /** Where the message stopped that was read last and not understood; null = declined. */
  stop(): Stop | null;
  /** Whether the message that was read last is surely none, also where it is not certain at which place it stops. */
  isNone(): boolean;
}

/** A wording with more holes is chevrotain's. */
const mostHoles = 32;
const blankSign = 0x20;

/** The matcher of all trees. */
export function createMatcher(trees: readonly Tree[]): Matcher {
  // Most processes of the grammar never speak in a log.
  const roots = new Map(trees.map(({ process, root }) => [process, once(() => spell(root))]));
  const match: Match = { leaf: null, end: 0, isOdd: false, holes: new Int32Array(2 * mostHoles) };
  const page: Mutable<Page> = { bytes: new Uint8Array(0), view: new DataView(new ArrayBuffer(0)), end: 0 };
  const cursor: Cursor = { at: 0, slot: 0, astray: null };
  let begin = 0;
  /** Where the last message came to that was neither understood nor declined. */
  let last: SpelledPlace | null = null;

  /** NOTE: a zero stands behind the message for as long as it is looked at. */
  const putEnd = (byte: number): number => {
    const before = page.bytes[page.end] ?? 0;
    page.bytes[page.end] = byte;
    return before;
  };

  const stopAt = (place: SpelledPlace | null): Stop | null => {
    if (place === null) return null;
    const behind = putEnd(0);
    const stop = stopBehind(place.node, page, begin, cursor.at);
    putEnd(behind);
    return stop;
  };

  return {
    match,
    rootOf: (process) => roots.get(process)?.(),
    read(root, bytes, from, to) {
      if (page.bytes !== bytes) {
        page.bytes = bytes;
        page.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      }
      page.end = to;
      begin = from;
      const behind = putEnd(0);
      match.leaf = null;
      match.isOdd = false;
      cursor.at = behindBlanks(bytes, from);
      cursor.slot = 0;
      cursor.astray = null;
      last = walk(root, page, cursor, match);
      putEnd(behind);
      return match.leaf !== null;
    },
    stop: () => stopAt(last),
    isNone: () => stopAt(last ?? cursor.astray) !== null,
  };
}

/** How far a message is read. */
interface Cursor {
  at: number;
  slot: number;
  /** The place that a message came to which is none from there on, unless it ends before; null = no such. */
  astray: SpelledPlace | null;
}

/**
 * Follows a message from place to place.
 * @returns the place that it came to, when it goes on there otherwise than any wording, and that is certain
 */
function walk(root: SpelledPlace, page: Page, cursor: Cursor, match: Match): SpelledPlace | null {
  let place = root;
  let doubt = false;
  let mayBeText = false;
  for (;;) {
    if (place.inDoubt) {
      doubt = true;
      if (place.text !== null) mayBeText = true;
    }
    if (cursor.slot === match.holes.length) return null;
    const next: SpelledPlace | 'declined' | null =
      pastHole(place, page, cursor, match) ?? pastWords(place, page, cursor) ?? pastText(place, page, cursor, match);
    if (next === 'declined') return null;
    if (next === null) {
      if (ends(place, page, cursor, match)) return null;
      if (!mayBeText) cursor.astray = place;
      return doubt ? null : place;
    }
    place = next;
  }
}

/** The place behind the hole that stands here; null = none does. */
function pastHole({ holes }: SpelledPlace, page: Page, cursor: Cursor, match: Match): SpelledPlace | 'declined' | null {
  for (const { type, blank, to } of holes) {
    if (blank && page.bytes[cursor.at] !== blankSign) continue;
    const from = blank ? cursor.at + 1 : cursor.at;
    const behind = scanHole(type, page, from);
    if (behind === undefined) return 'declined';
    if (behind === -1) continue;
    fill(match, cursor, from, behind);
    cursor.at = behind;
    return to();
  }
  return null;
}

/** The place behind the words that stand here; null = none do. */
function pastWords({ ways }: SpelledPlace, { bytes, view, end }: Page, cursor: Cursor): SpelledPlace | null {
  const { at } = cursor;
  const group = ways[(bytes[at] === blankSign ? bytes[at + 1] : bytes[at]) ?? 0];
  if (group === undefined) return null;
  for (const { words, to } of group) {
    if (at + words.length > end || !stand(words, view, at)) continue;
    cursor.at = at + words.length;
    return to();
  }
  return null;
}

/** The place behind the free text that begins here; one without an end takes the rest of the message. */
function pastText({ text, inDoubt }: SpelledPlace, page: Page, cursor: Cursor, match: Match): SpelledPlace | 'declined' | null {
  if (text === null || inDoubt) return null;
  const { at } = cursor;
  const behind = endOfText(text, page, at, match);
  if (behind === undefined) return 'declined';
  fill(match, cursor, at, behind === -1 ? at : behind);
  cursor.at = behind === -1 ? page.end : behind;
  return text.to;
}

function fill({ holes }: Match, cursor: Cursor, from: number, to: number): void {
  holes[cursor.slot] = from;
  holes[cursor.slot + 1] = to;
  cursor.slot += 2;
}

/** Whether the message ends here, with a wording. */
function ends({ leaf }: SpelledPlace, { bytes, end }: Page, { at }: Cursor, match: Match): boolean {
  if (leaf === null || behindBlanks(bytes, at) !== end) return false;
  match.leaf = leaf;
  match.end = at;
  return true;
}

/** Where chevrotain would stop on the words behind a place; null = that is not certain. */
function stopBehind(start: Node, page: Page, begin: number, from: number): Stop | null {
  const { bytes } = page;
  let node = start;
  for (let behind = from; ; ) {
    const at = behindBlanks(bytes, behind);
    if (isInsideToken(bytes, behind, begin) || !isCertain(node, page, at)) return null;
    const edge = wordAt(node, bytes, at);
    if (edge === undefined) return { node, at };
    behind = at + lengthOf(edge);
    node = edge.to;
  }
}

/** Whether a place leaves no other way than by its words. */
function isCertain(node: Node, page: Page, at: number): boolean {
  if (node.leaf !== null) return node.edges.length === 0 && at < page.end;
  return node.edges.every(({ match }) => match.kind === 'literal' || (match.kind === 'token' && scanHole(match.type, page, at) === -1));
}

function wordAt(node: Node, bytes: Bytes, at: number): Edge | undefined {
  return node.edges.find(
    ({ match }) => match.kind === 'literal' && Buffer.from(match.text).every((byte, index) => byte === bytes[at + index]),
  );
}

function lengthOf({ match }: Edge): number {
  return match.kind === 'literal' ? Buffer.byteLength(match.text) : 0;
}
