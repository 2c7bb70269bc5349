/** What framing makes of text: log records, each of which is its own evidence. */
import type { Instant } from './time.ts';

/**
 * A place in an input, and what stands there. A {@link LogRecord} is one, so that proofs need no copies.
 */
export interface Evidence {
  /** The input as given; members of archives as `archive!member`; standard input as `-`. */
  readonly input: string;
  /** The physical line on which the record begins, from 1. */
  readonly line: number;
  /** The record as read: header and message, mended, on one line. */
  readonly text: string;
}

/** The shapes of record heads, by the ids of the documentation in `framing/headers.ts`. */
export type FramingName =
  | 'web-admin'
  | 'syslog'
  | 'syslog-ms'
  | 'syslog-iso'
  | 'syslog-pri'
  | 'collector'
  | 'relayed'
  | 'diagnostics'
  | 'json'
  | 'csv'
  | 'headless';

/** What was mended, by kind; counted in the export. */
export type RepairName =
  | 'rejoined'
  | 'split'
  | 'quoting'
  | 'indentation'
  | 'prefix'
  | 'entities'
  | 'tags'
  | 'typography'
  | 'blanks'
  | 'invisible'
  | 'control'
  | 'colour'
  | 'doubled'
  | 'guid'
  | 'header-cut'
  | 'encoding'
  | 'prose';

/** On what a record's time rests. */
export type StampBasis =
  /** Its own stamp. */
  | 'stamp'
  /** Its own time of day; the date is that of its neighbours. */
  | 'neighbour-date'
  /** The stamp is lost: the time is that of the record before (or, at the start, after). */
  | 'neighbour';

export interface LogRecord extends Evidence {
  /** null = no stamp, and no neighbour to take it from. */
  readonly at: Instant | null;
  readonly stampBasis: StampBasis;
  /** The finest unit that the stamp shows: 1 (ms) or 1000 (s). */
  readonly precision: 1 | 1000;
  /** The host name of the header: a Call Bridge. null where the framing has none. */
  readonly host: string | null;
  /** `host:server` is the Call Bridge itself; also assumed where the framing names no process. */
  readonly process: string;
  /**
   * The message without header. `\n` = the input broke the line here, and a blank may or may not have been lost with it:
   * the grammar decides.
   */
  readonly message: string;
  readonly framing: FramingName;
  /** Position in the merged stream: of two records of one host, the smaller was written first. */
  readonly order: number;
}

/** Data while it is being made, or one object that is used again for data of which there are millions. */
export type Mutable<Data> = { -readonly [Key in keyof Data]: Data[Key] };

/** Bytes that can be read as text, as a Buffer of Node's can: by its name, the type would ask every user of the library for Node's types. */
export interface RawBytes extends Uint8Array {
  toString(encoding?: 'utf8' | 'latin1', from?: number, to?: number): string;
  copy(target: Uint8Array, at: number, from: number, to: number): number;
}

/**
 * A record without damage, where it lies in the bytes of its input: what it says is looked for there, and a {@link LogRecord} is made of it
 * only when somebody wants one. One object for all of them: it holds until the next one is handed out.
 */
export interface RawRecord extends Omit<LogRecord, 'text' | 'message'> {
  /** Bytes [from, to) are the record, those from `message` on its message. UTF-8. */
  readonly bytes: RawBytes;
  readonly from: number;
  readonly message: number;
  readonly to: number;
}

/** The process whose call numbers are the Call Bridge's. Other processes count their own. */
export const callBridge = 'host:server';
