/**
 * A Gantt chart for ticket systems that draw Mermaid: a section for each participant, a bar for each state.
 * @see https://mermaid.js.org/syntax/gantt.html
 */
import { type Analysis, instant, type State } from '#model/index.ts';
import { type ClockFace, clockFace } from '#view/axis.ts';
import { duration } from '#view/duration.ts';
import { kindWords, stateWords } from '#view/labels.ts';
import type { Lane, Picture, Segment } from '#view/picture.ts';
import { safe } from '#view/safe.ts';
import type { Window } from '#view/window.ts';
import { picturesIn } from '#view/window-picture.ts';

export interface MermaidOptions {
  /** Zone that times are written in. */
  readonly zone: string;
  readonly window: Window | null;
}

/** Mermaid draws no text that is longer than 50,000 characters. */
const most = 45_000;
const longestName = 60;

/** What a state looks like: the tags are Mermaid's. */
const tags: Readonly<Record<State, string>> = { connecting: 'done, ', lobby: 'crit, ', active: 'active, ', unknown: '' };

/** Those of the diagram, with dark text on all; what lies behind the bars is the reader's. */
const colours = {
  ...{ doneTaskBkgColor: '#eef1f5', doneTaskBorderColor: '#6f7c8b', critBkgColor: '#edae3c', critBorderColor: '#c98a1d' },
  ...{ activeTaskBkgColor: '#8cc2f7', activeTaskBorderColor: '#1c5a94', taskBkgColor: '#b9c0c9', taskBorderColor: '#66717e' },
  ...{ taskTextColor: '#17202c', taskTextDarkColor: '#17202c' },
} as const;

interface Section {
  /** Sections of one name would become one. */
  readonly label: string;
  readonly lane: Lane;
}

/** The chart, one for all meetings: Mermaid has no second one in a text. */
export function renderMermaid(analysis: Analysis, { zone, window }: MermaidOptions): string {
  const face = clockFace(zone);
  const pictures = analysis.spaces.flatMap((space) => space.meetings.flatMap((meeting) => picturesIn(analysis, space, meeting, window)));
  const sections = sectionsOf(pictures, face);
  const lines = head(pictures, sections, face);
  let length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  let shown = 0;
  const scale = scaleOf(pictures);
  for (const section of sections) {
    const block = sectionLines(section, scale, face);
    length += block.reduce((sum, line) => sum + line.length + 1, 0);
    if (length > most) break;
    lines.push(...block);
    shown += 1;
  }
  if (shown < sections.length)
    lines.push(`  %% ${sections.length - shown} more participants are left out: Mermaid draws no text above 50,000 characters.`);
  return `${lines.join('\n')}\n`;
}

function head(pictures: readonly Picture[], sections: readonly Section[], face: ClockFace): string[] {
  const [first] = pictures;
  const titles = [...new Set(pictures.map(({ title }) => title))];
  const names = `${titles.slice(0, 3).map(name).join(', ')}${titles.length > 3 ? ` and ${titles.length - 3} more` : ''}`;
  const when = first === undefined ? 'no meeting in this log' : `${face.date(first.from)}, times in ${name(face.zone)}`;
  return [
    `%%{init: ${JSON.stringify({ gantt: { displayMode: 'compact', leftPadding: padding(sections) }, themeVariables: colours })}}%%`,
    'gantt',
    `  title ${names === '' ? when : `${names}, ${when}`}`,
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat ${axisFormat(pictures)}`,
    ...(first === undefined ? ['  section none', '  nothing to draw :2000-01-01 00:00:00.000, 1ms'] : []),
  ];
}

/** Room for the labels in front of the bars, px: Mermaid does not measure them. */
function padding(sections: readonly Section[]): number {
  const longest = sections.reduce((most, { label }) => Math.max(most, label.replace(/#\d+;/gu, 'x').length), 0);
  return Math.min(420, 30 + longest * 6);
}

/** What all bars together last, ms. */
function scaleOf(pictures: readonly Picture[]): number {
  const from = pictures.reduce((least, each) => Math.min(least, each.from), Number.POSITIVE_INFINITY);
  const to = pictures.reduce((latest, each) => Math.max(latest, each.to), Number.NEGATIVE_INFINITY);
  return Math.max(1, to - from);
}

/** Seconds for minutes, minutes for hours, dates for days. */
function axisFormat(pictures: readonly Picture[]): string {
  const length = scaleOf(pictures);
  if (length > 36 * 3_600_000) return '%m-%d %H:%M';
  return length > 1_800_000 ? '%H:%M' : '%H:%M:%S';
}

function sectionLines({ label, lane }: Section, scale: number, face: ClockFace): readonly string[] {
  return [`  section ${label}`, ...lane.segments.map((segment) => `  ${bar(segment, scale, face)}`)];
}

/** Who, and where there are several meetings, in which; numbered where that is not enough. */
function sectionsOf(pictures: readonly Picture[], face: ClockFace): readonly Section[] {
  const seen = new Map<string, number>();
  return pictures.flatMap(({ title, from, lanes }) =>
    lanes.map((lane) => {
      const role = lane.kind === 'recorder' || lane.kind === 'streamer' ? kindWords[lane.kind] : lane.role;
      const where = pictures.length > 1 ? `${face.seconds(from).slice(0, 5).replace(':', '#58;')} ${name(title)} – ` : '';
      const label = `${where}${name(lane.label)}${role === 'unknown' ? '' : ` (${role})`}`;
      const turn = (seen.get(label) ?? 0) + 1;
      seen.set(label, turn);
      return { label: turn === 1 ? label : `${label} – ${turn}`, lane };
    }),
  );
}

function bar(segment: Segment, scale: number, face: ClockFace): string {
  const { state, from, to } = segment;
  return `${caption(segment, scale)} :${tags[state]}${stamp(from, face)}, ${stamp(Math.max(to, from + 1), face)}`;
}

/** Where a bar is too short for the whole words. */
const shortWords: Readonly<Record<State, string>> = { connecting: 'calls', lobby: 'lobby', active: 'active', unknown: '?' };

/** Signs that stand in a chart's width where it is drawn small. Mermaid writes what a bar has no room for across its neighbours. */
const signsInWidth = 110;

function caption({ state, from, to, openStart, openEnd }: Segment, scale: number): string {
  const length = openStart || openEnd ? '' : duration(to - from);
  const room = ((to - from) / scale) * signsInWidth;
  const captions = [`${stateWords[state]} ${length}`.trimEnd(), stateWords[state], shortWords[state]];
  return captions.find((each) => each.length <= room) ?? '#160;';
}

function stamp(at: number, face: ClockFace): string {
  return new Date(at + face.offset(instant(at))).toISOString().slice(0, 23).replace('T', ' ');
}

/** A name as Mermaid's text: every sign that its grammar, Markdown or HTML could take for its own as a character reference. */
function name(text: string): string {
  const plain = safe(text);
  const signs = [...plain];
  const short = signs.length > longestName ? `${signs.slice(0, longestName - 1).join('')}…` : plain;
  return short.replace(/[^\p{L}\p{N}\p{M} .@_\-()/…–]/gu, (sign) => `#${sign.codePointAt(0)};`);
}
