/** The order of the rows, and who is gathered into a crowd where there are too many for a row each. */
import type { State } from '#model/index.ts';
import type { Lane, Picture } from '#view/picture.ts';
import { waited } from './outcome.ts';
import type { Order, Row } from './row.ts';

/** Fewer than this are not worth a crowd. */
const least = 3;

/**
 * Rows of a picture: one for each lane, or, where that would be more than `most`, crowds of those who fared alike.
 * The largest crowds come first, so that as few as possible lose a row of their own; who let others in, and whom a finding is about, last.
 */
export function orderRows(picture: Picture, order: Order, most: number): readonly Row[] {
  const lanes = sorted(picture, order);
  if (lanes.length <= most) return lanes.map(single);
  const special = new Set([...picture.links.map(({ by }) => by), ...picture.findings.flatMap(({ participants }) => participants)]);
  const kept = (lane: Lane): boolean => lane.role === 'host' || special.has(lane.id);
  const levels: readonly ((lane: Lane) => string | null)[] = [
    (lane) => (kept(lane) ? null : `${lane.role} ${fate(lane).join(' ')}`),
    (lane) => (kept(lane) ? null : `${lane.role} ${fate(lane).includes('lobby')}`),
    (lane) => (lane.role === 'host' ? null : `${lane.role}`),
    (lane) => lane.role,
  ];
  let rows: readonly Row[] = [];
  for (const key of levels) {
    rows = gather(lanes, key, most);
    if (rows.length <= most) break;
  }
  return rows;
}

/** States that a participant went through, without that of a call being set up, which all do. */
export function fate({ segments }: Lane): readonly State[] {
  const states = segments.map(({ state }) => state).filter((state) => state !== 'connecting');
  return states.filter((state, index) => state !== states[index - 1]);
}

function gather(lanes: readonly Lane[], keyOf: (lane: Lane) => string | null, most: number): readonly Row[] {
  const groups = new Map<string, Lane[]>();
  for (const lane of lanes) {
    const key = keyOf(lane);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [lane]);
    else group.push(lane);
  }
  const crowdOf = new Map<string, Lane[]>();
  let rows = lanes.length;
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length)) {
    if (rows <= most || group.length < least) break;
    rows -= group.length - 1;
    for (const { id } of group) crowdOf.set(id, group);
  }
  return lanes.flatMap((lane): readonly Row[] => {
    const group = crowdOf.get(lane.id);
    if (group === undefined) return [single(lane)];
    // A crowd stands where its first member would.
    return group[0] === lane ? [{ kind: 'crowd', id: lane.id, lanes: group }] : [];
  });
}

function single(lane: Lane): Row {
  return { kind: 'one', id: lane.id, lane };
}

/** The lanes in the order asked for; lanes that are equal in it stay as the view has them. */
function sorted({ lanes, known }: Picture, order: Order): readonly Lane[] {
  switch (order) {
    case 'role':
      return lanes;
    case 'joined':
      return [...lanes].sort((a, b) => first(a) - first(b));
    case 'left':
      return [...lanes].sort((a, b) => last(a) - last(b));
    case 'waited':
      return [...lanes].sort((a, b) => waited(b.participant, known).ms - waited(a.participant, known).ms);
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
