/** What stands on one row of a view: a participant, or a crowd of participants who fared alike. */
import type { State } from '#model/index.ts';
import type { Lane, Picture } from './picture.ts';

export interface Crowd {
  readonly kind: 'crowd';
  /** That of its first member. */
  readonly id: string;
  readonly lanes: readonly Lane[];
}

export type Row = { readonly kind: 'one'; readonly id: string; readonly lane: Lane } | Crowd;

/** Fewer than this are not worth a crowd. */
const least = 3;

/**
 * Rows of a picture, in the order of its lanes: one for each, or, where that would be more than `most`, crowds of those who fared
 * alike. The largest crowds are gathered first, so that as few as possible lose a row of their own; hosts, who let others in, and
 * whom a finding is about, last.
 */
export function rowsOf({ lanes, links, findings }: Picture, most: number): readonly Row[] {
  if (lanes.length <= most) return lanes.map(single);
  const special = new Set([...links.map(({ by }) => by), ...findings.flatMap(({ participants }) => participants)]);
  const kept = ({ id, role }: Lane): boolean => role === 'host' || special.has(id);
  const levels: readonly ((lane: Lane) => string | null)[] = [
    (lane) => (kept(lane) ? null : `${lane.role} ${courseOf(lane).join(' ')}`),
    (lane) => (kept(lane) ? null : `${lane.role} ${courseOf(lane).includes('lobby')}`),
    (lane) => (lane.role === 'host' ? null : lane.role),
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
export function courseOf({ segments }: Lane): readonly State[] {
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
