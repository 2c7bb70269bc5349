/**
 * Meetings that are over, packed: those of a gigabyte's log would take more than a gigabyte as objects. Both threads look into the same
 * bytes, so that nobody has to ask the other for them.
 */
import { deserialize, serialize } from 'node:v8';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Meeting } from '#model/index.ts';
import type { Crowd } from '#render/inspector/crowd.ts';
import { type Bare, type Proofs, parted, united } from './proofs.ts';

/**
 * A meeting in pieces. The first is its crowd, as it is. Behind it come portions of some participants, so that nobody has to unpack a
 * thousand at once: each has two pieces, the participants, and what proves what is said of them. The first portion has the meeting itself, too.
 */
export interface PackedMeeting {
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  /** Where each piece ends. */
  readonly ends: readonly number[];
}

/** Participants in one portion. */
const perPortion = 48;

export function packMeeting({ participants, signs, ...rest }: Meeting, crowd: Crowd): PackedMeeting {
  const pieces: Uint8Array[] = [crowd];
  for (let at = 0; at === 0 || at < participants.length; at += perPortion) {
    const { bare, proofs } = parted({ participants: participants.slice(at, at + perPortion), signs: at === 0 ? signs : [] });
    pieces.push(packed(at === 0 ? { ...rest, ...bare } : bare), packed(proofs));
  }
  let size = 0;
  const ends = pieces.map(({ length }) => (size += length));
  const bytes = room(size);
  for (const [index, piece] of pieces.entries()) bytes.set(piece, ends[index - 1] ?? 0);
  return { bytes, ends };
}

/** Who was in it. */
export function crowdIn({ bytes, ends }: PackedMeeting): Crowd {
  return bytes.subarray(0, ends[0]);
}

/** So many bytes at once: thousands of small pieces of memory would leave holes between them. */
const slabSize = 1 << 22;
let slab = new SharedArrayBuffer(0);
let taken = 0;

function room(size: number): Uint8Array<SharedArrayBuffer> {
  if (taken + size > slab.byteLength) {
    slab = new SharedArrayBuffer(Math.max(slabSize, size));
    taken = 0;
  }
  taken += size;
  return new Uint8Array(slab, taken - size, size);
}

const first = 1;

/** Makes the meeting again; each `yield` is a good moment to do something else. */
export function* unpackInSteps(packedMeeting: PackedMeeting): Generator<undefined, Meeting> {
  const meeting: Meeting = unpacked(packedMeeting, first);
  const { signs, participants: some } = united(meeting, unpackedProofs(packedMeeting, first));
  const participants = [...some];
  for (let piece = first + 2; piece < packedMeeting.ends.length; piece += 2) {
    yield;
    participants.push(...united(unpackedBare(packedMeeting, piece), unpackedProofs(packedMeeting, piece)).participants);
  }
  return { ...meeting, participants, signs };
}

/** The meeting at once. */
export function unpackMeeting(packedMeeting: PackedMeeting): Meeting {
  const steps = unpackInSteps(packedMeeting);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The meeting at once, but for what ties identities; its records say only where they stand. */
export function unpackBare(packedMeeting: PackedMeeting): Meeting {
  const meeting: Meeting = unpacked(packedMeeting, first);
  const participants = [...meeting.participants];
  for (let piece = first + 2; piece < packedMeeting.ends.length; piece += 2)
    participants.push(...unpackedBare(packedMeeting, piece).participants);
  return { ...meeting, participants };
}

function unpackedBare(packedMeeting: PackedMeeting, piece: number): Bare {
  return unpacked(packedMeeting, piece);
}

function unpackedProofs(packedMeeting: PackedMeeting, piece: number): Proofs {
  return unpacked(packedMeeting, piece + 1);
}

function packed(plain: Bare | Proofs): Uint8Array {
  return zstdCompressSync(serialize(plain));
}

function unpacked({ bytes, ends }: PackedMeeting, piece: number) {
  return deserialize(zstdDecompressSync(bytes.subarray(ends[piece - 1] ?? 0, ends[piece])));
}
