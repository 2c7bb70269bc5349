/** `redact`: log in, log out, with pseudonyms for all that names somebody; the log that comes out tells the same story. */
import type { Analysis } from '#model/index.ts';
import { redactedLog } from '#redaction/index.ts';
import { see } from './seen.ts';
import { flag, type RawOptions, text } from './specification.ts';
import type { Streams } from './streams.ts';
import { writeOutput } from './write.ts';

export async function redact(inputs: readonly string[], options: RawOptions, streams: Streams): Promise<number> {
  const { analysis, code } = await see(inputs, { ...options, redact: true }, streams, { keepEvents: true });
  await writeOutput(redactedLog(analysis.events ?? [], analysis.inputs), text(options, 'output'), streams);
  if (!flag(options, 'quiet')) await streams.stderr.write(`cms-timeline: ${leftOut(analysis)}\n`);
  return code;
}

function leftOut({ inputs, events = [] }: Analysis): string {
  const records = inputs.reduce((sum, input) => sum + input.records, 0) - events.length;
  const lines = inputs.reduce((sum, { unparsed }) => sum + unparsed, 0);
  return `${events.length} records are written; ${records} more that say nothing of who waited, and ${lines} lines of no record, are left out. Times are UTC.`;
}
