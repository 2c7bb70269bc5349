/** `draw`: a diagram, in the format that is asked for or that the file's ending tells. */
import { type DrawFormat, drawFormats, isDrawFormat } from '#render/index.ts';
import { spanOfLog } from '#view/presence.ts';
import { version } from '../version.ts';
import { type Seen, see } from './seen.ts';
import { type RawOptions, text } from './specification.ts';
import { type Streams, UsageError } from './streams.ts';
import { writeOutput } from './write.ts';

export async function draw(inputs: readonly string[], options: RawOptions, streams: Streams): Promise<number> {
  const output = text(options, 'output');
  const format = formatOf(text(options, 'format'), output);
  const seen = await see(inputs, options, streams);
  await writeOutput(await drawn(seen, format, options), output, streams);
  return seen.code;
}

/** @throws UsageError for an ending that is no format */
function formatOf(asked: string | null, output: string | null): DrawFormat {
  if (asked !== null && isDrawFormat(asked)) return asked;
  const ending = output === null ? null : (/\.([^./\\]+)$/u.exec(output)?.[1]?.toLowerCase() ?? null);
  if (ending === null) return 'svg';
  if (isDrawFormat(ending)) return ending;
  throw new UsageError(
    `-o ${output}: a diagram can be ${drawFormats.map((name) => `.${name}`).join(', ')}; --format names one of them for any file.`,
  );
}

async function drawn({ analysis, zone, window }: Seen, format: DrawFormat, options: RawOptions): Promise<string | Uint8Array> {
  const log = spanOfLog(analysis);
  const { from, to } = (log === null ? null : window?.clip(log.from, log.to)) ?? { from: null, to: null };
  const asked = text(options, 'theme');
  const theme = asked === 'light' || asked === 'dark' ? asked : 'auto';
  switch (format) {
    case 'svg': {
      const { drawSvg } = await import('#render/svg/index.ts');
      return drawSvg(analysis, { zone, version, redacted: false, theme, from, to });
    }
  }
}
