/** The picture of a meeting: the strip of the space, and a row for each participant or crowd. */
import { duration } from '#view/duration.ts';
import { kindWords, roleNames, roleWords, stateNames } from '#view/labels.ts';
import type { Lane, Picture } from '#view/picture.ts';
import type { Extent } from '#view/presence.ts';
import { type Crowd, courseOf, type Row } from '#view/rows.ts';
import { fill, fillLeft, widthOf } from '#view/shorten.ts';
import { waited } from '#view/waits.ts';
import { axisLines, type Columns } from './axis.ts';
import { laneBar, stripBar } from './bar.ts';
import type { Scale } from './cells.ts';
import { crowdBars } from './crowd-bar.ts';
import type { Page } from './page.ts';

/** From this width on there is room for roles in words, and for how long everybody waited. */
const roomy = 76;

export function pictureLines(page: Page, picture: Picture, rows: readonly Row[], known: Extent): readonly string[] {
  const columns = columnsOf(page, rows, known);
  const scale: Scale = { from: picture.from, to: picture.to, cells: columns.bars };
  const label = page.style.paint(fill('  the space', columns.labels), 'faint');
  return [
    ...axisLines(page, scale, columns),
    `${label} ${stripBar(picture.strip, scale, page.style)}`.trimEnd(),
    ...rows.flatMap((row) =>
      row.kind === 'one' ? [laneLine(page, row.lane, known, scale, columns)] : crowdLines(page, row, known, scale, columns),
    ),
  ];
}

function columnsOf(page: Page, rows: readonly Row[], known: Extent): Columns {
  const isRoomy = page.columns >= roomy;
  const labels = rows.map((row) =>
    row.kind === 'one' ? 2 + widthOf(row.lane.label) + (isRoomy ? 1 + roleOf(row.lane).length : 0) : crowdWidth(page, row),
  );
  const least = widthOf(page.face.zone) + 11;
  const wanted = Math.max(least, ...labels);
  const label = Math.min(wanted, Math.floor(page.columns * 0.36));
  const texts = rows.map((row) => waitText(page, row, known).length);
  const waits = isRoomy && texts.some((length) => length > 0) ? Math.max('in the lobby'.length, ...texts) : 0;
  return { labels: label, waits, bars: page.columns - label - 1 - (waits === 0 ? 0 : waits + 2) };
}

function laneLine(page: Page, lane: Lane, known: Extent, scale: Scale, columns: Columns): string {
  const { signs, paint } = page.style;
  const role = page.columns >= roomy ? ` ${roleOf(lane)}` : '';
  const name = fill(`${signOf(lane, page)} ${lane.label}`, columns.labels - role.length, signs.ellipsis);
  const wait = waitText(page, { kind: 'one', id: lane.id, lane }, known);
  const bar = laneBar(lane.segments, scale, page.style);
  return `${paint(name, lane.role === 'host' ? 'host' : 'plain')}${paint(role, 'faint')} ${bar}${aside(wait, columns)}`.trimEnd();
}

/** A crowd has a row for each state that it was in; how high it is filled is how many were in it. */
function crowdLines(page: Page, crowd: Crowd, known: Extent, scale: Scale, columns: Columns): readonly string[] {
  const { signs, paint } = page.style;
  const course = courseWords(crowd, signs.arrow);
  const heads = [`${signOf(crowd.lanes[0], page)} ${crowdName(crowd)}`, `  ${course}`];
  return crowdBars(crowd.lanes, scale, page.style).map(({ state, bar }, index) => {
    const role = ` ${stateNames[state]}`;
    const name = fill(heads[index] ?? '', columns.labels - role.length, signs.ellipsis);
    return `${paint(name, index === 0 ? 'plain' : 'faint')}${paint(role, 'faint')} ${bar}${index === 0 ? aside(waitText(page, crowd, known), columns) : ''}`.trimEnd();
  });
}

function crowdWidth({ style: { signs } }: Page, crowd: Crowd): number {
  return 2 + Math.max(widthOf(crowdName(crowd)), widthOf(courseWords(crowd, signs.arrow))) + 1 + stateNames.unknown.length;
}

/** `312 guests`. */
export function crowdName({ lanes }: Crowd): string {
  const role = lanes[0]?.role ?? 'unknown';
  return role === 'unknown' ? `${lanes.length} participants` : `${lanes.length} ${roleWords[role]}s`;
}

/** `lobby → active → lobby`; empty where they differ. */
export function courseWords({ lanes }: Crowd, arrow: string): string {
  const courses = new Set(
    lanes.map((lane) =>
      courseOf(lane)
        .map((state) => stateNames[state])
        .join(` ${arrow} `),
    ),
  );
  return courses.size === 1 ? ([...courses][0] ?? '') : '';
}

export function signOf(lane: Lane | undefined, { style: { signs } }: Page): string {
  if (lane === undefined || lane.role === 'unknown') return signs.other;
  return lane.role === 'host' ? signs.host : signs.guest;
}

/** `host`, `guest`, `?`; what is no person is named by what it is. */
export function roleOf({ kind, role }: Pick<Lane, 'kind' | 'role'>): string {
  return kind === 'recorder' || kind === 'streamer' ? kindWords[kind] : roleNames[role];
}

function aside(wait: string, { waits }: Columns): string {
  return waits === 0 ? '' : `  ${fillLeft(wait, waits)}`;
}

/** How long somebody was in the lobby in all, or how long anybody of a crowd was. */
function waitText({ style: { signs } }: Page, row: Row, known: Extent): string {
  if (row.kind === 'one') {
    const wait = waited(row.lane.participant, known);
    return wait === null ? '' : `${wait.more ? `${signs.atLeast} ` : ''}${duration(wait.ms)}`;
  }
  const waits = row.lanes.map(({ participant }) => waited(participant, known)?.ms ?? 0);
  const longest = waits.reduce((most, ms) => Math.max(most, ms), 0);
  return longest === 0 ? '' : `${signs.atMost} ${duration(longest)}`;
}
