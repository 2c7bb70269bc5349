/** The order of the rows, and who is gathered into a crowd. */
import type { Lane, Picture } from '#view/picture.ts';
import { waited } from './label.ts';
import type { Order, Row } from './row.ts';

export function orderRows(picture: Picture, order: Order, _most: number): readonly Row[] {
  return sorted(picture, order).map((lane) => ({ kind: 'one', id: lane.id, lane }));
}

/** The lanes in the order asked for; lanes that are equal in it stay as the view has them. */
function sorted({ lanes, to }: Picture, order: Order): readonly Lane[] {
  switch (order) {
    case 'role':
      return lanes;
    case 'joined':
      return [...lanes].sort((a, b) => first(a) - first(b));
    case 'left':
      return [...lanes].sort(
        (a, b) => (a.participant.leftAt ?? Number.MAX_SAFE_INTEGER) - (b.participant.leftAt ?? Number.MAX_SAFE_INTEGER),
      );
    case 'waited':
      return [...lanes].sort((a, b) => waited(b.participant, to).ms - waited(a.participant, to).ms);
    case 'name':
      return [...lanes].sort((a, b) => compare(a.label.toLowerCase(), b.label.toLowerCase()));
  }
}

function first({ participant, segments }: Lane): number {
  return participant.joinedAt ?? segments[0]?.from ?? 0;
}

/** By code points: the order must not depend on the machine's language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
