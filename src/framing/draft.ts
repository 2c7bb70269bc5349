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

/** Where a record without damage stands. One object for all of them: it holds until the next one is handed out. */
export interface PlainPlace {
  /** Its head, but for the stamp, which is that of a head alike. */
  readonly head: Head;
  /** Bytes [from, to) of a line are the record, those from `message` on its message. */
  readonly bytes: Buffer;
  readonly from: number;
  readonly message: number;
  readonly to: number;
  readonly line: number;
  /** The message was understood as it lies there. */
  readonly understood: boolean;
  stamp(): Stamp;
}

/** Where the stages of framing put what they find. */
export interface Outlet {
  /** Every record, also those that do not matter. */
  count(head: Head): void;
  /** A record that may matter. Follows `count` of the same head. */
  record(draft: Draft): void;
  /** The time goes on: of records that went the fast way, one in each minute, and those that matter. */
  moment(stamp: Stamp): void;
  /** The time goes on within the minute of the last moment, to so many milliseconds of it. */
  within(ms: number): void;
  /** A record without damage that may matter. Follows `moment` or `within` of the same head. */
  plain(place: PlainPlace): void;
  /** A line that belongs to no record; one character per byte. */
  unparsed(line: number, text: string): void;
  /** All lines up to this one are through. */
  reached(line: number): void;
}
