/** A record on its way out: found, but its time and its line breaks are not settled yet. */
import type { Head } from './heads.ts';
import type { BrokenMessage } from './settle.ts';
import type { Stamp } from './stamp.ts';

export interface Draft {
  readonly head: Head;
  /** The head as it stands, without breaks; one character per byte. */
  readonly headText: string;
  readonly message: BrokenMessage;
  /** The physical line on which the head begins. */
  readonly line: number;
}

/** Where a record without damage stands: bytes [from, to) of a line, its message from `message` on. */
export interface Place {
  readonly from: number;
  readonly message: number;
  readonly to: number;
  readonly line: number;
}

/** Where the stages of framing put what they find. */
export interface Outlet {
  /** Every record, also those that do not matter. */
  count(head: Head): void;
  /** A record that may matter. Follows `count` of the same head. */
  record(draft: Draft): void;
  /** The time goes on: of records that went the fast way, one in each minute. */
  moment(stamp: Stamp): void;
  /** A record without damage that may matter. Follows `moment` of the same head. */
  plain(head: Head, bytes: Buffer, place: Place): void;
  /** A line that belongs to no record; one character per byte. */
  unparsed(line: number, text: string): void;
  /** All lines up to this one are through. */
  reached(line: number): void;
}
