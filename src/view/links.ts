/** Who changed whom: each arrival and departure of an activator with all its effects. */
import type { Evidence, Meeting } from '#model/index.ts';
import type { Link } from './picture.ts';

/** Changes of one cause, bundled: one arrival, and all it let in. */
export function linksOf(meeting: Meeting): readonly Link[] {
  const found = new Map<string, { link: Link; effects: Link['effects'][number][]; evidence: Evidence[] }>();
  const byId = new Map(meeting.participants.map((participant) => [participant.id, participant]));
  for (const { id, intervals } of meeting.participants) {
    for (const { from, cause } of intervals) {
      const { kind, by, delayMs } = cause;
      if ((kind !== 'activator-joined' && kind !== 'last-activator-left') || by === null || from === null) continue;
      const key = `${kind} ${by}`;
      const activator = byId.get(by);
      const at = (kind === 'activator-joined' ? activator?.joinedAt : activator?.leftAt) ?? null;
      const known = found.get(key);
      const effect = { lane: id, at: from, delayMs };
      if (known !== undefined) {
        known.effects.push(effect);
        continue;
      }
      const effects = [effect];
      const evidence = [...cause.evidence];
      found.set(key, { link: { kind, at, by, effects, evidence }, effects, evidence });
    }
  }
  return [...found.values()].map(({ link }) => link);
}
