/** What happened, one line after the other: changes that one cause made together are one line. */
import type { Instant } from '#model/index.ts';
import { linkWords } from '#render/svg/link.ts';
import { causeWords, stateWords } from '#view/labels.ts';
import type { Lane, Picture } from '#view/picture.ts';
import { safe } from '#view/safe.ts';

/** A line, and what to show when it is asked for its proof. */
export interface Entry {
  readonly at: Instant;
  readonly text: string;
  readonly subject:
    | { readonly kind: 'link'; readonly link: number }
    /** `state` is an index into the segments of a lane; null = its end. */
    | { readonly kind: 'person'; readonly person: number; readonly state: number | null };
}

export function chronicle(picture: Picture): readonly Entry[] {
  const names = new Map(picture.lanes.map(({ id, label }) => [id, label]));
  const causes = new Set(picture.links.map(({ kind, by }) => `${kind} ${by}`));
  const entries: Entry[] = picture.links.flatMap((link, index) => {
    const at = link.at ?? link.effects[0]?.at;
    return at === undefined ? [] : [{ at, text: linkWords(picture, link)[0], subject: { kind: 'link', link: index } }];
  });
  for (const [person, lane] of picture.lanes.entries()) entries.push(...ofLane(lane, person, names, causes));
  return entries.sort((a, b) => a.at - b.at);
}

function ofLane(lane: Lane, person: number, names: ReadonlyMap<string, string>, causes: ReadonlySet<string>): readonly Entry[] {
  const entries: Entry[] = lane.segments.flatMap(({ state, from, openStart, cause }, index) => {
    // Told by the line of its cause.
    if (openStart || (cause.by !== null && causes.has(`${cause.kind} ${cause.by}`))) return [];
    const by = cause.by === null ? null : (names.get(cause.by) ?? null);
    const text = `${lane.label}: ${stateWords[state]} (${causeWords(cause.kind, by)})`;
    return [{ at: from, text, subject: { kind: 'person', person, state: index } }];
  });
  const left = lane.marks.find(({ kind }) => kind === 'left');
  if (left === undefined) return entries;
  const text = `${lane.label} left${left.note === null ? '' : `: ${safe(left.note)}`}`;
  return [...entries, { at: left.at, text, subject: { kind: 'person', person, state: null } }];
}
