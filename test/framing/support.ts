/** Frames a text and gives what tests look at. */
import { createClock, createFramer, type FramingCounts, framingLimits, survey, type Zone } from '#framing/index.ts';
import type { LogRecord, UnparsedLine } from '#model/index.ts';

export const utc: Zone = { name: 'UTC', basis: 'assumed', offsets: () => [0] };

export interface Framed {
  readonly records: readonly LogRecord[];
  readonly unparsed: readonly UnparsedLine[];
  readonly counts: FramingCounts;
}

export interface FrameOptions {
  readonly chunkSize?: number;
  readonly carefully?: boolean;
  /** Date of diagnostics. */
  readonly date?: number | null;
  readonly mayMatter?: (text: string, from: number, to: number) => boolean;
  /** How messages that may matter begin; null = the lane is not taken. */
  readonly beginnings?: () => readonly string[] | null;
}

/** Frames bytes (or a text, as UTF-8) in chunks of a size. Every record matters, unless told otherwise. */
export function frame(
  input: string | Uint8Array,
  { chunkSize = 1 << 20, carefully = false, date = null, mayMatter = () => true, beginnings = () => null }: FrameOptions = {},
): Framed {
  const bytes = Buffer.from(input);
  const { newestFirst, doubling, quotes, softBreaks, bridges } = survey(bytes);
  const records: LogRecord[] = [];
  const unparsed: UnparsedLine[] = [];
  const framer = createFramer({
    input: 'test.log',
    clock: createClock({ zone: utc, firstYear: 2023, date }),
    limits: framingLimits,
    mayMatter,
    beginnings,
    carefully,
    newestFirst,
    doubling,
    quotes,
    softBreaks,
    bridges,
    emit: (record) => records.push(record),
    unparsed: (line) => unparsed.push(line),
  });
  for (let at = 0; at < bytes.length; at += chunkSize) framer.push(bytes.subarray(at, at + chunkSize));
  const counts = framer.finish();
  return { records, unparsed, counts };
}

/** A message with its open line breaks taken for blanks, as the grammar does where words end. */
export function oneLine(message: string): string {
  return message.replaceAll(/ *\n+ */g, ' ');
}
