/** Patterns: each state is told by its texture too. */
import type { Pen } from './pen.ts';

/** Fills of the states; `lobby`, `grace` and `unknown` carry a texture. */
export type Texture = 'lobby' | 'grace' | 'unknown' | 'connecting';

export function fillOf(texture: Texture): string {
  return `url(#cms-${texture})`;
}

/** Defines the textures once for the whole file. */
export function definePatterns(defs: Pen): void {
  const lobby = tile(defs, 'lobby', 8);
  ground(lobby, 8, 't-lobby');
  // Drawn over the corners too, so that the hatch has no gaps where tiles meet.
  stroke(lobby, 'M-2,2L2,-2M0,8L8,0M6,10L10,6', 's-lobby-line', 1.6);
  const grace = tile(defs, 'grace', 8);
  ground(grace, 8, 't-active');
  stroke(grace, 'M-2,6L2,10M0,0L8,8M6,-2L10,2', 's-lobby', 2.4);
  const unknown = tile(defs, 'unknown', 6);
  ground(unknown, 6, 't-unknown');
  stroke(unknown, 'M0,0L6,6M6,0L0,6', 's-unknown-line', 1);
  const connecting = tile(defs, 'connecting', 9);
  ground(connecting, 9, 't-connecting');
  stroke(connecting, 'M1.5,0V9', 's-connecting-line', 3);
}

function tile(defs: Pen, name: Texture, size: number): Pen {
  const made: Pen = defs.append('pattern');
  return made.attr('id', `cms-${name}`).attr('patternUnits', 'userSpaceOnUse').attr('width', size).attr('height', size);
}

function ground(pattern: Pen, size: number, tone: string): void {
  pattern.append('path').attr('d', `M0,0H${size}V${size}H0Z`).attr('class', tone);
}

function stroke(pattern: Pen, d: string, tone: string, width: number): void {
  pattern.append('path').attr('d', d).attr('class', tone).attr('fill', 'none').attr('stroke-width', width);
}
