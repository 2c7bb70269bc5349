/**
 * Everybody in a meeting, as bytes: a log of a gigabyte has hundreds of thousands of people, and so many objects would keep a garbage
 * collector busy while a key waits. What is asked of somebody is read where it lies.
 */
import { firstWithout } from '#model/halving.ts';
import { type Instant, instant, type Role, type State } from '#model/index.ts';
import { type Counts, sparkWidths } from './spark.ts';

/** Made by {@link packCrowd}. */
export type Crowd = Uint8Array;

/** Somebody in a meeting: as much as is searched and filtered by. */
export interface Person {
  /** The participant's id. */
  readonly id: string;
  readonly lane: string;
  /** Names, addresses and ids as `searchable` has them, a line each. */
  readonly names: string;
  readonly role: Role;
  readonly states: readonly State[];
  /** null = since before the log; until after it. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** The first that is known. */
  readonly at: Instant | null;
}

/** What a sparkline counts, by the number of its cells. */
export type CountsByCells = (cells: (typeof sparkWidths)[number]) => Counts;

const roles: readonly Role[] = ['unknown', 'guest', 'host'];
const states: readonly State[] = ['connecting', 'lobby', 'active', 'unknown'];
/** Every set of states, by its bits. */
const stateSets = Array.from({ length: 1 << states.length }, (_, bits) => states.filter((_state, bit) => (bits & (1 << bit)) !== 0));

/** How many they are; the counts of all sparklines, 16 bits each. */
const sparkCells = 2 * sparkWidths.reduce<number>((sum, cells) => sum + cells, 0);
const headSize = 4 + 2 * sparkCells;
/** Of each person: three moments (NaN = null), where its texts end, role, states. Behind them the texts: all ids, all lanes, all names. */
const personSize = 3 * 8 + 3 * 4 + 2;
const texts = ['id', 'lane', 'names'] as const;

export function packCrowd(persons: readonly Person[], counts: CountsByCells): Crowd {
  // Each text ends with a line: what is searched is one line, and cannot be found in two people together.
  const columns = texts.map((column) => persons.map((person) => Buffer.from(`${person[column]}\n`)));
  const written = Buffer.concat([Buffer.alloc(headSize + personSize * persons.length), ...columns.flat()]);
  written.writeUInt32LE(persons.length, 0);
  const sparks = sparkWidths.flatMap((cells) => [...counts(cells).lobby, ...counts(cells).active]);
  for (const [index, count] of sparks.entries()) written.writeUInt16LE(Math.min(count, 0xffff), 4 + 2 * index);
  let end = headSize + personSize * persons.length;
  for (const [column, each] of columns.entries()) {
    for (const [index, text] of each.entries()) written.writeUInt32LE((end += text.length), endAt(index, column));
  }
  for (const [index, { from, to, at, role, states: had }] of persons.entries()) {
    const place = placeOf(index);
    for (const [which, moment] of [from, to, at].entries()) written.writeDoubleLE(moment ?? Number.NaN, place + 8 * which);
    written.writeUInt8(roles.indexOf(role), place + 36);
    written.writeUInt8(
      had.reduce((bits, state) => bits | (1 << states.indexOf(state)), 0),
      place + 37,
    );
  }
  return written;
}

function placeOf(index: number): number {
  return headSize + personSize * index;
}

function endAt(index: number, column: number): number {
  return placeOf(index) + 24 + 4 * column;
}

function viewOf(crowd: Crowd): Buffer {
  return Buffer.from(crowd.buffer, crowd.byteOffset, crowd.length);
}

/** One of them; nothing is read before it is asked for. */
class Packed implements Person {
  readonly #bytes: Buffer;
  readonly #index: number;

  constructor(bytes: Buffer, index: number) {
    this.#bytes = bytes;
    this.#index = index;
  }

  get id(): string {
    return this.#text(0);
  }

  get lane(): string {
    return this.#text(1);
  }

  get names(): string {
    return this.#text(2);
  }

  get role(): Role {
    return roles[this.#bytes[placeOf(this.#index) + 36] ?? 0] ?? 'unknown';
  }

  get states(): readonly State[] {
    return stateSets[this.#bytes[placeOf(this.#index) + 37] ?? 0] ?? [];
  }

  get from(): Instant | null {
    return this.#moment(0);
  }

  get to(): Instant | null {
    return this.#moment(1);
  }

  get at(): Instant | null {
    return this.#moment(2);
  }

  #text(column: number): string {
    const [from, to] = textBounds(this.#bytes, this.#index, column);
    return this.#bytes.toString('utf8', from, to);
  }

  #moment(which: number): Instant | null {
    const ms = this.#bytes.readDoubleLE(placeOf(this.#index) + 8 * which);
    return Number.isNaN(ms) ? null : instant(ms);
  }
}

/** Where a text stands, without its end. */
function textBounds(bytes: Buffer, index: number, column: number): readonly [from: number, to: number] {
  const size = bytes.readUInt32LE(0);
  const before = index > 0 ? endAt(index - 1, column) : column > 0 ? endAt(size - 1, column - 1) : null;
  return [before === null ? placeOf(size) : bytes.readUInt32LE(before), bytes.readUInt32LE(endAt(index, column)) - 1];
}

/** So many they are. */
export function sizeOf(crowd: Crowd): number {
  return viewOf(crowd).readUInt32LE(0);
}

/** Everybody, one after the other. */
export function* personsOf(crowd: Crowd): Generator<Person, undefined> {
  const bytes = viewOf(crowd);
  const size = bytes.readUInt32LE(0);
  for (let index = 0; index < size; index += 1) yield new Packed(bytes, index);
}

/** Those in whose names a text stands, as `searchable` has it. */
export function personsNamed(crowd: Crowd, what: string): readonly Person[] {
  return [...hits(crowd, what)];
}

/** Whether a text stands in anybody's names. */
export function isNamed(crowd: Crowd, what: string): boolean {
  return hits(crowd, what).next().done !== true;
}

function* hits(crowd: Crowd, what: string): Generator<Person, undefined> {
  const bytes = viewOf(crowd);
  const size = bytes.readUInt32LE(0);
  const text = Buffer.from(what);
  for (let index = 0; index < size; index += 1) {
    const [from] = textBounds(bytes, index, 2);
    const at = bytes.indexOf(text, from);
    if (at < 0) return;
    index = ownerOf(bytes, index, size, at);
    yield new Packed(bytes, index);
  }
}

/** Whose names stand at a place, from somebody on: by halving. */
function ownerOf(bytes: Buffer, first: number, size: number, at: number): number {
  return firstWithout(first, size - 1, (place) => bytes.readUInt32LE(endAt(place, 2)) <= at);
}

/** What a sparkline of so many cells counts. */
export function countsIn(crowd: Crowd, cells: (typeof sparkWidths)[number]): Counts {
  const bytes = viewOf(crowd);
  let place = 4;
  for (const width of sparkWidths) {
    if (width === cells) break;
    place += 4 * width;
  }
  const count = (index: number): number => bytes.readUInt16LE(place + 2 * index);
  return {
    lobby: Array.from({ length: cells }, (_, index) => count(index)),
    active: Array.from({ length: cells }, (_, index) => count(cells + index)),
  };
}
