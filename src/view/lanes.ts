/** A meeting → the picture of it. */
import type { Analysis, Evidence, Instant, Interval, Meeting, Participant, Space } from '#model/index.ts';
import { instant } from '#model/index.ts';
import { laneLabel } from './labels.ts';
import type { Lane, Link, Picture, Segment, Stretch } from './picture.ts';

export interface PictureOptions {
  /** Only what lies between these instants. */
  readonly from?: Instant | null;
  readonly to?: Instant | null;
}

/** The picture of one meeting; null where the log gives it no time at all. */
export function pictureOf(analysis: Analysis, space: Space, meeting: Meeting, options: PictureOptions = {}): Picture | null {
  const bounds = boundsOf(analysis, meeting, options);
  if (bounds === null) return null;
  const { from, to, known } = bounds;
  const lanes = [...meeting.participants].sort(byRole).flatMap((participant) => lane(participant, from, to));
  const ids = new Set(meeting.participants.map(({ id }) => id));
  return {
    title: space.name ?? 'unnamed space',
    spaceId: space.id,
    from,
    to,
    known,
    openStart: meeting.span.from === null,
    openEnd: meeting.span.to === null,
    strip: strip(meeting, from, to),
    lanes,
    links: links(meeting),
    findings: analysis.findings.filter((finding) => finding.participants.some((id) => ids.has(id))),
    hosts: meeting.hosts,
  };
}

interface Bounds {
  readonly from: Instant;
  readonly to: Instant;
  readonly known: Instant;
}

/** From the first to the last thing known; an open end reaches to the end of the log. */
function boundsOf(analysis: Analysis, meeting: Meeting, options: PictureOptions): Bounds | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let open = false;
  const see = (at: Instant | null): void => {
    if (at === null) return;
    first = Math.min(first, at);
    last = Math.max(last, at);
  };
  for (const { intervals, leftAt } of meeting.participants) {
    for (const { from, to } of intervals) {
      see(from);
      see(to);
    }
    see(leftAt);
    if (intervals.at(-1)?.to === null) open = true;
  }
  if (!Number.isFinite(first)) return null;
  if (open) last = analysis.inputs.reduce((latest, { span }) => Math.max(latest, span.to ?? latest), last);
  // What is still going on must be seen, also when it began with the last record of the log.
  const drawnTo = open ? last + Math.ceil((last - first) * 0.04) : last;
  const from = Math.max(first, options.from ?? first);
  const to = Math.max(Math.min(drawnTo, options.to ?? drawnTo), from + 1);
  return from <= last ? { from: instant(from), to: instant(to), known: instant(Math.min(last, to)) } : null;
}

const rank = { host: 0, unknown: 1, guest: 2 } as const;

/** Hosts first, then by joining; recorders and streamers, which are no people, last. */
function byRole(a: Participant, b: Participant): number {
  return machine(a) - machine(b) || hostFirst(a) - hostFirst(b) || (a.joinedAt ?? 0) - (b.joinedAt ?? 0);
}

function machine({ leg }: Participant): number {
  return leg.kind === 'recorder' || leg.kind === 'streamer' ? 1 : 0;
}

function hostFirst({ role }: Participant): number {
  return rank[role] === 0 ? 0 : 1;
}

function lane(participant: Participant, from: Instant, to: Instant): readonly Lane[] {
  const segments = participant.intervals.flatMap((interval) => segment(interval, from, to));
  if (segments.length === 0) return [];
  const marks: { at: Instant; kind: 'joined' | 'left'; note: string | null }[] = [];
  const { joinedAt, leftAt, leftReason } = participant;
  if (joinedAt !== null && joinedAt >= from && joinedAt <= to) marks.push({ at: joinedAt, kind: 'joined', note: null });
  if (leftAt !== null && leftAt >= from && leftAt <= to) marks.push({ at: leftAt, kind: 'left', note: leftReason });
  return [
    { id: participant.id, participant, label: laneLabel(participant), role: participant.role, kind: participant.leg.kind, segments, marks },
  ];
}

function segment(interval: Interval, from: Instant, to: Instant): readonly Segment[] {
  const start = interval.from ?? from;
  const end = interval.to ?? to;
  if (end < from || start > to) return [];
  return [
    {
      state: interval.state,
      from: start < from ? from : start,
      to: end > to ? to : end,
      openStart: interval.from === null || start < from,
      openEnd: interval.to === null || end > to,
      cause: interval.cause,
    },
  ];
}

/** Changes of one cause, bundled: one arrival, and all it let in. */
function links(meeting: Meeting): readonly Link[] {
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

/** The phases, with the activators counted and the time between the last one's leaving and its effect named grace. */
function strip(meeting: Meeting, from: Instant, to: Instant): readonly Stretch[] {
  const cuts = new Set<number>([from, to]);
  const add = (at: Instant | null): void => {
    if (at !== null && at > from && at < to) cuts.add(at);
  };
  const hosts = meeting.participants.filter(({ role }) => role === 'host');
  for (const phase of meeting.phases) {
    add(phase.from);
    add(phase.to);
  }
  for (const { intervals } of hosts) {
    for (const interval of intervals) {
      if (interval.state !== 'active') continue;
      add(interval.from);
      add(interval.to);
    }
  }
  const graces = gracesOf(meeting);
  for (const grace of graces) {
    add(grace.from);
    add(grace.to);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((start, index) => {
    const end = edges[index + 1] ?? start;
    const middle = (start + end) / 2;
    const phase = meeting.phases.find((each) => (each.from ?? from) <= middle && middle < (each.to ?? to));
    if (phase === undefined) return [];
    const count = hosts.filter(({ intervals }) => intervals.some((each) => each.state === 'active' && covers(each, middle))).length;
    const grace = count === 0 && phase.state === 'active' && graces.some((each) => each.from <= middle && middle < each.to);
    return [
      {
        state: grace ? ('grace' as const) : phase.state,
        from: instant(start),
        to: instant(end),
        hosts: phase.state === 'unknown' ? null : count,
      },
    ];
  });
}

function covers(interval: Interval, at: number): boolean {
  return (interval.from ?? Number.NEGATIVE_INFINITY) <= at && at < (interval.to ?? Number.POSITIVE_INFINITY);
}

/** While `deactivationModeTime` runs: the last activator has left, and people are still active. */
function gracesOf(meeting: Meeting): readonly { readonly from: Instant; readonly to: Instant }[] {
  const byEnd = new Map<number, { from: Instant; to: Instant }>();
  for (const { intervals } of meeting.participants) {
    for (const { from, cause } of intervals) {
      if (cause.kind !== 'last-activator-left' || from === null || cause.delayMs === null || cause.delayMs <= 0) continue;
      byEnd.set(from, { from: instant(from - cause.delayMs), to: from });
    }
  }
  return [...byEnd.values()];
}
