/** A lane as a row of cells. */
import type { State } from '#model/index.ts';
import type { Segment, Stretch } from '#view/picture.ts';
import { cellAt, owners, type Piece, type Scale } from './cells.ts';
import type { Style, Tone } from './style.ts';

interface Cell {
  readonly text: string;
  readonly tone: Tone;
  /** Filled where the text is blank. */
  readonly inverse?: true;
}

export const stateTones: Readonly<Record<State, Tone>> = { connecting: 'faint', lobby: 'lobby', active: 'active', unknown: 'faint' };
const phaseTones: Readonly<Record<Stretch['state'], Tone>> = { 'lobby-only': 'lobby', active: 'active', unknown: 'faint', grace: 'lobby' };

/** To have waited is what people ask about, so that it is seen first. */
const ranks: Readonly<Record<State, number>> = { lobby: 3, active: 2, unknown: 1, connecting: 0 };
const phaseRanks: Readonly<Record<Stretch['state'], number>> = { grace: 3, 'lobby-only': 2, active: 1, unknown: 0 };

/** The states of a lane; the edges of what is active are drawn to an eighth of a cell. */
export function laneBar(segments: readonly Segment[], scale: Scale, style: Style): string {
  const pieces = segments.map((segment) => ({ kind: segment.state, ...edges(segment, scale) }));
  const owned = owners(pieces, scale.cells, (state) => ranks[state]);
  const cells = owned.map((piece, cell): Cell => {
    if (piece === null) return blank;
    const tone = stateTones[piece.kind];
    return piece.kind === 'active' ? solid(piece, cell, scale.cells, style) : { text: style.signs.states[piece.kind], tone };
  });
  return paintRuns(open(cells, segments, scale, style), style);
}

/** The space as a whole; where hosts are in, their number stands at the beginning. */
export function stripBar(strip: readonly Stretch[], scale: Scale, style: Style): string {
  const pieces = strip.map((stretch) => ({ kind: stretch.state, ...edges(stretch, scale), hosts: stretch.hosts }));
  const owned = owners(pieces, scale.cells, (state) => phaseRanks[state]);
  const cells = owned.map(
    (piece): Cell => (piece === null ? blank : { text: style.signs.phases[piece.kind], tone: phaseTones[piece.kind] }),
  );
  for (const { kind, from, to, hosts } of pieces) {
    const number = hosts === null || hosts === 0 || kind !== 'active' ? '' : String(hosts);
    const first = Math.round(from);
    if (number === '' || Math.min(scale.cells, Math.round(to)) - first < number.length + 1) continue;
    for (const [index, text] of [...number].entries()) cells[first + index] = { text, tone: 'active', inverse: true };
  }
  return paintRuns(cells, style);
}

const blank: Cell = { text: ' ', tone: 'plain' };

function edges({ from, to }: { readonly from: number; readonly to: number }, scale: Scale): { readonly from: number; readonly to: number } {
  return { from: cellAt(scale, from), to: cellAt(scale, to) };
}

function solid(piece: Piece<State>, cell: number, cells: number, style: Style): Cell {
  const { signs } = style;
  const full: Cell = { text: signs.states.active, tone: 'active' };
  if (signs.eighths.length === 0) return full;
  const begin = Math.max(0, piece.from - cell);
  const end = Math.min(1, piece.to - cell);
  if (end < 1 && cell + 1 <= cells && piece.to < cells) {
    // Ends here: filled from the left. What also begins here is as long as it is, though it stands a little too far left.
    return { text: signs.eighths[Math.max(1, Math.round((begin > 0 ? end - begin : end) * 8)) - 1] ?? signs.states.active, tone: 'active' };
  }
  const gap = Math.round(begin * 8);
  if (gap === 0) return full;
  // There are no signs that are filled from the right, but a sign filled from the left can be turned inside out where there is colour.
  if (style.colour) return { text: signs.eighths[gap - 1] ?? ' ', tone: 'active', inverse: true };
  return gap < 3 ? full : { text: signs.rightHalf, tone: 'active' };
}

/** Arrows where the bar goes on outside of what the log tells, or of what is shown. */
function open(cells: readonly Cell[], segments: readonly Segment[], scale: Scale, { signs }: Style): readonly Cell[] {
  const first = segments[0];
  const last = segments.at(-1);
  const marked = [...cells];
  if (first?.openStart === true && first.from <= scale.from) marked[0] = { text: signs.before, tone: stateTones[first.state] };
  if (last?.openEnd === true && last.to >= scale.to) marked[cells.length - 1] = { text: signs.after, tone: stateTones[last.state] };
  return marked;
}

/** One escape sequence for each run of cells that look alike. */
function paintRuns(cells: readonly Cell[], style: Style): string {
  let painted = '';
  for (let index = 0; index < cells.length; ) {
    const { tone, inverse } = cells[index] ?? blank;
    let run = '';
    for (let cell = cells[index]; cell !== undefined && cell.tone === tone && cell.inverse === inverse; cell = cells[++index])
      run += cell.text;
    painted += inverse === true ? style.inverse(run, tone) : style.paint(run, tone);
  }
  return painted;
}
