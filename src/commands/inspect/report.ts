/** What the thread that reads and the thread of the terminal tell each other: packed by the one, unpacked by the other when there is time. */
import { deserialize, serialize } from 'node:v8';
import type { Finding, InputSummary, Meeting, Participant } from '#model/index.ts';
import type { Entry, Tally } from '#render/inspector/book.ts';
import type { RawOptions } from '../specification.ts';
import type { FindingPiece } from './finding-list.ts';

/** What the thread is to read. */
export interface Task {
  readonly inputs: readonly string[];
  readonly options: RawOptions;
  readonly stdinIsTerminal: boolean;
}

/** A question of the terminal: the meeting of an entry. */
export interface Question {
  readonly key: string;
}

/** A meeting as it is listed at the end. */
export interface Row {
  readonly key: string;
  readonly findings: Tally;
  /** null = it was told before, and stays as it is. */
  readonly entry: Entry | null;
}

/** What is new of where the lines of an input begin. */
export interface LineNews {
  readonly input: string;
  /** A file of the bytes that were read; null = its bytes cannot be read again, for a reason. */
  readonly file: { readonly kind: 'path' } | { readonly kind: 'descriptor'; readonly number: number } | null;
  readonly missing: string | null;
  /** Where every so many-th line begins, behind those told before. */
  readonly offsets: readonly number[];
  readonly lines: number;
  readonly done: boolean;
}

export type Report =
  /** More was read; with `entries` told before, what is known so far. */
  | { readonly kind: 'progress'; readonly bytes: number; readonly total: number | null; readonly lines: readonly LineNews[] }
  /** Meetings that are over. */
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  /** All is read: what is told from here on replaces what was known, and ends with `whole`. */
  | { readonly kind: 'end'; readonly inputs: readonly InputSummary[]; readonly zone: string; readonly code: 0 | 1 | 130 }
  | { readonly kind: 'findings'; readonly piece: FindingPiece }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'whole' }
  /** An answer; participants come in parts, so that nobody has to unpack a thousand at once. */
  | {
      readonly kind: 'meeting';
      readonly key: string;
      readonly meeting: Meeting;
      readonly findings: readonly Finding[];
      readonly parts: number;
    }
  | { readonly kind: 'part'; readonly key: string; readonly participants: readonly Participant[] }
  /** Something for standard error. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

export function pack(report: Report): Uint8Array<ArrayBuffer> {
  return new Uint8Array(serialize(report));
}

export function unpack(packed: Uint8Array): Report {
  const report: Report = deserialize(packed);
  return report;
}
