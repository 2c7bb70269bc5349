/**
 * The trace format of Chrome, which ui.perfetto.dev opens: a process for each space, a track for each participant, a slice for
 * each state, an arrow from each arrival or departure to what it changed.
 * @see https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 */
import { type Analysis, type Evidence, type Finding, type Instant, instant, type Space } from '#model/index.ts';
import { causeWords, kindWords, phaseWords, stateWords } from '#view/labels.ts';
import type { Lane, Link, Picture } from '#view/picture.ts';
import { safe } from '#view/safe.ts';
import type { Window } from '#view/window.ts';
import { picturesIn } from '#view/window-picture.ts';
import { type EvidenceDetail, proofs } from './evidence.ts';
import { jsonText } from './json-text.ts';

export interface PerfettoOptions {
  readonly version: string;
  readonly evidence: EvidenceDetail;
  readonly window: Window | null;
}

/** Chrome counts in microseconds. */
const us = 1000;

/** Tracks are numbered through, apart from processes: a track with the number of its process would be drawn as its main one. */
interface Numbers {
  track: number;
  flow: number;
}

interface TraceEvent {
  readonly ph: 'M' | 'X' | 's' | 'f' | 'i';
  readonly pid: number;
  readonly tid: number;
  readonly [field: string]: unknown;
}

export function renderPerfetto(analysis: Analysis, options: PerfettoOptions): string {
  const numbers = { track: analysis.spaces.length, flow: 0 };
  const traceEvents = analysis.spaces.flatMap((space, index) => spaceEvents(analysis, space, index + 1, numbers, options));
  const otherData = { generator: `cms-timeline ${options.version}`, inputs: analysis.inputs.map(({ name }) => name) };
  return `{"displayTimeUnit":"ms","otherData":${jsonText(otherData, 0)},"traceEvents":[\n${traceEvents.map((event) => jsonText(event, 0)).join(',\n')}\n]}\n`;
}

/** The tracks of one space: first the space itself, then everybody in the order of the meetings. */
function spaceEvents(analysis: Analysis, space: Space, pid: number, numbers: Numbers, options: PerfettoOptions): readonly TraceEvent[] {
  numbers.track += 1;
  const spaceTrack = numbers.track;
  const events: TraceEvent[] = [
    { ph: 'M', pid, tid: spaceTrack, name: 'process_name', args: { name: safe(space.name ?? 'space without a name') } },
    { ph: 'M', pid, tid: spaceTrack, name: 'process_sort_index', args: { sort_index: pid } },
    ...(space.id === null ? [] : [{ ph: 'M' as const, pid, tid: spaceTrack, name: 'process_labels', args: { labels: space.id } }]),
    ...trackNames(pid, spaceTrack, 'space'),
  ];
  const pictures = space.meetings.flatMap((meeting) => picturesIn(analysis, space, meeting, options.window));
  events.push(...phaseSlices(pictures, pid, spaceTrack));
  for (const picture of pictures) {
    const tracks = new Map(picture.lanes.map((lane) => [lane.id, (numbers.track += 1)]));
    for (const lane of picture.lanes) events.push(...laneEvents(lane, picture.known, pid, tracks.get(lane.id) ?? 0, options));
    for (const link of picture.links) events.push(...flowEvents(link, picture, pid, tracks, numbers));
  }
  for (const finding of analysis.findings) {
    const at = finding.span.from ?? finding.span.to;
    if (finding.space === space.id && at !== null) events.push(findingEvent(finding, at, pid, spaceTrack, options));
  }
  return events;
}

function trackNames(pid: number, tid: number, name: string): readonly TraceEvent[] {
  return [
    { ph: 'M', pid, tid, name: 'thread_name', args: { name } },
    { ph: 'M', pid, tid, name: 'thread_sort_index', args: { sort_index: tid } },
  ];
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

function slice(pid: number, tid: number, name: string, from: Instant, to: Instant, args: object): TraceEvent {
  return { ph: 'X', pid, tid, cat: 'state', name, ts: from * us, dur: (to - from) * us, args };
}

/** What is open goes on to the end of the log, and no further: behind it, or in the same space, a next meeting may follow. */
function phaseSlices(pictures: readonly Picture[], pid: number, tid: number): readonly TraceEvent[] {
  const stretches = pictures.flatMap(({ strip, known }) =>
    strip.filter(({ from }) => from <= known).map((each) => ({ ...each, to: earlier(each.to, known) })),
  );
  const ordered = stretches.sort((a, b) => a.from - b.from || a.to - b.to);
  return ordered.map(({ state, from, to, hosts }, index) => {
    const next = ordered[index + 1]?.from ?? to;
    return slice(pid, tid, phaseWords[state], from, earlier(to, next), { state, hosts });
  });
}

function laneEvents(
  { participant, label, role, kind, segments }: Lane,
  known: Instant,
  pid: number,
  tid: number,
  options: PerfettoOptions,
): readonly TraceEvent[] {
  const who = [label, role === 'unknown' ? kindWords[kind] : role].filter((part) => part !== '').join(', ');
  const { id, name, leg } = participant;
  const about = { participant: id, name, role, callLegId: leg.callLegId, callNumber: leg.callNumber, host: leg.host };
  return [
    ...trackNames(pid, tid, who),
    ...segments.map(({ state, from, to, openStart, openEnd, cause }) =>
      slice(pid, tid, stateWords[state], from, earlier(to, known), {
        state,
        why: causeWords(cause.kind, null),
        delayMs: cause.delayMs,
        openStart,
        openEnd,
        ...about,
        evidence: records(cause.evidence, options.evidence),
      }),
    ),
  ];
}

/** Values of arguments are texts there: one `input:line record` for each. */
function records(evidence: readonly Evidence[], detail: EvidenceDetail): readonly string[] {
  return proofs(evidence, detail).map(({ input, line, text }) => `${input}:${line} ${text}`.trimEnd());
}

/** An arrow begins and ends in a slice; a departure's begins in the last moment of the activator's. */
function flowEvents(
  { kind, at, by, effects }: Link,
  picture: Picture,
  pid: number,
  tracks: ReadonlyMap<string, number>,
  numbers: Numbers,
): readonly TraceEvent[] {
  const from = tracks.get(by);
  const lane = picture.lanes.find(({ id }) => id === by);
  if (from === undefined || lane === undefined || at === null) return [];
  const start = kind === 'activator-joined' ? at * us : at * us - 1;
  if (!lane.segments.some((segment) => segment.from * us <= start && start < segment.to * us)) return [];
  return effects.flatMap((effect): readonly TraceEvent[] => {
    const to = tracks.get(effect.lane);
    if (to === undefined || effect.at < picture.from || effect.at > picture.to) return [];
    numbers.flow += 1;
    const flow = { pid, cat: 'cause', name: causeWords(kind, null), id: numbers.flow };
    return [
      { ph: 's', ...flow, tid: from, ts: start },
      { ph: 'f', bp: 'e', ...flow, tid: to, ts: Math.max(effect.at * us, start) },
    ];
  });
}

function findingEvent(finding: Finding, at: Instant, pid: number, tid: number, options: PerfettoOptions): TraceEvent {
  const { code, severity, message, evidence } = finding;
  return {
    ph: 'i',
    s: 'p',
    pid,
    tid,
    cat: `finding,${severity}`,
    name: code,
    ts: instant(at) * us,
    args: { message, evidence: records(evidence, options.evidence) },
  };
}
