/** One line a participant, for meetings of more people than one wants to read a block each about. */
import type { Instant, Interval, Participant } from '#model/index.ts';
import { duration } from '#view/duration.ts';
import { stateNames } from '#view/labels.ts';
import type { Lane } from '#view/picture.ts';
import type { Extent } from '#view/presence.ts';
import { type Crowd, courseOf, type Row } from '#view/rows.ts';
import { fill, shorten, widthOf, wrap } from '#view/shorten.ts';
import { lengthOf, waitsOf } from '#view/waits.ts';
import { stateTones } from './bar.ts';
import { lengthWords } from './changes.ts';
import { courseWords, crowdName, roleOf, signOf } from './lane-lines.ts';
import type { Page } from './page.ts';

const where = 'Every change with its reason and its log line: --view events, or --participant for some of them.';

/** `○ ann@corp.example  guest  07:55:10.000  · 1.2 s  ░ 5 min 51 s  █ 1 h 05 min  × 09:58:02.000`, and what a crowd went through. */
export function courseLines(page: Page, rows: readonly Row[], known: Extent): readonly string[] {
  const singles = rows.flatMap((row) => (row.kind === 'one' ? [row.lane] : []));
  const widest = singles.reduce((most, { label }) => Math.max(most, widthOf(label)), 0);
  const role = singles.reduce((most, lane) => Math.max(most, roleOf(lane).length), 0);
  const name = Math.min(widest, Math.floor(page.columns / 4));
  const day = page.face.date(known.from);
  const sameDay = singles.every(({ participant }) => page.face.date(participant.leftAt ?? known.from) === day);
  const widths = { name, role, time: sameDay ? 12 : 18 };
  const lines = rows.flatMap((row) => (row.kind === 'one' ? courseLine(page, row.lane, widths, known) : crowdLines(page, row, known)));
  return [...lines, ...wrap(where, page.columns).map((line) => page.style.paint(line, 'faint'))];
}

interface Widths {
  readonly name: number;
  readonly role: number;
  readonly time: number;
}

/** A time of day, with its date where that is not the one the meeting begins on. */
function stamp({ face }: Page, at: Instant, known: Extent): string {
  return face.date(at) === face.date(known.from) ? face.time(at) : `${face.date(at).slice(5)} ${face.time(at)}`;
}

function courseLine(page: Page, lane: Lane, widths: Widths, known: Extent): readonly string[] {
  const { signs, paint } = page.style;
  const { leftAt } = lane.participant;
  const intervals = withoutCalling(lane.participant);
  const start = intervals[0]?.from ?? null;
  const steps = intervals.map(({ state, from, to }) => ({
    sign: signs.states[state],
    text: lengthWords(page, from, to, known) || '',
    tone: stateTones[state],
  }));
  const end = leftAt === null ? [] : [{ sign: signs.left, text: stamp(page, leftAt, known), tone: 'plain' as const }];
  const head = `${signOf(lane, page)} ${fill(lane.label, widths.name, signs.ellipsis)}  `;
  const middle = `${fill(roleOf(lane), widths.role)}  ${fill(start === null ? 'before' : stamp(page, start, known), widths.time)}  `;
  const lines: string[] = [];
  const indent = 2 + widths.name + 2 + widths.role + 2 + widths.time + 2;
  let line = `${paint(head, lane.role === 'host' ? 'host' : 'plain')}${paint(middle, 'faint')}`;
  let used = indent;
  for (const { sign, text, tone } of [...steps, ...end]) {
    const length = widthOf(sign) + (text === '' ? 0 : 1 + widthOf(text));
    if (used + length > page.columns && used > indent) {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent);
      used = indent;
    }
    line += `${paint(sign, tone)}${text === '' ? '' : ` ${text}`}  `;
    used += length + 2;
  }
  return [...lines, line.trimEnd()];
}

/** A call being set up is told only of those who came no further. */
function withoutCalling({ intervals }: Participant): readonly Interval[] {
  const inside = intervals.filter(({ state }) => state !== 'connecting');
  return inside.length === 0 ? intervals : inside;
}

/** What became of those who have no row of their own, and how to see them. */
function crowdLines(page: Page, crowd: Crowd, known: Extent): readonly string[] {
  const { signs } = page.style;
  const course = courseWords(crowd, signs.arrow) || coursesOf(crowd, signs.arrow);
  const lengths = crowd.lanes
    .flatMap(({ participant }) => waitsOf(participant).filter(({ kind }) => kind === 'first'))
    .map((wait) => lengthOf(wait, known).ms)
    .sort((a, b) => a - b);
  const [shortest] = lengths;
  const longest = lengths.at(-1);
  const half = lengths[Math.floor(lengths.length / 2)];
  const waits =
    shortest === undefined || longest === undefined || half === undefined
      ? ''
      : `; first waited ${shortest === longest ? duration(longest) : `${duration(shortest)} to ${duration(longest)}, half of them over ${duration(half)}`}`;
  const names = shorten(
    crowd.lanes
      .slice(0, 8)
      .map(({ label }) => label)
      .join(', '),
    page.columns,
    signs.ellipsis,
  );
  return [
    ...wrap(`${signOf(crowd.lanes[0], page)} ${crowdName(crowd)}: ${course}${waits}`, page.columns, signs.ellipsis),
    ...wrap(`${names}${crowd.lanes.length > 8 ? ` and ${crowd.lanes.length - 8} more` : ''}`, page.columns - 2, signs.ellipsis).map(
      (text) => `  ${page.style.paint(text, 'faint')}`,
    ),
  ];
}

/** The commonest of different courses. */
function coursesOf({ lanes }: Crowd, arrow: string): string {
  const counts = new Map<string, number>();
  for (const lane of lanes) {
    const course = courseOf(lane)
      .map((state) => stateNames[state])
      .join(` ${arrow} `);
    counts.set(course, (counts.get(course) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first === undefined ? '' : `mostly ${first[0]} (${first[1]}), ${counts.size} different courses`;
}
