/** What the thread that reads tells the thread of the terminal: packed by the one, unpacked by the other when there is time. */
import { deserialize, serialize } from 'node:v8';
import type { InputSummary } from '#model/index.ts';
import type { Entry, Tally } from '#render/inspector/book.ts';
import type { RawOptions } from '../specification.ts';
import type { FindingPiece } from './finding-list.ts';
import type { PackedMeeting } from './packed-meeting.ts';

/** What the thread is to read. */
export interface Task {
  readonly inputs: readonly string[];
  readonly options: RawOptions;
  readonly stdinIsTerminal: boolean;
}

/** An entry whose crowd is told with its meeting. */
export type ToldEntry = Omit<Entry, 'crowd'>;

/** A meeting as it is listed at the end. */
export interface Row {
  readonly key: string;
  readonly findings: Tally;
  /** null = it was told before, and stays as it is. */
  readonly entry: ToldEntry | null;
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
  | { readonly kind: 'entries'; readonly entries: readonly ToldEntry[] }
  /** All is read: what is told from here on replaces what was known, and ends with `whole`. */
  | { readonly kind: 'end'; readonly inputs: readonly InputSummary[]; readonly zone: string; readonly code: 0 | 1 | 130 }
  | { readonly kind: 'findings'; readonly piece: FindingPiece }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'whole' }
  /** A file that is followed has changed: its lines by now. @param `soon` what they mean is known in no time */
  | { readonly kind: 'grown'; readonly lines: readonly LineNews[]; readonly soon: boolean }
  /** A file that is followed could not be read again; what was known of it stays. */
  | { readonly kind: 'stuck'; readonly message: string }
  /** Something for standard error. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

/** A report on its way, and the meetings of the entries that it tells, in their order. */
export interface Parcel {
  readonly report: Uint8Array<ArrayBuffer>;
  readonly meetings: readonly PackedMeeting[];
}

export function pack(report: Report, meetings: readonly PackedMeeting[]): Parcel {
  return { report: new Uint8Array(serialize(report)), meetings };
}

export function unpack(packed: Uint8Array): Report {
  const report: Report = deserialize(packed);
  return report;
}
