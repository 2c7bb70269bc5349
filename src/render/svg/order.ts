/** The order of the rows. */
import type { Lane, Picture } from '#view/picture.ts';
import { type Row, rowsOf } from '#view/rows.ts';
import { waitedIn } from './outcome.ts';
import type { Order } from './row.ts';

/** Rows of a picture in the order asked for; more than `most` are gathered into crowds of those who fared alike. */
export function orderRows(picture: Picture, order: Order, most: number): readonly Row[] {
  return rowsOf({ ...picture, lanes: sorted(picture, order) }, most);
}

/** The lanes in the order asked for; lanes that are equal in it stay as the view has them. */
function sorted(picture: Picture, order: Order): readonly Lane[] {
  const { lanes } = picture;
  switch (order) {
    case 'role':
      return lanes;
    case 'joined':
      return [...lanes].sort((a, b) => first(a) - first(b));
    case 'left':
      return [...lanes].sort((a, b) => last(a) - last(b));
    case 'waited':
      return [...lanes].sort((a, b) => waitedIn(picture, b).ms - waitedIn(picture, a).ms);
    case 'name':
      return [...lanes].sort((a, b) => compare(a.label.toLowerCase(), b.label.toLowerCase()));
  }
}

function first({ participant, segments }: Lane): number {
  return participant.joinedAt ?? segments[0]?.from ?? 0;
}

function last({ participant }: Lane): number {
  return participant.leftAt ?? Number.MAX_SAFE_INTEGER;
}

/** By code points: the order must not depend on the machine's language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
