/** Records that prove a finding: each once, in the order given, and not too many. */
import type { Evidence, Participant } from '#model/index.ts';
import { limits } from './limits.ts';

/** Takes turns where there are too many groups to be shown whole. */
export function proof(...groups: readonly (Evidence | null | undefined | readonly Evidence[])[]): readonly Evidence[] {
  const found = new Set<Evidence>();
  for (const group of groups) {
    if (group === null || group === undefined) continue;
    for (const evidence of Array.isArray(group) ? group : [group]) {
      if (found.size >= limits.evidence) return [...found];
      found.add(evidence);
    }
  }
  return [...found];
}

/** The best trace that somebody left in the log: joining, else leaving, else whatever told of the state or the call. */
export function traceOf({ joinedBy, leftBy, intervals, leg }: Participant): readonly Evidence[] {
  const known = joinedBy ?? leftBy ?? intervals.flatMap(({ cause }) => cause.evidence)[0] ?? leg.setUp?.evidence ?? leg.ended?.evidence;
  return known === undefined ? [] : [known];
}
