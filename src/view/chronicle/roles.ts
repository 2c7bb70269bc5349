/** Who is a host and who a guest, and on what that rests. */
import type { Participant } from '#model/index.ts';
import { basisWords, roleWords } from '../labels.ts';
import { type RoleEntry, together } from './entry.ts';
import { listed, nameOf, say } from './sentence.ts';

/** Of one role and basis, so many are told by themselves. */
const most = 4;

/** Hosts first. Recorders and streamers have no role. */
export function roleEntries(participants: readonly Participant[]): readonly RoleEntry[] {
  const people = participants.filter(({ leg }) => leg.kind !== 'recorder' && leg.kind !== 'streamer');
  const rank = { host: 0, guest: 1, unknown: 2 } as const;
  const groups = Map.groupBy(people, ({ role, roleBasis }) => `${rank[role]} ${roleBasis}`);
  return [...groups]
    .sort(([a], [b]) => Number(a[0]) - Number(b[0]))
    .flatMap(([, group]) => (group.length <= most ? group.map((each) => entryOf([each])) : [entryOf(group)]));
}

function entryOf(group: readonly Participant[]): RoleEntry {
  const [first] = group;
  const role = first?.role ?? 'unknown';
  const basis = first?.roleBasis ?? null;
  const names = listed(group.map(nameOf));
  const note = basis === null ? '' : ` (${basisWords[basis]})`;
  const sentence =
    group.length === 1 ? say`${names}: ${roleWords[role]}${note}` : say`${String(group.length)} ${words[role]}${note}: ${names}`;
  return {
    role,
    sentence: say`${sentence}.`,
    participants: group.map(({ id }) => id),
    evidence: together(group.map(({ roleEvidence }) => roleEvidence)),
  };
}

const words = { host: 'hosts', guest: 'guests', unknown: 'people of unknown role' } as const;
