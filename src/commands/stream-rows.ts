/** Rows of a table, written as meetings end: memory holds what is open on the bridges, not the log. */
import { headerOf, meetingWriter, type RowOptions } from '#render/data/tables.ts';
import { createTextBytes } from '#render/data/text-bytes.ts';
import { readingOf } from './common.ts';
import { read } from './read.ts';
import { type RawOptions, text } from './specification.ts';
import type { Streams } from './streams.ts';
import { openOutput, portion } from './write.ts';
import { createYoungSpaceGuard } from './young-space.ts';

/** @returns 0, or 1 when an input could not be used although others could */
export async function streamRows(inputs: readonly string[], options: RawOptions, streams: Streams, rows: RowOptions): Promise<number> {
  const output = await openOutput(text(options, 'output'), streams);
  const holdMemory = createYoungSpaceGuard();
  const lines = createTextBytes(portion);
  lines.text(headerOf(rows));
  const write = meetingWriter(rows, lines);
  /** While the system writes one portion, the next is put together. */
  let written = Promise.resolve();
  const flush = async (least: number): Promise<void> => {
    if (lines.length < least) return;
    await written;
    written = output.write(lines.take());
    // Told by whoever waits for it.
    written.catch(() => undefined);
  };
  try {
    const { code } = await read(
      inputs,
      readingOf(options),
      streams,
      { clockOf: () => null, keepTies: false },
      {
        take({ space, meeting }) {
          write({ ...space, meetings: [] }, meeting);
        },
        flush() {
          holdMemory();
          return flush(portion);
        },
      },
    );
    await flush(0);
    await written;
    await output.close();
    return code;
  } catch (error) {
    await written.catch(() => undefined);
    await output.abandon();
    throw error;
  }
}
