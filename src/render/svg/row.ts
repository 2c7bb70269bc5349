/** What stands on one line of the diagram: a participant, or a crowd of participants who fared alike. */
import type { Lane } from '#view/picture.ts';

export type Row = { readonly kind: 'one'; readonly id: string; readonly lane: Lane } | Crowd;

export interface Crowd {
  readonly kind: 'crowd';
  /** That of its first member. */
  readonly id: string;
  readonly lanes: readonly Lane[];
}

/** Orders of the lanes: hosts first, then by joining; or one of the others throughout. */
export const orders = ['role', 'joined', 'left', 'waited', 'name'] as const;

export type Order = (typeof orders)[number];

export function lanesOf(row: Row): readonly Lane[] {
  return row.kind === 'one' ? [row.lane] : row.lanes;
}
