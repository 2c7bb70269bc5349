/** `show`: the timelines as text. */
import { createStyle } from '#render/text/style.ts';
import { isViewName, views } from '#render/text/views.ts';
import { countOf } from './common.ts';
import { see } from './seen.ts';
import { type RawOptions, text } from './specification.ts';
import type { Streams } from './streams.ts';
import { colourDepth, wantsColour, wantsUnicode } from './terminal.ts';

/** Columns of output that goes nowhere in particular. */
const usualColumns = 100;

export async function show(inputs: readonly string[], options: RawOptions, streams: Streams): Promise<number> {
  const maxLanes = countOf(options, '--max-lanes', 'maxLanes') ?? 60;
  const { analysis, zone, window, code } = await see(inputs, options, streams);
  const { stdout, env } = streams;
  const asked = text(options, 'view') ?? 'timeline';
  const view = views[isViewName(asked) ? asked : 'timeline'];
  const style = createStyle({ colour: wantsColour(stdout, env), unicode: wantsUnicode(env), depth: colourDepth(env) });
  await stdout.write(view.render(analysis, { columns: stdout.columns ?? usualColumns, style, zone, maxLanes, window }));
  return code;
}
