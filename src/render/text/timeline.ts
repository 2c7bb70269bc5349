/** The timeline view: per space and meeting an axis, the strip of the space, a row for everybody, and every change with its proof. */
import type { Analysis, Finding, Meeting, Space } from '#model/index.ts';
import { pictureOf } from '#view/lanes.ts';
import type { Picture } from '#view/picture.ts';
import { spanOfMeeting } from '#view/presence.ts';
import { rowsOf } from '#view/rows.ts';
import { knownOf } from '#view/waits.ts';
import { courseLines } from './courses.ts';
import { detailLines } from './details.ts';
import { findingLines } from './findings.ts';
import { meetingHeading, spaceHeading } from './heading.ts';
import { pictureLines } from './lane-lines.ts';
import { legendLines } from './legend.ts';
import { type Page, pageOf, type TextOptions, zoneLines } from './page.ts';

export interface TimelineOptions extends TextOptions {
  /** More rows than this are gathered into crowds of those who fared alike. */
  readonly maxLanes: number;
  /** In meetings of more people than this, everybody's changes stand on a line instead of a block; default 12. */
  readonly maxDetails?: number;
}

/** Fewer rows would be a picture of nobody. */
const leastLanes = 4;

/** All timelines of an analysis as text, with a final line break. */
export function renderTimeline(analysis: Analysis, options: TimelineOptions): string {
  const page = pageOf(analysis, options);
  const shown = new Set<Finding>();
  const blocks = analysis.spaces.flatMap((space, index) => spaceBlocks(page, space, index, options, shown));
  const rest = analysis.findings.filter((finding) => !shown.has(finding));
  const none = blocks.length === 0 ? [['There is no meeting in this log, or none that was asked for.']] : [];
  const foot = [...(blocks.length === 0 ? [] : legendLines(page, hasCrowds(analysis, options))), ...zoneLines(page)];
  const parts = [...blocks, ...none, findingLines(page, rest), foot].filter((part) => part.length > 0);
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function hasCrowds({ spaces }: Analysis, { maxLanes }: TimelineOptions): boolean {
  return spaces.some(({ meetings }) => meetings.some(({ participants }) => participants.length > Math.max(leastLanes, maxLanes)));
}

function spaceBlocks(
  page: Page,
  space: Space,
  index: number,
  options: TimelineOptions,
  shown: Set<Finding>,
): readonly (readonly string[])[] {
  const meetings = space.meetings.map((meeting) => meetingBlocks(page, space, meeting, options, shown));
  const rule = index === 0 ? [] : [page.style.paint(page.style.signs.rule.repeat(page.columns), 'faint')];
  return meetings.flatMap((blocks, turn) => {
    const [first = [], ...more] = blocks;
    return turn === 0 ? [...rule.map((line) => [line]), [...spaceHeading(page, space), ...first], ...more] : blocks;
  });
}

/** Blocks that blank lines part: heading, picture, findings, changes. */
function meetingBlocks(
  page: Page,
  space: Space,
  meeting: Meeting,
  options: TimelineOptions,
  shown: Set<Finding>,
): readonly (readonly string[])[] {
  const heading = meetingHeading(page, space, meeting);
  const picture = pictureIn(page, space, meeting);
  if (picture === null) return [heading];
  const rows = rowsOf(picture, Math.max(leastLanes, options.maxLanes));
  const findings = picture.findings.filter((finding) => !shown.has(finding));
  for (const finding of findings) shown.add(finding);
  const byId = new Map(meeting.participants.map((participant) => [participant.id, participant]));
  const known = knownOf(page.analysis, meeting);
  const isSmall = picture.lanes.length <= (options.maxDetails ?? 12);
  const changes = isSmall ? detailLines(page, picture.lanes, byId, known) : courseLines(page, rows, known);
  return [heading, pictureLines(page, picture, rows, known), findingLines(page, findings), changes].filter((block) => block.length > 0);
}

function pictureIn({ analysis, window, findingsOf }: Page, space: Space, meeting: Meeting): Picture | null {
  const extent = spanOfMeeting(analysis, meeting);
  const clip = window === null || extent === null ? null : window.clip(extent.from, extent.to);
  return pictureOf(analysis, space, meeting, { ...clip, findingsOf });
}
