/**
 * The levels of a space and its ways in as a small picture: what inherits from what stands on the left, who gets in how on the right.
 *
 *     global ─┐
 *     tenant ─┤
 *     space ──┼────────────────── URI review            guest
 *             └─ access method ── URI review.host       host
 */
import type { Level, SpaceVerdict, WayIn } from '#model/verdict.ts';
import { escapeHtml } from './escape.ts';
import { levelWords } from './words.ts';

const size = { row: 30, box: 44, gap: 12, left: 0, middle: 270, right: 560, boxWidth: 230, wayWidth: 400, width: 970 } as const;

/** More ways in than this make no picture; the tables have them all. */
const most = 60;

interface Group {
  readonly level: Level | null;
  readonly ways: readonly WayIn[];
}

/** An SVG to stand in a page, or nothing for too many ways in; all it says is in the tables, too. */
export function diagram(space: SpaceVerdict): string {
  const trunk = space.levels.filter(({ name }) => name === 'global' || name === 'tenant' || name === 'coSpace');
  if (space.ways.length > most || space.levels.length > most) return '';
  const groups = groupsOf(space);
  const above = Math.max(0, trunk.length - 1) * (size.box + size.gap);
  const parts: string[] = [];
  for (const [index, level] of trunk.entries()) {
    const y = index * (size.box + size.gap);
    parts.push(box(size.left, y, level));
    if (index > 0) parts.push(line(size.left + 24, y - size.gap, size.left + 24, y));
  }
  const spaceMiddle = above + size.box / 2;
  let y = above;
  for (const { level, ways } of groups) {
    const height = Math.max(level === null ? 0 : size.box, ways.length * size.row);
    const middle = level === null ? spaceMiddle : y + size.box / 2;
    const from = level === null ? size.left + size.boxWidth : size.middle + size.boxWidth;
    if (level !== null) {
      parts.push(line(size.left + size.boxWidth, spaceMiddle, size.middle, middle), box(size.middle, y, level));
    }
    for (const [index, way] of ways.entries()) {
      const wayY = y + index * size.row;
      parts.push(line(from, middle, size.right, wayY + (size.row - 6) / 2), pill(wayY, way));
    }
    y += Math.max(height, level === null ? 0 : size.box) + size.gap;
  }
  const height = Math.max(y, above + size.box) + 2;
  const label = escapeHtml(`Levels and ways in of ${space.name ?? space.id}`);
  return `<svg viewBox="-1 -1 ${size.width + 2} ${height + 2}" width="${size.width}" role="img" aria-label="${label}">${parts.join('')}</svg>`;
}

/** The space's own ways, then those of each access method and member, each behind its level. */
function groupsOf({ levels, ways }: SpaceVerdict): readonly Group[] {
  const methods = levels.filter(({ name }) => name === 'accessMethod');
  const members = levels.filter(({ name }) => name === 'coSpaceUser');
  const own = (way: WayIn): boolean => way.accessMethod === null && (way.door.kind !== 'member' || !memberLevel(members, way));
  return [
    { level: null, ways: ways.filter(own) },
    ...methods.map((level) => ({
      level,
      ways: ways.filter(({ accessMethod }) => accessMethod !== null && accessMethod.id === level.id),
    })),
    ...members.map((level) => ({ level, ways: ways.filter(({ door }) => door.kind === 'member' && door.user === level.of) })),
  ];
}

function memberLevel(members: readonly Level[], { door }: WayIn): boolean {
  return door.kind === 'member' && members.some(({ of }) => of === door.user);
}

function box(x: number, y: number, level: Level): string {
  const { callLegProfile } = level;
  const profile =
    callLegProfile === null
      ? 'no call leg profile'
      : callLegProfile.unknown !== null
        ? 'call leg profile unknown'
        : (callLegProfile.sets[0] ?? 'sets nothing here');
  return [
    `<rect x="${x}" y="${y}" width="${size.boxWidth}" height="${size.box}" rx="6"/>`,
    label(x + 10, y + 18, levelWords(level), 34, ''),
    label(x + 10, y + 34, profile, 34, 'faint'),
  ].join('');
}

function pill(y: number, { name, outcome }: WayIn): string {
  const height = size.row - 6;
  return [
    `<rect class="${outcome}" x="${size.right}" y="${y}" width="${size.wayWidth}" height="${height}" rx="${height / 2}"/>`,
    label(size.right + 12, y + 16, name, 46, ''),
    `<text class="faint" x="${size.right + size.wayWidth - 12}" y="${y + 16}" text-anchor="end">${outcome}</text>`,
  ].join('');
}

/** Text that is cut where its box would end, by a generous width of letters; the whole stands in the title. */
function label(x: number, y: number, text: string, most: number, tone: string): string {
  const cut = [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;
  const title = cut === text ? '' : `<title>${escapeHtml(text)}</title>`;
  return `<text${tone === '' ? '' : ` class="${tone}"`} x="${x}" y="${y}">${escapeHtml(cut)}${title}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  const bend = (x1 + x2) / 2;
  return `<path d="M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}"/>`;
}
