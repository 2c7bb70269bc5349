/** `show`: the timelines as text. */
import { createStyle } from '#render/text/style.ts';
import { renderTimeline } from '#render/text/timeline.ts';
import { see } from './seen.ts';
import type { RawOptions } from './specification.ts';
import type { Streams } from './streams.ts';
import { wantsColour, wantsUnicode } from './terminal.ts';

export async function show(inputs: readonly string[], options: RawOptions, streams: Streams): Promise<number> {
  const { analysis, zone, code } = await see(inputs, options, streams);
  const style = createStyle({ colour: wantsColour(streams.stdout, streams.env), unicode: wantsUnicode(streams.env) });
  await streams.stdout.write(renderTimeline(analysis, { columns: streams.stdout.columns ?? 100, style, zone, maxLanes: 100 }));
  return code;
}
