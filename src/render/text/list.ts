/** The list view: a line for every meeting, with how many waited, how long, and whether they were let in. */
import type { Analysis, Meeting, Severity, Space } from '#model/index.ts';
import { duration } from '#view/duration.ts';
import { isPerson, knownOf, lengthOf, waitsOf } from '#view/waits.ts';
import { spaceHeading } from './heading.ts';
import { type Page, pageOf, type TextOptions, zoneLines } from './page.ts';
import { type Cell, type Column, tableOf } from './table.ts';

const columns: readonly Column[] = [
  { head: 'from', align: 'left', weight: 9, most: 19 },
  { head: 'for', align: 'right', weight: 8, most: 15 },
  { head: 'hosts', align: 'right', weight: 5, most: 6 },
  { head: 'guests', align: 'right', weight: 6, most: 6 },
  { head: 'others', align: 'right', weight: 2, most: 6 },
  { head: 'waited', align: 'right', weight: 3, most: 6 },
  { head: 'up to', align: 'right', weight: 7, most: 15 },
  { head: 'never let in', align: 'right', weight: 4, most: 12 },
  { head: 'findings', align: 'left', weight: 1, most: 12 },
];

/** All meetings of an analysis, a line each, with a final line break. */
export function renderList(analysis: Analysis, options: TextOptions): string {
  const page = pageOf(analysis, options);
  const cells = analysis.spaces.flatMap((space) => space.meetings.map((meeting) => cellsOf(page, space, meeting)));
  const { head, rows } = tableOf(columns, cells, page.columns - 2, page.style);
  let next = 0;
  const spaces = analysis.spaces.flatMap((space): readonly string[] => {
    const own = rows.slice(next, next + space.meetings.length);
    next += own.length;
    return [...spaceHeading(page, space), ...own.map((row) => `  ${row}`)];
  });
  const none = 'There is no meeting in this log, or none that was asked for.';
  const body = spaces.length === 0 ? [none] : [`  ${head}`, ...spaces];
  return `${[...body, '', ...zoneLines(page)].join('\n')}\n`;
}

function cellsOf(page: Page, space: Space, meeting: Meeting): readonly Cell[] {
  const { signs } = page.style;
  const known = knownOf(page.analysis, meeting);
  const people = meeting.participants.filter(isPerson);
  const waits = people.flatMap(waitsOf);
  const longest = waits
    .map((wait) => lengthOf(wait, known))
    .reduce((most, each) => (each.ms > most.ms ? each : most), { ms: -1, more: false });
  const never = new Set(waits.filter(({ kind, end }) => kind === 'first' && end !== 'released').map(({ participant }) => participant)).size;
  const hosts = people.filter(({ role }) => role === 'host').length;
  const guests = people.filter(({ role }) => role === 'guest').length;
  const open = meeting.span.from === null || meeting.span.to === null;
  const from = meeting.span.from ?? known.from;
  const began = `${page.face.date(from)} ${page.face.seconds(from)}`;
  return [
    { text: meeting.span.from === null ? `before ${began.slice(0, 10)}` : began, tone: 'plain' },
    { text: `${open ? `${signs.atLeast} ` : ''}${duration((meeting.span.to ?? known.to) - from)}`, tone: 'plain' },
    number(hosts),
    number(guests),
    number(meeting.participants.length - hosts - guests),
    number(new Set(waits.map(({ participant }) => participant)).size),
    { text: longest.ms < 0 ? '' : `${longest.more ? `${signs.atLeast} ` : ''}${duration(longest.ms)}`, tone: 'lobby' },
    { ...number(never), tone: 'warning' },
    findingsCell(page, space, meeting),
  ];
}

/** Zeros are left out, so that what is there stands out. */
function number(count: number): Cell {
  return { text: count === 0 ? '' : String(count), tone: 'plain' };
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** `✖ 1 ▲ 2`: how many of each severity. */
function findingsCell({ findingsOf, style: { signs } }: Page, space: Space, meeting: Meeting): Cell {
  const about = findingsOf(space, meeting);
  const counts = severities.flatMap((severity) => {
    const count = about.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${signs.severities[severity]} ${count}`];
  });
  return { text: counts.join(' '), tone: about.some(({ severity }) => severity === 'error') ? 'error' : 'plain' };
}
