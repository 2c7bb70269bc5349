/** The door of the SVG renderer. */
import type { Analysis } from '#model/index.ts';
import type { SvgOptions } from './options.ts';
import { drawSheet } from './sheet.ts';
import { subjectsOf } from './subject.ts';

export type { SvgOptions } from './options.ts';
export { type Order, orders } from './row.ts';
export type { ThemeName } from './theme.ts';

/**
 * Draws all meetings of an analysis, one below the other, as one self-contained SVG: no script, no reference to anything outside.
 * @returns XML; the same bytes for the same analysis and options
 */
export function drawSvg(analysis: Analysis, options: SvgOptions): string {
  return `${drawSheet(subjectsOf(analysis, options), options, { standalone: true, suffix: '' }).xml}\n`;
}
