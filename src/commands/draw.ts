/** `draw`: a diagram, in the format that is asked for or that the file's ending tells. */
import { type DrawFormat, drawFormats, foldings, isDrawFormat, laneOrders } from '#render/index.ts';
import type { SvgOptions } from '#render/svg/index.ts';
import { spanOfLog } from '#view/presence.ts';
import { version } from '../version.ts';
import { type Seen, see } from './seen.ts';
import { type RawOptions, text } from './specification.ts';
import { InputError, type Streams, UsageError } from './streams.ts';
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

async function drawn({ analysis, redacted, zone, window }: Seen, format: DrawFormat, options: RawOptions): Promise<string | Uint8Array> {
  const log = spanOfLog(analysis);
  const { from, to } = (log === null ? null : window?.clip(log.from, log.to)) ?? { from: null, to: null };
  const look = { zone, version, redacted, from, to, ...lookOf(options) };
  switch (format) {
    case 'svg': {
      const { drawSvg } = await import('#render/svg/index.ts');
      return drawSvg(analysis, look);
    }
    case 'png': {
      const { drawPng } = await import('#render/picture/png.ts');
      const scale = numberOf(options, '--scale', 'scale');
      return drawPng(analysis, { ...look, ...(scale === null ? {} : { scale }) }).catch(refuse);
    }
    case 'html': {
      const { drawHtml } = await import('#render/picture/html.ts');
      return drawHtml(analysis, look);
    }
  }
}

/** A picture that cannot be made is no fault of the program: its sentence says what to do. */
function refuse(error: unknown): never {
  throw error instanceof Error && error.constructor.name === 'PngError' ? new InputError(`${error.message}.`) : error;
}

type Look = Pick<SvgOptions, 'theme' | 'sort' | 'fold' | 'width' | 'maxLanes'>;

function lookOf(options: RawOptions): Look {
  const width = numberOf(options, '--width', 'width');
  const maxLanes = numberOf(options, '--max-lanes', 'maxLanes');
  const theme = text(options, 'theme');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    sort: laneOrders.find((order) => order === text(options, 'sort')) ?? 'role',
    fold: foldings.find((folding) => folding === text(options, 'fold')) ?? 'auto',
    ...(width === null ? {} : { width }),
    ...(maxLanes === null ? {} : { maxLanes }),
  };
}

/** @throws UsageError for what is no number above 0 */
function numberOf(options: RawOptions, flags: string, name: string): number | null {
  const given = text(options, name);
  if (given === null) return null;
  const number = Number(given);
  if (Number.isFinite(number) && number > 0) return number;
  throw new UsageError(`${flags} ${given}: a number above 0 is expected.`);
}
