/** `export`: the timelines as data. */
import { renderJson } from '#render/data/json.ts';
import { version } from '../version.ts';
import { see } from './seen.ts';
import { type RawOptions, text } from './specification.ts';
import type { Streams } from './streams.ts';
import { writeOutput } from './write.ts';

export async function exportData(inputs: readonly string[], options: RawOptions, streams: Streams): Promise<number> {
  const { analysis, code } = await see(inputs, options, streams);
  const detail = text(options, 'evidence');
  const evidence = detail === 'lines' || detail === 'none' ? detail : 'text';
  await writeOutput(renderJson(analysis, { version, evidence }), text(options, 'output'), streams);
  return code;
}
