/** What lies above the views: help, findings, filter, saving, a whole record. */
import { createStyle, type Style } from '#render/text/style.ts';
import { roleWords, severityWords, stateWords } from '#view/labels.ts';
import { safe } from '#view/safe.ts';
import { fill, wrap } from '#view/shorten.ts';
import { inputWords, placeKey } from './book.ts';
import { cutText } from './cut.ts';
import { sceneOf } from './focus.ts';
import { type Group, keyLabel, keyTable } from './keys.ts';
import { topOf } from './layout.ts';
import { lineAt } from './raw.ts';
import { piece, type Row } from './row.ts';
import { type Inspector, type Overlay, saveFormats } from './state.ts';
import { filterRows } from './step-filter.ts';

/** The rows of what lies above the views; null = nothing does. */
export function overlayRows(state: Inspector, style: Style, columns: number, rows: number): readonly Row[] | null {
  const { overlay } = state;
  switch (overlay?.kind) {
    case 'help':
      return scrolled(helpRows(columns, style), overlay.top, rows);
    case 'record':
      return scrolled(recordRows(state, columns, style), overlay.top, rows);
    case 'findings':
      return findingRows(state, overlay.index, columns, rows, style);
    case 'filter':
      return filterRowsOf(overlay, style);
    case 'save':
      return saveRows(state);
    case 'search':
    case undefined:
      return null;
  }
}

/** How far help and records can be moved up. */
export function mostTop(state: Inspector): number {
  const { overlay, size } = state;
  const rows = overlay?.kind === 'help' ? helpRows(size.columns, plain) : recordRows(state, size.columns, plain);
  return Math.max(0, rows.length - (size.rows - 2));
}

/** Heights do not depend on colours. */
const plain = createStyle({ colour: false, unicode: true });

function scrolled(all: readonly Row[], top: number, rows: number): readonly Row[] {
  const from = Math.max(0, Math.min(top, all.length - rows));
  return all.slice(from, from + rows);
}

const groups: readonly Group[] = ['moving', 'time', 'finding', 'taking away', 'program'];

/** The help, made of the table of keys. */
export function helpRows(columns: number, style: Style): readonly Row[] {
  const unicode = style.signs.ellipsis !== '...';
  const label = (keys: readonly string[]): string => keys.map((key) => keyLabel(key, unicode)).join(' ');
  const named = Math.max(...keyTable.map(({ keys }) => label(keys).length));
  return groups.flatMap((group, index) => [
    ...(index === 0 ? [] : [[]]),
    [piece(` ${group.charAt(0).toUpperCase()}${group.slice(1)}`, 'heading')],
    ...keyTable
      .filter((row) => row.group === group)
      .flatMap(({ keys, meaning }) =>
        wrap(meaning, columns - named - 4, style.signs.ellipsis).map((line, turn) => [
          piece(`  ${fill(turn === 0 ? label(keys) : '', named, '')}`, 'strong'),
          piece(` ${line}`),
        ]),
      ),
  ]);
}

function recordRows(state: Inspector, columns: number, style: Style): readonly Row[] {
  const { place } = state;
  if (place === null) return [];
  const moments = sceneOf(state)?.marks.get(placeKey(place)) ?? [];
  const raw = lineAt(state, place.line) ?? moments[0]?.evidence?.text ?? 'this line is not at hand';
  const read = moments[0]?.evidence?.text;
  const lines = (text: string): readonly Row[] => cutText(safe(text), columns - 4).map((line) => [piece(`  ${line}`)]);
  return [
    [piece(` Line ${place.line} of ${inputWords(place.input)}`, 'heading')],
    ...lines(raw),
    ...(read === undefined || read === raw ? [] : [[], [piece(' As read', 'heading')], ...lines(read)]),
    [],
    [piece(' What it tells', 'heading')],
    ...(moments.length === 0 ? [[piece('  nothing of this meeting', 'faint')]] : []),
    ...moments.flatMap(({ at, words }) =>
      wrap(`${state.book.face.time(at)} ${safe(words)}`, columns - 4, style.signs.ellipsis).map((line) => [piece(`  ${line}`)]),
    ),
  ];
}

function findingRows({ book }: Inspector, index: number, columns: number, rows: number, style: Style): readonly Row[] {
  const { signs } = style;
  const list = book.findings;
  if (list.length === 0)
    return [[piece(' Findings', 'heading')], [piece(book.whole ? '  none' : '  known when the log is read to its end', 'faint')]];
  const chosen = list.at(index)?.finding;
  const text =
    chosen === undefined
      ? []
      : wrap(`${severityWords[chosen.severity]}: ${safe(chosen.message)} (${chosen.code})`, columns - 4, signs.ellipsis);
  const below = Math.min(6, text.length + 1);
  const room = Math.max(1, rows - 1 - below);
  const top = topOf(index, list.length, room);
  return [
    [piece(` Findings, ${index + 1} of ${list.length}`, 'heading')],
    ...Array.from({ length: room }, (_, turn): Row => {
      const finding = list.at(top + turn)?.finding;
      if (finding === undefined) return [];
      const { severity, span, message } = finding;
      const selected = top + turn === index;
      const when = span.from === null ? '' : `${book.face.date(span.from).slice(5)} ${book.face.seconds(span.from)}`;
      return [
        piece(` ${selected ? (signs.ellipsis === '...' ? '>' : '▌') : ' '}`, 'strong'),
        piece(`${signs.severities[severity]} `, severity === 'info' ? 'faint' : severity),
        piece(`${fill(when, 14)}  `, 'faint'),
        selected ? { text: safe(message), tone: 'strong', inverse: true } : piece(safe(message)),
      ];
    }),
    [],
    ...text.map((line) => [piece(`  ${line}`)]),
  ];
}

function filterRowsOf({ draft, row, wrong }: Extract<Overlay, { readonly kind: 'filter' }>, style: Style): readonly Row[] {
  const left = style.signs.before;
  const right = style.signs.after;
  const choice = (word: string): string => `${left} ${word} ${right}`;
  const values: Readonly<Record<(typeof filterRows)[number], string>> = {
    role: choice(draft.role === null ? 'any' : roleWords[draft.role]),
    state: choice(draft.state === null ? 'any' : `was ever ${stateWords[draft.state]}`),
    participant: draft.participant,
    from: draft.from,
    to: draft.to,
  };
  const notes: Readonly<Record<(typeof filterRows)[number], string>> = {
    role: '',
    state: '',
    participant: 'part of a name, address or id; or with * and ?',
    from: '09:00, 09:00:30 or 2024-03-05T09:00',
    to: 'as above',
  };
  return [
    [piece(' Filter', 'heading')],
    [],
    ...filterRows.map((name, index): Row => {
      const here = index === row;
      const isText = name === 'participant' || name === 'from' || name === 'to';
      return [
        piece(` ${here ? (style.signs.ellipsis === '...' ? '>' : '▌') : ' '}${fill(name, 12)} `, here ? 'strong' : 'plain'),
        piece(values[name], here ? 'strong' : 'plain'),
        ...(here && isText ? [{ text: ' ', tone: 'plain', inverse: true } as const] : []),
        ...(notes[name] !== '' && values[name] === '' ? [piece(` ${notes[name]}`, 'faint')] : []),
      ];
    }),
    [],
    ...(wrong === null ? [] : [[piece(` ${wrong}`, 'error')]]),
  ];
}

const formatWords = {
  svg: 'SVG, for documents and browsers',
  png: 'PNG, for mails and tickets',
  html: 'HTML, to zoom, filter and click',
} as const;

function saveRows({ window }: Inspector): readonly Row[] {
  return [
    [piece(' Save the diagram of what is seen', 'heading')],
    [piece(`  this meeting${window === null ? '' : ', the part of it that the timeline shows'}, into the current directory`, 'faint')],
    [],
    ...saveFormats.map((format, index) => [piece(`  ${index + 1} `, 'strong'), piece(formatWords[format])]),
  ];
}
