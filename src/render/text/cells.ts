/** Which of several pieces a cell shows, when a cell is longer than what happened in it. */

/** Something that begins and ends at fractions of cells. Pieces follow each other without overlaps. */
export interface Piece<Kind> {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

/** Where instants lie in a row of cells. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly cells: number;
}

/** Cells from the left, as a fraction. */
export function cellAt({ from, to, cells }: Scale, at: number): number {
  return ((at - from) / Math.max(1, to - from)) * cells;
}

/**
 * The piece that each cell shows: the one that fills most of it; but no piece goes unseen, however short, because a picture would be
 * wrong in which somebody never waited. Of several that are too short, the one that matters most (`rank`, the higher) is seen.
 */
export function owners<Kind>(pieces: readonly Piece<Kind>[], cells: number, rank: (kind: Kind) => number): readonly (Piece<Kind> | null)[] {
  const owned: (Piece<Kind> | null)[] = Array.from({ length: cells }, () => null);
  const shares = new Array<number>(cells).fill(0);
  const seen = new Set<Piece<Kind>>();
  for (const piece of pieces) {
    for (let cell = Math.max(0, Math.floor(piece.from)); cell < Math.min(cells, piece.to); cell += 1) {
      const share = Math.min(piece.to, cell + 1) - Math.max(piece.from, cell);
      if (share <= (shares[cell] ?? 0)) continue;
      shares[cell] = share;
      owned[cell] = piece;
    }
  }
  for (const piece of owned) if (piece !== null) seen.add(piece);
  const forced = new Map<number, Piece<Kind>>();
  for (const piece of pieces) {
    if (seen.has(piece)) continue;
    const cell = Math.max(0, Math.min(cells - 1, Math.floor((piece.from + piece.to) / 2)));
    const other = forced.get(cell);
    if (other === undefined || rank(piece.kind) > rank(other.kind)) forced.set(cell, piece);
  }
  for (const [cell, piece] of forced) owned[cell] = piece;
  return owned;
}
