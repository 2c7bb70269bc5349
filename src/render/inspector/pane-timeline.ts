/** The timeline of the selected meeting: axis, the space, a lane each, and everybody's state at the moment looked at. */
import { instant, type State } from '#model/index.ts';
import { laneBar, stateTones, stripBar } from '#render/text/bar.ts';
import { cellAt, type Scale } from '#render/text/cells.ts';
import { roleOf } from '#render/text/lane-lines.ts';
import type { Style } from '#render/text/style.ts';
import { ticks } from '#view/axis.ts';
import { duration } from '#view/duration.ts';
import { stateNames } from '#view/labels.ts';
import type { Lane, Segment } from '#view/picture.ts';
import { fill, fillLeft, widthOf } from '#view/shorten.ts';
import { columnsFor } from './arrangement.ts';
import { stateAt } from './facts.ts';
import { comingWords, isComing, sceneOf, shownOf, visibleLanes } from './focus.ts';
import { laneKey } from './identity.ts';
import { type Box, type TimelineColumns, topOf } from './layout.ts';
import { clockDuration } from './pane-meetings.ts';
import { marked, piece, type Row, replaced } from './row.ts';
import type { Inspector } from './state.ts';

export function timelinePane(state: Inspector, box: Box, style: Style): readonly Row[] {
  const scene = sceneOf(state);
  const shown = shownOf(state);
  if (isComing(state)) return [[piece(` ${comingWords(state)}`, 'faint')]];
  if (scene === null || scene.picture === null || shown === null) return [[piece(' No meeting is selected.', 'faint')]];
  const columns = columnsFor(state, box.columns);
  const scale: Scale = { from: shown.from, to: shown.to, cells: columns.bars };
  const room = box.rows - 1;
  const head = [...axisRows(state, scale, columns, style).slice(0, room >= 6 ? 2 : 1), stripRow(state, scale, columns, style)].slice(
    0,
    Math.max(0, room - 1),
  );
  const lanes = visibleLanes(state);
  const index = lanes.findIndex(({ participant }) => laneKey(participant) === state.lane);
  const rows = room - head.length;
  const top = topOf(Math.max(0, index), lanes.length, rows);
  const none = lanes.length === 0 ? [[piece(' Nobody of this meeting passes the filter.', 'faint')]] : [];
  return [
    ...head,
    ...none,
    ...lanes.slice(top, top + rows).map((lane, turn) => laneRow(state, lane, top + turn === index, scale, columns, style)),
  ];
}

function axisRows({ book, at }: Inspector, scale: Scale, columns: TimelineColumns, style: Style): readonly Row[] {
  const { signs } = style;
  let labels = ' '.repeat(scale.cells);
  let marks = ' '.repeat(scale.cells);
  let free = 0;
  const found = ticks(instant(scale.from), instant(scale.to), Math.max(1, Math.floor(scale.cells / 11)), book.face);
  for (const tick of found) {
    const cell = Math.min(scale.cells - 1, Math.floor(cellAt(scale, tick.at)));
    const start = Math.max(0, Math.min(cell, scale.cells - tick.label.length));
    if (start < free && free > 0) continue;
    labels = labels.slice(0, start) + tick.label + labels.slice(start + tick.label.length);
    marks = marks.slice(0, cell) + signs.tick + marks.slice(cell + 1);
    free = start + tick.label.length + 2;
  }
  const cursor = cursorCell(at, scale);
  const pointed =
    cursor === null
      ? style.paint(marks, 'faint')
      : replaced(style.paint(marks, 'faint'), cursor, style.paint(signs.ellipsis === '...' ? 'V' : '▼', 'strong'));
  const time = at === null ? '' : book.face.time(at);
  return [
    [
      piece(`  ${fill(book.face.date(instant(scale.from)), columns.names - 2)} ${labels}`, 'faint'),
      piece(fillLeft(time, columns.states), 'strong'),
    ],
    [piece(`  ${fill(book.face.zone, columns.names - 2)} `, 'faint'), { painted: pointed, columns: scale.cells }],
  ];
}

/** The cell of the moment looked at; null = it is not in sight. */
function cursorCell(at: number | null, scale: Scale): number | null {
  if (at === null || at < scale.from || at > scale.to) return null;
  return Math.min(scale.cells - 1, Math.floor(cellAt(scale, at)));
}

function stripRow(state: Inspector, scale: Scale, columns: TimelineColumns, style: Style): Row {
  const strip = sceneOf(state)?.picture?.strip ?? [];
  const cut = strip.flatMap((stretch) => clipped(stretch, scale));
  const { at } = state;
  const bar = stripBar(cut, scale, style);
  const hosts = strip.find(({ from, to }) => at !== null && from <= at && at < to)?.hosts ?? null;
  const words = hosts === null ? '' : `${hosts} host${hosts === 1 ? '' : 's'}`;
  return [
    piece(fill('  the space', columns.names), 'faint'),
    piece(' '),
    { painted: withCursor(bar, cursorCell(at, scale), null, style), columns: scale.cells },
    piece(` ${fillLeft(words, columns.states - 1)}`, 'faint'),
  ];
}

function laneRow(state: Inspector, lane: Lane, selected: boolean, scale: Scale, columns: TimelineColumns, style: Style): Row {
  const { signs } = style;
  const { at } = state;
  const now = at === null ? { state: null, since: null } : stateAt(lane.participant, at);
  const segments = lane.segments.flatMap((segment) => clippedSegment(segment, scale));
  const bar = laneBar(segments, scale, style);
  const role = columns.names >= 24 ? ` ${roleOf(lane)}` : '';
  const sign = lane.role === 'host' ? signs.host : lane.role === 'guest' ? signs.guest : signs.other;
  const name = fill(lane.label, columns.names - 3 - widthOf(role), signs.ellipsis);
  const marker = selected ? (signs.ellipsis === '...' ? '>' : '▌') : ' ';
  const tone = lane.role === 'host' ? 'host' : 'plain';
  return [
    piece(`${marker}${sign} `, selected ? 'strong' : tone),
    ...(selected ? [{ text: name, tone: 'strong', inverse: true } as const] : marked(name, state.search, tone)),
    piece(`${role} `, 'faint'),
    { painted: withCursor(bar, cursorCell(at, scale), now.state, style), columns: scale.cells },
    piece(' '),
    ...stateWords(now.state, now.since === null || at === null ? null : at - now.since, columns.states - 1),
  ];
}

/** The state at the moment looked at, and for how long by then. */
function stateWords(state: State | null, since: number | null, columns: number): Row {
  if (state === null) return [piece(' '.repeat(columns))];
  const name = stateNames[state];
  const room = columns - name.length;
  const long = since === null ? '' : duration(since < 10_000 ? since : Math.round(since / 1000) * 1000);
  const fits = since === null || long.length < room ? long : clockDuration(since);
  return [piece(name, stateTones[state]), piece(fillLeft(fits.length < room ? fits : '', room), 'faint')];
}

/** The moment looked at, as a line through the bar; what is filled stays filled around it. */
function withCursor(bar: string, cell: number | null, state: State | null, style: Style): string {
  if (cell === null) return bar;
  const line = style.signs.ellipsis === '...' ? '|' : '│';
  return replaced(bar, cell, state === 'active' && style.colour ? style.inverse(line, 'active') : style.paint(line, 'strong'));
}

function clippedSegment(segment: Segment, scale: Scale): readonly Segment[] {
  const { from, to } = segment;
  if (to < scale.from || from > scale.to) return [];
  const before = from < scale.from;
  const after = to > scale.to;
  return [
    {
      ...segment,
      from: before ? instant(scale.from) : from,
      to: after ? instant(scale.to) : to,
      openStart: segment.openStart || before,
      openEnd: segment.openEnd || after,
    },
  ];
}

function clipped<Stretch extends { readonly from: number; readonly to: number }>(stretch: Stretch, scale: Scale): readonly Stretch[] {
  return stretch.to < scale.from || stretch.from > scale.to ? [] : [stretch];
}
