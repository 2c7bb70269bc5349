/** The raw log around the place looked at: what matters is marked, the rest is dimmed. */
import { stateTones } from '#render/text/bar.ts';
import type { Style, Tone } from '#render/text/style.ts';
import { safe } from '#view/safe.ts';
import { fill, fillLeft } from '#view/shorten.ts';
import { placeKey, type Scene } from './book.ts';
import { cutText } from './cut.ts';
import { isComing, sceneOf } from './focus.ts';
import type { Box } from './layout.ts';
import type { Moment } from './moments.ts';
import { lineAt } from './raw.ts';
import { marked, piece, type Row } from './row.ts';
import type { Inspector } from './state.ts';

export function evidencePane(state: Inspector, box: Box, style: Style): readonly Row[] {
  const { place, lines, shift } = state;
  const scene = sceneOf(state);
  if (place === null && isComing(state)) return [];
  if (place === null) return [[piece(' No log line is looked at.', 'faint')]];
  if (lines !== null && lines.input === place.input && lines.missing !== null && lines.lines.length === 0)
    return [[piece(` ${lines.missing}`, 'warning')], ...known(state, scene, box.columns)];
  const room = box.rows - 1;
  const total = lines?.total ?? Number.MAX_SAFE_INTEGER;
  const gutter = String(place.line + room).length;
  const here = lineAt(state, place.line);
  const columns = box.columns - gutter - 4;
  // The line looked at is shown whole where there is room: a record is longer than a screen is wide.
  const broken =
    here === null ? [] : shortened(cutText(safe(here.slice(shift)), columns), Math.max(1, Math.min(5, room - 4)), columns, style);
  const others = room - Math.max(1, broken.length);
  const before = Math.min(Math.floor(others / 2), place.line - 1);
  const first = Math.max(1, Math.min(place.line - before, total - others));
  const rows: Row[] = [];
  for (let line = first; rows.length < room; line += 1) {
    const text = lineAt(state, line);
    if (text === null) break;
    const shown = line === place.line ? broken : [safe(text.slice(shift))];
    rows.push(...shown.map((part, index) => lineRow(state, scene, line, part, index === 0 ? gutter : -gutter, style)));
  }
  return rows.slice(0, room);
}

/** So many lines, and a sign where that is not all. */
function shortened(lines: readonly string[], count: number, columns: number, { signs }: Style): readonly string[] {
  const last = lines[count - 1];
  return last === undefined || lines.length <= count
    ? lines
    : [...lines.slice(0, count - 1), fill(`${last}${lines[count] ?? ''}`, columns, signs.ellipsis)];
}

/** What the analysis itself kept of the record. */
function known({ place, search }: Inspector, scene: Scene | null, columns: number): readonly Row[] {
  const text = place === null ? undefined : scene?.marks.get(placeKey(place))?.[0]?.evidence?.text;
  return text === undefined ? [] : cutText(safe(text), columns - 2).map((line) => [piece(' '), ...marked(line, search)]);
}

function lineRow(state: Inspector, scene: Scene | null, line: number, text: string, gutter: number, style: Style): Row {
  const { signs } = style;
  const { place, search, lane } = state;
  const key = placeKey({ input: place?.input ?? '', line });
  const moments = scene?.marks.get(key) ?? [];
  const isCited = scene?.cited.has(key) === true;
  const own = moments.find((moment) => moment.lane === lane) ?? moments[0];
  const here = line === place?.line;
  const marker = here ? (signs.ellipsis === '...' ? '>' : '▌') : ' ';
  const mark = own === undefined ? (isCited ? citeSign(style) : ' ') : signOf(own, style);
  const tone: Tone = own !== undefined ? (own.lane === lane ? 'strong' : 'plain') : isCited ? 'plain' : 'faint';
  if (gutter < 0) return [piece(' '.repeat(4 - gutter)), ...marked(text, search, tone)];
  const number = fillLeft(String(line), gutter);
  return [
    piece(marker, 'strong'),
    here ? { text: number, tone: 'strong', inverse: true } : piece(number, 'faint'),
    piece(` ${mark} `, own === undefined ? 'faint' : toneOf(own)),
    ...marked(text, search, tone),
  ];
}

function signOf({ kind }: Moment, style: Style): string {
  const { signs } = style;
  switch (kind) {
    case 'connecting':
    case 'lobby':
    case 'active':
    case 'unknown':
      return signs.states[kind];
    case 'left':
      return signs.left;
    case 'joined':
      return signs.after;
    case 'set-up':
      return citeSign(style);
    case 'contradiction':
      return signs.severities.warning;
  }
}

/** Between numbers and text, the bar that parts facts in ASCII would be taken for a line of its own. */
function citeSign({ signs }: Style): string {
  return signs.ellipsis === '...' ? ':' : signs.dot;
}

function toneOf({ kind }: Moment): Tone {
  switch (kind) {
    case 'connecting':
    case 'lobby':
    case 'active':
    case 'unknown':
      return stateTones[kind];
    case 'left':
    case 'joined':
    case 'set-up':
      return 'plain';
    case 'contradiction':
      return 'warning';
  }
}
