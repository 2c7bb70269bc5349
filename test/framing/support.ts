/** Frames a text and gives what tests look at. */
import { createClock, createFramer, framingLimits, type FramingCounts, type Zone } from '#framing/index.ts';
import type { LogRecord, UnparsedLine } from '#model/index.ts';

export const utc: Zone = { name: 'UTC', basis: 'assumed', offsets: () => [0] };

export interface Framed {
  readonly records: readonly LogRecord[];
  readonly unparsed: readonly UnparsedLine[];
  readonly counts: FramingCounts;
}

/** Frames bytes (or a text, as UTF-8) in chunks of a size. Every record matters. */
export function frame(
  input: string | Uint8Array,
  chunkSize = 1 << 20,
  mayMatter = (_text: string, _from: number, _to: number) => true,
): Framed {
  const latin1 = Buffer.from(input).toString('latin1');
  const records: LogRecord[] = [];
  const unparsed: UnparsedLine[] = [];
  const framer = createFramer({
    input: 'test.log',
    clock: createClock({ zone: utc, firstYear: 2023, date: null }),
    limits: framingLimits,
    mayMatter,
    emit: (record) => records.push(record),
    unparsed: (line) => unparsed.push(line),
  });
  for (let at = 0; at < latin1.length; at += chunkSize) framer.push(latin1.slice(at, at + chunkSize));
  const counts = framer.finish();
  return { records, unparsed, counts };
}

/** A message with its open line breaks taken for blanks, as the grammar does where words end. */
export function oneLine(message: string): string {
  return message.replaceAll(/ *\n+ */g, ' ');
}
