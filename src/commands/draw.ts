/** `draw`: a diagram, in the format that is asked for or that the file's ending tells. */
import { type DrawFormat, drawFormats, isDrawFormat } from '#render/index.ts';
import { version } from '../version.ts';
import { readingOf } from './common.ts';
import { read } from './read.ts';
import { type RawOptions, text } from './specification.ts';
import { type Streams, UsageError } from './streams.ts';
import { writeOutput } from './write.ts';
import type { Analysis } from '#model/index.ts';

export async function draw(inputs: readonly string[], options: RawOptions, streams: Streams): Promise<number> {
  const output = text(options, 'output');
  const format = formatOf(text(options, 'format'), output);
  const { analysis, code } = await read(inputs, readingOf(options), streams);
  await writeOutput(await drawn(analysis, format, options), output, streams);
  return code;
}

/** @throws UsageError for an ending that is no format */
function formatOf(asked: string | null, output: string | null): DrawFormat {
  if (asked !== null && isDrawFormat(asked)) return asked;
  const ending = output === null ? null : (/\.([^./\\]+)$/u.exec(output)?.[1]?.toLowerCase() ?? null);
  if (ending === null) return 'svg';
  if (isDrawFormat(ending)) return ending;
  throw new UsageError(`-o ${output}: a diagram can be ${drawFormats.map((name) => `.${name}`).join(', ')}; --format names one of them for any file.`);
}

async function drawn(analysis: Analysis, format: DrawFormat, options: RawOptions): Promise<string | Uint8Array> {
  const zone = text(options, 'showZone') ?? analysis.inputs[0]?.zone.name ?? 'UTC';
  const asked = text(options, 'theme');
  const theme = asked === 'light' || asked === 'dark' ? asked : 'auto';
  switch (format) {
    case 'svg': {
      const { drawSvg } = await import('#render/svg/index.ts');
      return drawSvg(analysis, { zone, version, redacted: false, theme });
    }
  }
}
