/** A meeting → the picture of it. */
import type { Analysis, Instant, Interval, Meeting, Participant, Space } from '#model/index.ts';
import { instant } from '#model/index.ts';
import { type FindingsOf, indexFindings } from './finding-index.ts';
import { laneLabel } from './labels.ts';
import { linksOf } from './links.ts';
import { spanOfLogBeside } from './presence.ts';
import type { Lane, Picture, Segment } from './picture.ts';
import { stripOf } from './strip.ts';

export interface PictureOptions {
  /** Only what lies between these instants. */
  readonly from?: Instant | null;
  readonly to?: Instant | null;
  /** Made once by who draws many meetings of one analysis; default: made here. */
  readonly findingsOf?: FindingsOf;
}

/** The picture of one meeting; null where the log gives it no time at all. */
export function pictureOf(analysis: Analysis, space: Space, meeting: Meeting, options: PictureOptions = {}): Picture | null {
  const bounds = boundsOf(analysis, meeting, options);
  if (bounds === null) return null;
  const { from, to, known } = bounds;
  const lanes = [...meeting.participants].sort(byRole).flatMap((participant) => lane(participant, from, to));
  return {
    title: space.name ?? 'unnamed space',
    spaceId: space.id,
    from,
    to,
    known,
    openStart: meeting.span.from === null,
    openEnd: meeting.span.to === null,
    strip: stripOf(meeting, from, to),
    lanes,
    links: linksOf(meeting),
    findings: (options.findingsOf ?? indexFindings(analysis))(space, meeting),
    hosts: meeting.hosts,
  };
}

interface Bounds {
  readonly from: Instant;
  readonly to: Instant;
  readonly known: Instant;
}

/** From the first to the last thing known; what is open reaches to the beginning or the end of the log. */
function boundsOf(analysis: Analysis, meeting: Meeting, options: PictureOptions): Bounds | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let openStart = false;
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
    if (intervals[0]?.from === null) openStart = true;
    if (intervals.at(-1)?.to === null) open = true;
  }
  if (!Number.isFinite(first)) return null;
  const log = spanOfLogBeside(analysis, instant(first));
  if (openStart) first = Math.min(first, log?.from ?? first);
  if (open) last = Math.max(last, log?.to ?? last);
  // What is still going on must be seen, also when it began with the last record of the log.
  const drawnTo = open ? last + Math.ceil((last - first) * 0.04) : last;
  const from = Math.max(first, options.from ?? first);
  const to = Math.max(Math.min(drawnTo, options.to ?? drawnTo), from + 1);
  const seen = from <= last && (options.to ?? first) >= first;
  return seen ? { from: instant(from), to: instant(to), known: instant(Math.min(last, to)) } : null;
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
