/** What the terminal can show, by the conventions of NO_COLOR and FORCE_COLOR. */
import type { ColourDepth } from '#render/text/palette.ts';
import type { Output } from './streams.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export function wantsColour(output: Output, env: Environment): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return output.isTTY && env['TERM'] !== 'dumb';
}

/** The C locale is the only one of today that says it has no UTF-8. */
export function wantsUnicode(env: Environment): boolean {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((value) => value !== undefined && value !== '') ?? 'UTF-8';
  return !/^(?:c|posix)$/iu.test(locale) && env['TERM'] !== 'linux';
}

/** How many colours the terminal has, as far as its environment says. */
export function colourDepth(env: Environment): ColourDepth {
  if (/^(?:truecolor|24bit)$/iu.test(env['COLORTERM'] ?? '') || env['FORCE_COLOR'] === '3') return 'truecolor';
  return /256/u.test(env['TERM'] ?? '') || env['FORCE_COLOR'] === '2' ? '256' : '16';
}
