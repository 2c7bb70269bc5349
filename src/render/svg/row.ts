/** The rows of a diagram: in which order, and whom they hold. */
import type { Lane } from '#view/picture.ts';
import type { Row } from '#view/rows.ts';

/** Orders of the lanes: hosts first, then by joining; or one of the others throughout. */
export const orders = ['role', 'joined', 'left', 'waited', 'name'] as const;

export type Order = (typeof orders)[number];

export function lanesOf(row: Row): readonly Lane[] {
  return row.kind === 'one' ? [row.lane] : row.lanes;
}
