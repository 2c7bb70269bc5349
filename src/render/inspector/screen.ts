/** State → screen: as many lines as the terminal has, each as wide as it is. Pure; components only hand it on. */
import type { Style } from '#render/text/style.ts';
import { duration } from '#view/duration.ts';
import { spanOfLog } from '#view/presence.ts';
import { fill, shortenMiddle, widthOf } from '#view/shorten.ts';
import { layoutFor } from './arrangement.ts';
import { inputWords } from './book.ts';
import { footer } from './footer.ts';
import { type View, views } from './keys.ts';
import { type Box, isTooSmall, least } from './layout.ts';
import { overlayRows } from './overlays.ts';
import { detailsPane } from './pane-details.ts';
import { evidencePane } from './pane-evidence.ts';
import { meetingsPane } from './pane-meetings.ts';
import { timelinePane } from './pane-timeline.ts';
import { paintRow, piece, type Row } from './row.ts';
import type { Inspector } from './state.ts';

/** The lines of the screen. */
export function screenOf(state: Inspector, style: Style): readonly string[] {
  const { columns, rows } = state.size;
  if (isTooSmall(state.size)) return tooSmall(state, style);
  const above = overlayRows(state, style, columns, rows - 2);
  const body = above ?? null;
  return [
    paintRow(header(state, style), columns, style),
    ...(body === null ? bodyLines(state, style) : filled(body, rows - 2).map((row) => paintRow(row, columns, style))),
    paintRow(footer(state, style), columns, style),
  ];
}

function filled(rows: readonly Row[], count: number): readonly Row[] {
  return Array.from({ length: count }, (_, index) => rows[index] ?? []);
}

/** Views beside each other are parted by a line of their own. */
function bodyLines(state: Inspector, style: Style): readonly string[] {
  const { size } = state;
  const layout = layoutFor(state);
  const lines = Array.from({ length: size.rows - 2 }, () => '');
  const placed = views.flatMap((view) => {
    const box = layout[view];
    return box === null ? [] : [{ view, box }];
  });
  for (const { view, box } of placed.sort((a, b) => a.box.left - b.box.left)) {
    const rows = [title(state, view, box, style), ...paneRows(state, view, box, style)];
    for (const [index, row] of filled(rows, box.rows).entries()) {
      const line = box.top - 1 + index;
      const wall = box.left === 0 ? '' : style.paint(style.signs.ellipsis === '...' ? '|' : '│', 'faint');
      lines[line] = (lines[line] ?? '') + wall + paintRow(row, box.columns, style);
    }
  }
  return lines;
}

function paneRows(state: Inspector, view: View, box: Box, style: Style): readonly Row[] {
  switch (view) {
    case 'meetings':
      return meetingsPane(state, box, style);
    case 'timeline':
      return timelinePane(state, box, style);
    case 'details':
      return detailsPane(state, box, style);
    case 'evidence':
      return evidencePane(state, box, style);
  }
}

const names: Readonly<Record<View, string>> = { meetings: 'Meetings', timeline: 'Timeline', details: 'Details', evidence: 'Evidence' };

/** A rule with the view's name, and what it shows; the view that has the keys is marked by more than colour. */
function title(state: Inspector, view: View, { columns }: Box, style: Style): Row {
  const { signs } = style;
  const has = state.view === view;
  const name = has ? ` ${names[view]} ` : ` ${names[view].toLowerCase()} `;
  const note = titleNote(state, view, columns - widthOf(name) - 6, style);
  const rule = signs.rule.repeat(Math.max(0, columns - widthOf(name) - widthOf(note) - 3));
  const lead = has ? (style.signs.ellipsis === '...' ? '>' : '▶') : signs.rule;
  const tone = has ? 'strong' : 'faint';
  return [
    piece(lead, tone),
    has ? { text: name, tone: 'strong', inverse: true } : piece(name, 'faint'),
    piece(note, tone),
    piece(` ${rule}`, 'faint'),
  ];
}

function titleNote(state: Inspector, view: View, room: number, style: Style): string {
  const { book, at, place, window } = state;
  switch (view) {
    case 'meetings':
      return ` by ${state.order}`;
    case 'timeline': {
      const zoom = window === null ? '' : ` ${style.signs.dot} ${duration(window.to - window.from)} of it`;
      return at === null ? '' : ` ${book.face.date(at)} ${book.face.time(at)}${zoom}`;
    }
    case 'details':
      return '';
    case 'evidence':
      return place === null
        ? ''
        : ` ${shortenMiddle(inputWords(place.input), Math.max(8, room - 16), style.signs.ellipsis)}, line ${place.line}`;
  }
}

function header({ book, progress, message: _, ...state }: Inspector, style: Style): Row {
  const { signs } = style;
  const inputs = book.inputs.map(({ name }) => inputWords(name));
  const [first = ''] = inputs;
  const more = inputs.length > 1 ? ` and ${inputs.length - 1} more` : '';
  const counts = [
    `${book.entries.length} meeting${book.entries.length === 1 ? '' : 's'}`,
    book.findings.length === 0 ? '' : `${book.findings.length} finding${book.findings.length === 1 ? '' : 's'}`,
  ].filter((part) => part !== '');
  const facts = progress.done ? [...counts, zoneWords(book)] : [readingWords(progress, style), `${counts.join(', ')} so far`];
  if (progress.done && progress.following) facts.push(followingWords(progress, style));
  const log = state.size.columns < 100 ? null : spanOfLog(book);
  const date = log === null ? '' : `${book.face.date(log.from)} ${signs.dot} `;
  const right = `${date}${facts.join(` ${signs.dot} `)} `;
  const room = Math.max(0, state.size.columns - widthOf(right) - 2);
  // What is read matters more than by what.
  const lead = room < 48 ? '' : 'cms-timeline  ';
  const input = shortenMiddle(first, Math.max(8, room - lead.length - more.length), signs.ellipsis);
  const name = fill(`${lead}${input}${more}`, room, signs.ellipsis);
  return [piece(` ${name} `, 'heading'), piece(right, progress.done && progress.behind === 'no' ? 'faint' : 'warning')];
}

/** The zone of all times, and what of zone and year the log does not say. */
function zoneWords({ inputs, face }: Inspector['book']): string {
  const zone = inputs.some(({ zone: { basis } }) => basis === 'assumed');
  const year = inputs.some((input) => input.year?.basis === 'assumed');
  if (zone && year) return `${face.zone} and year assumed`;
  return `${face.zone}${zone ? ', assumed' : ''}${year ? ', year assumed' : ''}`;
}

function followingWords(progress: Inspector['progress'], style: Style): string {
  switch (progress.behind) {
    case 'no':
      return 'following';
    case 'waiting':
      return 'more has come';
    case 'reading':
      return readingWords(progress, style);
  }
}

function readingWords({ bytes, total }: Inspector['progress'], style: Style): string {
  const read = `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
  return total === null || total === 0
    ? `reading${style.signs.ellipsis} ${read}`
    : `reading ${Math.min(99, Math.floor((bytes / total) * 100))} %`;
}

function tooSmall({ size }: Inspector, style: Style): readonly string[] {
  const words = [
    `${size.columns} x ${size.rows} is too small.`,
    `The inspector needs`,
    `${least.columns} columns and`,
    `${least.rows} rows. q: out`,
  ];
  return Array.from({ length: Math.max(1, size.rows) }, (_, index) =>
    paintRow([piece(words[index] ?? '')], Math.max(1, size.columns), style),
  );
}
