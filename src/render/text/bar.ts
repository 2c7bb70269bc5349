/** A lane as a row of cells. */
import type { Instant, State } from '#model/index.ts';
import type { Segment } from '#view/picture.ts';
import type { Style, Tone } from './style.ts';

/** Where instants lie in a row of cells. */
export interface Scale {
  readonly from: Instant;
  readonly to: Instant;
  readonly cells: number;
}

export function cellAt(scale: Scale, at: number): number {
  return ((at - scale.from) / Math.max(1, scale.to - scale.from)) * scale.cells;
}

interface Piece<Kind> {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

const tones: Readonly<Record<State, Tone>> = { connecting: 'faint', lobby: 'lobby', active: 'active', unknown: 'faint' };

export function laneBar(segments: readonly Segment[], scale: Scale, style: Style): string {
  const pieces = segments.map(({ state, from, to }) => ({ kind: state, from: cellAt(scale, from), to: cellAt(scale, to) }));
  const solid = style.signs.eighths.length > 0 ? 'active' : null;
  return row<State>(pieces, scale.cells, style, { solid, sign: (state) => style.signs.states[state], tone: (state) => tones[state] });
}

/**
 * Each cell shows what fills most of it; the edges of the solid state are drawn to an eighth of a cell on the left-filled side.
 * A state that is shorter than a cell is still seen: a wrong picture would be one where somebody never waited.
 */
export function row<Kind>(
  pieces: readonly Piece<Kind>[],
  cells: number,
  style: Style,
  look: { readonly solid: Kind | null; sign(kind: Kind): string; tone(kind: Kind): Tone },
): string {
  const drawn: { text: string; tone: Tone }[] = [];
  let index = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    while (index < pieces.length && (pieces[index]?.to ?? 0) <= cell && (pieces[index]?.to ?? 0) < cells) index += 1;
    const inside: { piece: Piece<Kind>; share: number }[] = [];
    for (let at = index; at < pieces.length; at += 1) {
      const piece = pieces[at];
      if (piece === undefined || piece.from >= cell + 1) break;
      inside.push({ piece, share: Math.min(piece.to, cell + 1) - Math.max(piece.from, cell) });
    }
    drawn.push(cellText(inside, cell, style, look));
  }
  return paintRuns(drawn, style);
}

function cellText<Kind>(
  inside: readonly { readonly piece: Piece<Kind>; readonly share: number }[],
  cell: number,
  style: Style,
  look: { readonly solid: Kind | null; sign(kind: Kind): string; tone(kind: Kind): Tone },
): { text: string; tone: Tone } {
  const whole = inside.find(({ piece }) => piece.from >= cell && piece.to < cell + 1 && inside.length > 1);
  const largest = inside.reduce<(typeof inside)[number] | null>(
    (best, each) => (best === null || each.share > best.share ? each : best),
    null,
  );
  const shown = whole ?? largest;
  if (shown === null || shown === undefined) return { text: ' ', tone: 'plain' };
  const { kind, from, to } = shown.piece;
  const sign = look.sign(kind);
  if (kind === look.solid && inside.length === 1) {
    const end = to - cell;
    const start = from - cell;
    if (start <= 0 && end < 1) return { text: style.signs.eighths[Math.max(0, Math.round(end * 8) - 1)] ?? sign, tone: look.tone(kind) };
    if (start > 0.25 && end >= 1) return { text: style.signs.rightHalf, tone: look.tone(kind) };
  }
  return { text: sign, tone: look.tone(kind) };
}

function paintRuns(cells: readonly { readonly text: string; readonly tone: Tone }[], style: Style): string {
  let painted = '';
  for (let index = 0; index < cells.length; ) {
    const tone = cells[index]?.tone ?? 'plain';
    let run = '';
    for (let cell = cells[index]; cell !== undefined && cell.tone === tone; cell = cells[++index]) run += cell.text;
    painted += style.paint(run, tone);
  }
  return painted;
}
