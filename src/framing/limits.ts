/** Bounds of framing: what is longer costs no more than this. */

export interface FramingLimits {
  /** Bytes of one record; the rest is cut off and counted. */
  readonly record: number;
  /** Bytes of a line without any record that are kept as unparsed. */
  readonly unparsed: number;
}

export const framingLimits: FramingLimits = { record: 65_536, unparsed: 1024 };

/** A physical line longer than this is read in pieces. */
export const longestLine = 65_536;
/** Open text is looked through for records whenever it has grown by so much. */
export const openTextStep = 131_072;

/** ms; clocks of two processes of a box differ by less (seen: 4 s): a log whose time goes back further stands there again. */
export const stepBack = 5000;
