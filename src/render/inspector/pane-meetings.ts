/** The list of meetings: when, how long, where, how many were in the lobby and active over time, who waited, findings. */
import type { Style } from '#render/text/style.ts';
import { fill, fillLeft } from '#view/shorten.ts';
import type { Entry } from './book.ts';
import { countsIn } from './crowd.ts';
import { entryOf, listOf } from './focus.ts';
import { type Box, topOf } from './layout.ts';
import { marked, type Piece, piece, type Row } from './row.ts';
import { sparkline, type sparkWidths } from './spark.ts';
import type { Inspector } from './state.ts';

interface Widths {
  readonly when: number;
  readonly name: number;
  readonly people: number;
  readonly spark: (typeof sparkWidths)[number];
  readonly wait: number;
}

/** @param oneDay where room is short, a date that all have is not repeated */
function widthsOf(columns: number, oneDay: boolean): Widths {
  const when = columns >= 76 ? 19 : columns >= 58 ? 14 : oneDay ? 8 : 11;
  const people = columns >= 68 ? 9 : 0;
  const spark = columns >= 96 ? 12 : columns >= 58 ? 8 : 5;
  const wait = 8;
  const name = columns - 1 - when - 1 - people - (people === 0 ? 0 : 1) - 2 * spark - 2 - wait - 1 - 4;
  return { when, people, spark, wait, name: Math.max(8, name) };
}

export function meetingsPane(state: Inspector, box: Box, style: Style): readonly Row[] {
  const list = listOf(state);
  const widths = widthsOf(box.columns, isOneDay(state));
  const room = box.rows - 1;
  if (list.length === 0) return emptyWords(state).map((words) => [piece(` ${words}`, 'faint')]);
  const head = room >= 2 ? [headRow(widths)] : [];
  const rows = room - head.length;
  const selected = entryOf(state);
  const index = selected === null ? -1 : list.indexOf(selected);
  const top = topOf(Math.max(0, index), list.length, rows);
  return [...head, ...list.slice(top, top + rows).map((entry) => entryRow(state, entry, entry === selected, widths, style))];
}

function emptyWords({ book, progress }: Inspector): readonly string[] {
  if (book.entries.length > 0) return ['No meeting passes the filter: f changes it.'];
  if (progress.done) return ['There is no meeting in this log.'];
  // A pipe may go on for hours.
  return ['Nothing yet: a meeting comes when it is over,', 'or when the log has been read to its end.'];
}

function headRow({ when, name, people, spark, wait }: Widths): Row {
  const who = people === 0 ? '' : `${fill('who', people, '')} `;
  const sparks = `${fill('lobby', spark, '')} ${fill('active', spark, '')}`;
  return [piece(` ${fill('from', when, '')} ${fill('space', name, '')} ${who}${sparks} ${fillLeft('waited', wait, '')}`, 'faint')];
}

function entryRow(state: Inspector, entry: Entry, selected: boolean, widths: Widths, style: Style): Row {
  const { signs } = style;
  const counts = countsIn(entry.crowd, widths.spark);
  const most = Math.max(1, ...counts.lobby, ...counts.active);
  const marker = selected ? (signs.ellipsis === '...' ? '>' : '▌') : ' ';
  const name = fill(entry.title, widths.name, signs.ellipsis);
  const who =
    widths.people === 0
      ? ''
      : fill(`${signs.host}${entry.hosts} ${signs.guest}${entry.people - entry.hosts}`, widths.people, signs.ellipsis);
  return [
    piece(marker, 'strong'),
    selectable(fill(whenOf(entry, state, widths.when), widths.when), selected),
    piece(' '),
    ...(selected ? [selectable(name, true)] : marked(name, state.search)),
    piece(' '),
    ...(who === '' ? [] : [piece(`${who} `, 'faint')]),
    piece(fill(sparkline(counts.lobby, most, signs), widths.spark, ''), 'lobby'),
    piece(' '),
    piece(fill(sparkline(counts.active, most, signs), widths.spark, ''), 'active'),
    piece(' '),
    piece(fillLeft(waitOf(entry, style), widths.wait, signs.ellipsis), entry.waiting > 0 ? 'lobby' : 'faint'),
    ...findingPieces(entry, style),
  ];
}

function selectable(text: string, selected: boolean): Piece {
  return selected ? { text, tone: 'strong', inverse: true } : piece(text, 'plain');
}

function whenOf({ extent, startKnown }: Entry, { book }: Inspector, columns: number): string {
  if (extent === null) return '?';
  if (!startKnown) return columns >= 14 ? 'before the log' : columns >= 11 ? 'before log' : 'before';
  const date = book.face.date(extent.from);
  const time = book.face.seconds(extent.from);
  if (columns < 11) return time;
  return columns >= 19 ? `${date} ${time}` : `${date.slice(5)} ${time}`.slice(0, columns);
}

/** From the first meeting to the last: they stand in the order of time. */
function isOneDay({ book: { entries, face } }: Inspector): boolean {
  const first = entries[0]?.extent?.from;
  const last = entries.at(-1)?.extent?.from;
  return first !== undefined && last !== undefined && face.date(first) === face.date(last);
}

function waitOf({ waiting, longest, more }: Entry, { signs }: Style): string {
  if (waiting === 0) return '';
  return `${more ? signs.atLeast : ''}${clockDuration(longest)}`;
}

/** `0:58`, `12:33`, `1:02:05`: in a column, that is read at a glance. */
export function clockDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${pad(seconds % 60)}` : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds % 60)}`;
}

function findingPieces({ findings }: Entry, { signs }: Style): Row {
  const { worst, numbers } = findings;
  if (worst === null) return [];
  return [piece(` ${signs.severities[worst]}${numbers.length}`, worst === 'info' ? 'faint' : worst)];
}
