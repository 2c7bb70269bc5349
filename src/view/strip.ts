/** The strip above the lanes: what the space as a whole let happen, with its activators counted. */
import { type Instant, instant, type Meeting, type Phase } from '#model/index.ts';
import type { Stretch } from './picture.ts';

/** How the counts change at an instant. */
interface Change {
  hosts: number;
  graces: number;
}

/**
 * The phases between two instants, cut wherever the number of activators changes; the time between the last one's leaving
 * and its effect is named grace. One walk over the changes in order of time, so that a thousand hosts cost no more than their number.
 */
export function stripOf(meeting: Meeting, from: Instant, to: Instant): readonly Stretch[] {
  const changes = changesOf(meeting, from, to);
  const strip: Stretch[] = [];
  const count: Change = { hosts: 0, graces: 0 };
  const edges = edgesOf(changes, meeting.phases, from, to);
  let phase = 0;
  for (const [index, edge] of edges.entries()) {
    const change = changes.get(edge);
    count.hosts += change?.hosts ?? 0;
    count.graces += change?.graces ?? 0;
    const end = edges[index + 1];
    while (phase < meeting.phases.length && (meeting.phases[phase]?.to ?? to) <= edge) phase += 1;
    const current = meeting.phases[phase];
    if (end === undefined || current === undefined || (current.from ?? from) > edge) continue;
    const next = stretch(current, count, instant(edge), instant(end));
    // Where participants are left out, hosts may be among them.
    extend(strip, (meeting.omitted ?? 0) > 0 ? { ...next, hosts: null } : next);
  }
  return strip;
}

function stretch({ state }: Phase, { hosts, graces }: Change, from: Instant, to: Instant): Stretch {
  const grace = state === 'active' && hosts === 0 && graces > 0;
  return { state: grace ? 'grace' : state, from, to, hosts: state === 'unknown' ? null : hosts };
}

/** One host for another at the same instant is no change of the space. */
function extend(strip: Stretch[], next: Stretch): void {
  const last = strip.at(-1);
  if (last !== undefined && last.to === next.from && last.state === next.state && last.hosts === next.hosts) {
    strip[strip.length - 1] = { ...last, to: next.to };
  } else strip.push(next);
}

function edgesOf(changes: ReadonlyMap<number, Change>, phases: readonly Phase[], from: Instant, to: Instant): readonly number[] {
  const bounds = phases.flatMap((phase) => [phase.from ?? from, phase.to ?? to]);
  const inside = [...changes.keys(), ...bounds].filter((at) => at > from && at < to);
  return [...new Set([from, ...inside, to])].sort((a, b) => a - b);
}

function changesOf(meeting: Meeting, from: Instant, to: Instant): ReadonlyMap<number, Change> {
  const changes = new Map<number, Change>();
  const during = (kind: keyof Change, start: number | null, end: number | null): void => {
    const first = Math.max(start ?? from, from);
    const last = Math.min(end ?? to, to);
    if (first >= last) return;
    for (const [at, by] of [[first, 1] as const, [last, -1] as const]) {
      const change = changes.get(at) ?? { hosts: 0, graces: 0 };
      change[kind] += by;
      changes.set(at, change);
    }
  };
  for (const { role, intervals } of meeting.participants) {
    if (role !== 'host') continue;
    for (const interval of intervals) if (interval.state === 'active') during('hosts', interval.from, interval.to);
  }
  for (const [end, start] of gracesOf(meeting)) during('graces', start, end);
  return changes;
}

/** While `deactivationModeTime` runs: the last activator has left, and people are still active. End → start. */
function gracesOf(meeting: Meeting): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const { intervals } of meeting.participants) {
    for (const { from, cause } of intervals) {
      if (cause.kind !== 'last-activator-left' || from === null || cause.delayMs === null || cause.delayMs <= 0) continue;
      starts.set(from, Math.min(from - cause.delayMs, starts.get(from) ?? from));
    }
  }
  return starts;
}
