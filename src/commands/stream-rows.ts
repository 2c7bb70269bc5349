/** Rows of a table, written as meetings end: memory holds what is open on the bridges, not the log. */
import { headerOf, meetingWriter, type RowOptions } from '#render/data/tables.ts';
import { readingOf } from './common.ts';
import { read } from './read.ts';
import { type RawOptions, text } from './specification.ts';
import type { Streams } from './streams.ts';
import { openPortions } from './write.ts';
import { createYoungSpaceGuard } from './young-space.ts';

/** @returns 0, or 1 when an input could not be used although others could */
export async function streamRows(inputs: readonly string[], options: RawOptions, streams: Streams, rows: RowOptions): Promise<number> {
  const portions = await openPortions(text(options, 'output'), streams);
  const holdMemory = createYoungSpaceGuard();
  portions.gathered.text(headerOf(rows));
  const write = meetingWriter(rows, portions.gathered);
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
          return portions.flush();
        },
      },
    );
    await portions.close();
    return code;
  } catch (error) {
    await portions.abandon();
    throw error;
  }
}
