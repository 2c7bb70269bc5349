/** The timeline view: per space and meeting an axis, the strip of the space, a lane for everybody, and every change with its proof. */
import type { Analysis, Evidence, Instant, Meeting, Participant, Space } from '#model/index.ts';
import { type ClockFace, clockFace, ticks } from '#view/axis.ts';
import { duration } from '#view/duration.ts';
import { basisWords, causeWords, kindWords, laneLabel, phaseWords, roleWords, stateWords, zoneBasisWords } from '#view/labels.ts';
import { pictureOf } from '#view/lanes.ts';
import type { Lane, Picture } from '#view/picture.ts';
import { safe } from '#view/safe.ts';
import { cellAt, laneBar, row, type Scale } from './bar.ts';
import type { Style } from './style.ts';
import { summary } from './summary.ts';
import { fit, shorten, width, wrap } from './width.ts';

export interface TimelineOptions {
  /** Columns of the output, 60 at least. */
  readonly columns: number;
  readonly style: Style;
  /** Zone that times are written in. */
  readonly zone: string;
  /** Lanes beyond this number are counted, not drawn. */
  readonly maxLanes: number;
}

interface Page extends TimelineOptions {
  readonly face: ClockFace;
  readonly analysis: Analysis;
}

/** All timelines of an analysis as text, with a final line break. */
export function renderTimeline(analysis: Analysis, options: TimelineOptions): string {
  const columns = Math.max(60, options.columns);
  const page: Page = { ...options, columns, face: clockFace(options.zone), analysis };
  const blocks = analysis.spaces.flatMap((space) => space.meetings.map((meeting) => meetingBlock(page, space, meeting)));
  const parts = [...blocks, findingsBlock(page), legend(page)].filter((part) => part.length > 0);
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function meetingBlock(page: Page, space: Space, meeting: Meeting): readonly string[] {
  const picture = pictureOf(page.analysis, space, meeting);
  if (picture === null) return heading(page, space, null, meeting);
  const labels = labelWidth(page, picture);
  const scale: Scale = { from: picture.from, to: picture.to, cells: page.columns - labels - 1 };
  const shown = picture.lanes.slice(0, page.maxLanes);
  const hidden = picture.lanes.length - shown.length;
  return [
    ...heading(page, space, picture, meeting),
    '',
    ...axis(page, scale, labels),
    stripLine(page, picture, scale, labels),
    ...shown.map((lane) => laneLine(page, lane, scale, labels)),
    ...(hidden > 0 ? [page.style.paint(`${hidden} more participants: --max-lanes ${picture.lanes.length} shows them`, 'faint')] : []),
    '',
    ...changes(page, shown, meeting),
  ];
}

function heading(page: Page, space: Space, picture: Picture | null, meeting: Meeting): readonly string[] {
  const { paint, signs } = page.style;
  const name = safe(space.name ?? 'space without a name');
  const id = space.id ?? '';
  const title = shorten(name, page.columns - (id === '' ? 0 : id.length + 2), signs.ellipsis);
  const gap = ' '.repeat(Math.max(2, page.columns - width(title) - id.length));
  const { from, to } = meeting.span;
  const first = from ?? picture?.from ?? null;
  const when = first === null ? '' : page.face.date(first);
  const begin = from === null ? 'before the log' : page.face.time(from);
  const end = to === null ? 'goes on behind the log' : ending(page, first, to);
  const hosts = meeting.hosts.length > 0 ? `, ${meeting.hosts.map(safe).join(', ')}` : '';
  const facts = `${when}  ${begin} ${signs.dash} ${end}${from !== null && to !== null ? ` (${duration(to - from)})` : ''}, ${zoneWords(page)}${hosts}`;
  return [
    `${paint(title, 'heading')}${id === '' ? '' : gap + paint(id, 'faint')}`,
    ...wrap(facts, page.columns).map((line) => paint(line, 'faint')),
    ...summary(meeting, page.face).flatMap((sentence) => wrap(sentence, page.columns)),
  ];
}

function ending(page: Page, first: Instant | null, to: Instant): string {
  const time = page.face.time(to);
  return first !== null && page.face.date(first) !== page.face.date(to) ? `${page.face.date(to)} ${time}` : time;
}

function zoneWords(page: Page): string {
  const bases = [...new Set(page.analysis.inputs.map(({ zone }) => zone.basis))];
  const basis = bases.length === 1 ? bases[0] : undefined;
  return basis === undefined ? page.face.zone : `${page.face.zone} (${zoneBasisWords[basis]})`;
}

/** Names get what they need, up to a third of the width. */
function labelWidth(page: Page, picture: Picture): number {
  const longest = picture.lanes.reduce((most, lane) => Math.max(most, width(lane.label)), 0);
  return Math.min(longest + 8, Math.max(24, Math.floor(page.columns / 3)));
}

function axis(page: Page, scale: Scale, labels: number): readonly string[] {
  const { signs, paint } = page.style;
  const most = Math.max(1, Math.floor(scale.cells / 12));
  let names = ' '.repeat(scale.cells);
  let marks = ' '.repeat(scale.cells);
  let free = 0;
  for (const tick of ticks(scale.from, scale.to, most, page.face)) {
    const cell = Math.min(scale.cells - 1, Math.floor(cellAt(scale, tick.at)));
    const at = Math.max(0, Math.min(cell, scale.cells - tick.label.length));
    if (at < free) continue;
    names = names.slice(0, at) + tick.label + names.slice(at + tick.label.length);
    marks = marks.slice(0, cell) + signs.tick + marks.slice(cell + 1);
    free = at + tick.label.length + 2;
  }
  const indent = ' '.repeat(labels + 1);
  return [paint(indent + names.trimEnd(), 'faint'), paint(indent + marks.trimEnd(), 'faint')];
}

function stripLine(page: Page, picture: Picture, scale: Scale, labels: number): string {
  const pieces = picture.strip.map((stretch) => ({
    kind: stretch.state,
    from: cellAt(scale, stretch.from),
    to: cellAt(scale, stretch.to),
  }));
  const look = {
    solid: null,
    sign: (state: (typeof pieces)[number]['kind']) => page.style.signs.phases[state],
    tone: (state: (typeof pieces)[number]['kind']) =>
      state === 'active' ? ('active' as const) : state === 'unknown' ? ('faint' as const) : ('lobby' as const),
  };
  return `${page.style.paint(fit('space', labels), 'faint')} ${row(pieces, scale.cells, page.style, look)}`;
}

function laneLine(page: Page, lane: Lane, scale: Scale, labels: number): string {
  const { signs, paint } = page.style;
  const role = lane.kind === 'recorder' || lane.kind === 'streamer' ? kindWords[lane.kind] : lane.role === 'unknown' ? '?' : lane.role;
  const sign = lane.role === 'host' ? signs.host : lane.role === 'guest' ? signs.guest : signs.other;
  const name = fit(`${sign} ${lane.label}`, labels - role.length - 1, signs.ellipsis);
  return `${paint(name, lane.role === 'host' ? 'host' : 'plain')} ${paint(role, 'faint')} ${laneBar(lane.segments, scale, page.style)}`;
}

/** Every change in order of time: when, who, what, for how long, why, and the line that says so. */
function changes(page: Page, lanes: readonly Lane[], meeting: Meeting): readonly string[] {
  const { paint } = page.style;
  const names = new Map(meeting.participants.map((participant) => [participant.id, laneLabel(participant)]));
  const rows = lanes.flatMap((lane) => changeRows(page, lane.participant, names)).sort((a, b) => a.at - b.at || a.rank - b.rank);
  const who = Math.min(Math.max(...rows.map((each) => width(each.who)), 4), Math.floor(page.columns / 4));
  const proof = Math.min(Math.max(...rows.map((each) => width(each.proof)), 0), 18);
  return rows.flatMap((each) => {
    const head = `${each.time}  ${fit(each.who, who, page.style.signs.ellipsis)}  ${fit(each.what, 12)}  `;
    const room = Math.max(12, page.columns - width(head) - proof - 2);
    const [first = '', ...more] = wrap(each.why, room);
    const start = `${paint(each.time, 'faint')}  ${fit(each.who, who, page.style.signs.ellipsis)}  ${paint(fit(each.what, 12), each.tone)}  `;
    return [`${start}${fit(first, room)}  ${paint(each.proof, 'faint')}`.trimEnd(), ...more.map((line) => ' '.repeat(width(head)) + line)];
  });
}

interface Row {
  readonly at: number;
  readonly rank: number;
  readonly time: string;
  readonly who: string;
  readonly what: string;
  readonly why: string;
  readonly proof: string;
  readonly tone: 'faint' | 'lobby' | 'active' | 'plain';
}

const tones = { connecting: 'faint', lobby: 'lobby', active: 'active', unknown: 'faint' } as const;

function changeRows(page: Page, participant: Participant, names: ReadonlyMap<string, string>): readonly Row[] {
  const who = laneLabel(participant);
  const rows: Row[] = participant.intervals.map(({ state, from, to, cause }, index) => {
    const by = cause.by === null ? null : (names.get(cause.by) ?? null);
    const late = cause.delayMs !== null && cause.delayMs >= 1000 ? ` ${duration(cause.delayMs)} before` : '';
    const length = from !== null && to !== null ? `, for ${duration(to - from)}` : '';
    return {
      at: from ?? Number.NEGATIVE_INFINITY,
      rank: index,
      time: from === null ? fit('before', 12) : page.face.time(from),
      who,
      what: stateWords[state],
      why: `${causeWords(cause.kind, by)}${late}${length}`,
      proof: place(cause.evidence.at(-1), page),
      tone: tones[state],
    };
  });
  const { leftAt, leftReason, leftBy } = participant;
  if (leftAt !== null) {
    const why = leftReason === null ? '' : safe(leftReason);
    rows.push({
      at: leftAt,
      rank: 99,
      time: page.face.time(leftAt),
      who,
      what: 'left',
      why,
      proof: place(leftBy ?? undefined, page),
      tone: 'plain',
    });
  }
  return rows;
}

/** `line 39`, with the input where there are several. */
function place(evidence: Evidence | undefined, page: Page): string {
  if (evidence === undefined) return '';
  return page.analysis.inputs.length > 1 ? `${shorten(safe(evidence.input), 12)}:${evidence.line}` : `line ${evidence.line}`;
}

function findingsBlock(page: Page): readonly string[] {
  const { signs, paint } = page.style;
  const tone = { info: 'faint', warning: 'warning', error: 'error' } as const;
  return page.analysis.findings.flatMap((finding) => {
    const [first = '', ...more] = wrap(safe(finding.message), page.columns - 3);
    return [`${paint(signs.severities[finding.severity], tone[finding.severity])}  ${first}`, ...more.map((line) => `   ${line}`)];
  });
}

function legend(page: Page): readonly string[] {
  const { signs, paint } = page.style;
  const states = (['connecting', 'lobby', 'active', 'unknown'] as const).map((state) => `${signs.states[state]} ${stateWords[state]}`);
  const roles = [`${signs.host} ${roleWords.host}`, `${signs.guest} ${roleWords.guest}`];
  const grace = page.analysis.spaces.length > 0 ? [] : [phaseWords.grace, basisWords.deactivated].slice(2);
  return wrap([...states, ...roles, ...grace].join('   '), page.columns).map((line) => paint(line, 'faint'));
}
