/** The inspector without a terminal: a log, keys, and the screen that they lead to. */
import { readFileSync } from 'node:fs';
import type { Analysis } from '#model/index.ts';
import type { Book, Entry, Scene } from '#render/inspector/book.ts';
import { catalogue } from '#render/inspector/catalogue.ts';
import { createBook } from '#render/inspector/create-book.ts';
import { createEntry } from '#render/inspector/create-entry.ts';
import { createScene } from '#render/inspector/create-scene.ts';
import type { Key } from '#render/inspector/keys.ts';
import type { LineNeed } from '#render/inspector/raw.ts';
import { screenOf } from '#render/inspector/screen.ts';
import { type Inspector, initialState, type LineBlock, type Size } from '#render/inspector/state.ts';
import { createStore, type Store } from '#render/inspector/store.ts';
import { withBook } from '#render/inspector/told.ts';
import { createStyle, type Style } from '#render/text/style.ts';
import { clockFace } from '#view/axis.ts';
import { spanOfLog } from '#view/presence.ts';
import { analyze, type NamedText } from '../../src/analyze.ts';
import { grammar } from '../grammar/support.ts';

export const plain: Style = createStyle({ colour: false, unicode: true });
export const ascii: Style = createStyle({ colour: false, unicode: false });

export interface Opened extends Store {
  /** Presses keys, by their names: `down`, `enter`, `x`; a longer text in quotes is typed. */
  keys(...names: readonly string[]): Opened;
  screen(style?: Style): string;
  readonly wishes: readonly NonNullable<Inspector['wish']>[];
}

export function openSample(name: string, size: Size = { columns: 80, rows: 24 }): Opened {
  const path = `samples/${name}`;
  return openLogs([{ name: path, text: readFileSync(path) }], size);
}

export function openLogs(inputs: readonly NamedText[], size: Size = { columns: 80, rows: 24 }): Opened {
  const analysis = analyze(inputs, { grammar });
  const book = bookOf(analysis);
  const lines = new Map(inputs.map(({ name, text }) => [name, text.toString().replace(/\n$/u, '').split('\n')]));
  const take = ({ input, first, count }: LineNeed): LineBlock => {
    const all = lines.get(input) ?? [];
    return { input, first, lines: all.slice(first - 1, first - 1 + count), total: all.length, missing: null };
  };
  const wishes: NonNullable<Inspector['wish']>[] = [];
  const store = createStore(initialState(size, book), { lines: take, foresee: () => undefined, perform: (wish) => void wishes.push(wish) });
  store.tell((state) => withBook(state, book, { bytes: 1, total: 1, done: true, following: false, behind: 'no' }));
  const opened: Opened = {
    ...store,
    wishes,
    keys(...names) {
      for (const name of names) store.press(name.startsWith('"') ? [...name.slice(1, -1)].map(key) : [key(name)]);
      return opened;
    },
    screen: (style = plain) =>
      `${screenOf(store.state(), style)
        .map((line) => line.trimEnd())
        .join('\n')}\n`,
  };
  return opened;
}

/** The book of an analysis that is at hand: no thread, and every scene at once. */
export function bookOf(analysis: Analysis): Book {
  const log = spanOfLog(analysis);
  const listed = analysis.spaces.flatMap(({ id, name, meetings }) =>
    meetings.map((meeting) => ({ entry: createEntry({ id, name }, meeting, log), meeting })),
  );
  const meetings = new Map(listed.map(({ entry, meeting }) => [entry.key, meeting]));
  const { entries, findings } = catalogue(
    listed.map(({ entry }) => entry),
    analysis.findings,
  );
  const scenes = new Map<Entry, Scene>();
  const { inputs } = analysis;
  const zone = inputs[0]?.zone.name ?? 'UTC';
  const of = (entry: Entry): Scene | null => {
    const meeting = meetings.get(entry.key);
    if (meeting === undefined) return null;
    const own = entry.findings.numbers.flatMap((number) => findings[number]?.finding ?? []);
    const scene = scenes.get(entry) ?? createScene(inputs, clockFace(zone), entry, meeting, own);
    scenes.set(entry, scene);
    return scene;
  };
  return createBook({ inputs, entries, findings, zone, whole: true }, { of });
}

export function key(name: string): Key {
  return { name, text: [...name].length === 1 ? name : name === 'space' ? ' ' : '' };
}
