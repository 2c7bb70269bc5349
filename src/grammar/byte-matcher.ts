/**
 * The matcher in WebAssembly (`match.wat`), for messages in a memory of WebAssembly. It takes what the one in JavaScript takes, and
 * follows the same places; each is written into its table when the first message comes there.
 */
import type { Mutable } from '#model/index.ts';
import { matchModule } from './match-module.ts';
import type { Match } from './matcher.ts';
import { once } from './once.ts';
import { isBlank, isDigit, isHex, isJoint, isWordSign } from './signs.ts';
import type { FreeText, Piece, SpelledPath, SpelledPlace } from './spelled.ts';
import type { Leaf, TokenHole } from './tree.ts';

/** What was found in a message; no leaf = nothing, or what only chevrotain can tell. Holds until the next one is read. */
export type Found = Pick<Match, 'leaf' | 'holes' | 'isOdd'>;

/** Reads bytes [from, to) of the memory. */
export type ByteMatcher = (root: SpelledPlace, from: number, to: number) => Found;

/** Offsets in the table, which is described in `match.wat`. */
const holesAt = 256;
const oddAt = 512;
const unwrittenAt = 516;
const firstFree = 1024;
const mostHoles = 32;
const kindsOfBytes = [isBlank, isWordSign, isJoint, isHex, isDigit] as const;
const typeNumbers: Readonly<Record<TokenHole, number>> = { guid: 0, int: 1, duration: 2, ip: 3 };
/** `walk` came to a place that is not written yet. */
const unwritten = -2;
/** So many bytes may be looked at behind the last that is compared. */
const margin = 16;
const pageSize = 65_536;

type Read = (root: number, from: number, to: number) => number;
type Grow = (pages: number) => number;

const moduleOf = once(() => new WebAssembly.Module(Buffer.from(matchModule, 'base64')));

/** @param memory of messages, with a byte before each and 32 behind */
export function createByteMatcher(memory: WebAssembly.Memory): ByteMatcher | null {
  const { read, grow, table } = new WebAssembly.Instance(moduleOf(), { text: { memory } }).exports;
  return isRead(read) && isGrow(grow) && table instanceof WebAssembly.Memory ? matcherWith(read, grow, table) : null;
}

function isRead(value: unknown): value is Read {
  return typeof value === 'function';
}

function isGrow(value: unknown): value is Grow {
  return typeof value === 'function';
}

function matcherWith(readBytes: Read, grow: Grow, table: WebAssembly.Memory): ByteMatcher {
  let numbers = new Int32Array(table.buffer);
  let bytes = new Uint8Array(table.buffer);
  const found: Mutable<Found> = { leaf: null, holes: new Int32Array(table.buffer, holesAt, 2 * mostHoles), isOdd: false };
  let filled = firstFree;
  const written = new Map<SpelledPlace, number>();
  /** Places that stand nowhere yet: where they have to be told, and how they are made. */
  const later: { readonly at: number; readonly to: () => SpelledPlace }[] = [];
  const leaves: Leaf[] = [];
  let last: { readonly root: SpelledPlace; readonly at: number } | null = null;

  for (const [bit, isOfKind] of kindsOfBytes.entries())
    for (let byte = 0; byte < 256; byte += 1) if (isOfKind(byte)) bytes[byte] = (bytes[byte] ?? 0) | (1 << bit);

  const room = (size: number): number => {
    const at = filled;
    filled += (size + 3) & ~3;
    const lacking = filled + margin - bytes.length;
    if (lacking > 0) {
      grow(Math.ceil(lacking / pageSize));
      numbers = new Int32Array(table.buffer);
      bytes = new Uint8Array(table.buffer);
      found.holes = new Int32Array(table.buffer, holesAt, 2 * mostHoles);
    }
    return at;
  };

  const put = (at: number, ...row: readonly number[]): void => numbers.set(row, at >> 2);

  const putBytes = (signs: Uint8Array): number => {
    const at = room(signs.length);
    bytes.set(signs, at);
    return at;
  };

  /** Rows of numbers, one behind the other. */
  const putRows = (rows: readonly (readonly number[])[], width: number): number => {
    const at = room(4 * width * rows.length);
    for (const [index, row] of rows.entries()) put(at + 4 * width * index, ...row);
    return at;
  };

  /** Rows of two numbers and the place behind, which is told once it is needed. */
  const putRowsTo = (rows: readonly (readonly [number, number, () => SpelledPlace])[]): number => {
    const at = putRows(
      rows.map(([one, other]) => [one, other, 0]),
      3,
    );
    for (const [index, [, , to]] of rows.entries()) {
      const toldAt = at + 12 * index + 8;
      put(toldAt, -later.push({ at: toldAt, to }));
    }
    return at;
  };

  const placeAt = (place: SpelledPlace): number => {
    const known = written.get(place);
    if (known !== undefined) return known;
    const at = room(24);
    written.set(place, at);
    const { leaf, holes, ways, text, inDoubt } = place;
    if (leaf !== null) leaves[leaf.id] = leaf;
    const holesOfPlace = putRowsTo(holes.map(({ type, blank, to }) => [typeNumbers[type], blank ? 1 : 0, to]));
    const numberOf = new Uint8Array(256);
    const groups: (readonly number[])[] = [];
    for (const [first, group] of ways.entries()) {
      if (group === undefined) continue;
      const rows = putRowsTo(group.map(({ words, to }) => [putBytes(words.bytes), words.length, to]));
      numberOf[first] = groups.push([rows, group.length]);
    }
    const textAt = text === null || inDoubt ? 0 : putText(text);
    put(at, leaf?.id ?? -1, holesOfPlace, holes.length, putBytes(numberOf), putRows(groups, 2), textAt);
    return at;
  };

  const putText = ({ to, ends, signs, toEnd, isPlain }: FreeText): number => {
    const at = room(24);
    const paths = putRows(ends.map(pathRow), 3);
    put(at, placeAt(to), putBytes(signs), toEnd ? 1 : 0, isPlain ? 1 : 0, paths, ends.length);
    return at;
  };

  const pathRow = ({ pieces, toEnd }: SpelledPath): readonly number[] => [putRows(pieces.map(pieceRow), 4), pieces.length, toEnd ? 1 : 0];

  const pieceRow = (piece: Piece): readonly number[] => {
    if (piece.kind === 'hole') return [1, typeNumbers[piece.type], piece.blank ? 1 : 0, 0];
    const { words, other } = piece;
    return [0, putBytes(Buffer.concat([Buffer.from(' '), words.bytes])), words.length, other === null ? 0 : 1];
  };

  const writeUnwritten = (): void => {
    const wanted = later[numbers[unwrittenAt >> 2] ?? -1];
    if (wanted !== undefined) put(wanted.at, placeAt(wanted.to()));
  };

  return (root, from, to) => {
    if (last?.root !== root) last = { root, at: placeAt(root) };
    let leaf = readBytes(last.at, from, to);
    while (leaf === unwritten) {
      writeUnwritten();
      leaf = readBytes(last.at, from, to);
    }
    found.leaf = leaves[leaf] ?? null;
    found.isOdd = numbers[oddAt >> 2] === 1;
    return found;
  };
}
