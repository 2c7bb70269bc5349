/** PNG: the SVG, rasterised with the fonts of this machine. */
import { Resvg, type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js';
import type { Analysis } from '#model/index.ts';
import { drawSvg, type SvgOptions } from '#render/svg/index.ts';

export interface PngOptions extends SvgOptions {
  /** Pixels of the picture for one of the diagram; default 2, which is sharp on every screen and in print. */
  readonly scale?: number;
}

/** A picture that cannot be made, and what to do about it; the message is for the user. */
export class PngError extends Error {}

/** More than this would take gigabytes of memory, and no viewer would open it. */
const mostPixels = 256e6;

/**
 * Draws all meetings of an analysis as one PNG. `theme: 'auto'` is light here: a bitmap cannot ask its reader.
 * @throws PngError when the machine has no font, or the picture would be too large
 */
export async function drawPng(analysis: Analysis, options: PngOptions): Promise<Uint8Array> {
  const svg = drawSvg(analysis, { ...options, theme: options.theme === 'dark' ? 'dark' : 'light' });
  const scale = options.scale ?? 2;
  const [, width = 0, height = 0] = /^<svg[^>]* viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.map(Number) ?? [];
  const pixels = width * height * scale * scale;
  if (pixels > mostPixels) {
    throw new PngError(
      `a PNG of ${Math.round(width * scale)} × ${Math.round(height * scale)} pixels is too large: choose fewer meetings, or a scale below ${Math.floor(Math.sqrt(mostPixels / (width * height)) * 10) / 10}`,
    );
  }
  if (!hasFont())
    throw new PngError('this machine has no font to write names with: install one (for example the package fonts-dejavu), or draw an SVG');
  const image = await renderAsync(svg, { ...renderOptions, fitTo: { mode: 'zoom', value: scale } });
  return image.asPng();
}

const renderOptions: ResvgRenderOptions = {
  font: { loadSystemFonts: true, sansSerifFamily: 'Arial' },
  textRendering: 1,
  shapeRendering: 2,
  logLevel: 'off',
};

/** Without any font, texts would be missing without a word. */
function hasFont(): boolean {
  const letter = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="8" font-family="sans-serif">x</text></svg>';
  return new Resvg(letter, renderOptions).getBBox() !== undefined;
}
