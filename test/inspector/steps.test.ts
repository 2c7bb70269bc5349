/** Keys → states: what every key of the table does, and that views keep together. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Book } from '#render/inspector/book.ts';
import { actionOf, keyTable } from '#render/inspector/keys.ts';
import { newsOf } from '#render/inspector/news.ts';
import type { Inspector } from '#render/inspector/state.ts';
import { withBook } from '#render/inspector/told.ts';
import { analyze } from '../../src/analyze.ts';
import { bookOf, key, type Opened, openLogs, openSample } from './support.ts';

const sample = 'scenario-3-pin-timeout.log';
const name = `samples/${sample}`;
const text = readFileSync(name, 'utf8');

/** The same space twice, an hour apart, and another one. */
const two = [
  { name, text },
  { name: 'samples/scenario-1-two-addresses.log', text: readFileSync('samples/scenario-1-two-addresses.log', 'utf8') },
];

function time({ at, book }: Inspector): string {
  return at === null ? '' : book.face.time(at);
}

function facts(opened: Opened): string {
  const { view, lane, place, window, order, overlay } = opened.state();
  return [
    view,
    lane?.slice(0, 4) ?? '-',
    time(opened.state()),
    `line ${place?.line ?? '-'}`,
    window === null ? 'all' : 'part',
    order,
    overlay?.kind ?? '-',
  ].join(' ');
}

/** Keys → view, participant, moment, line, zoom, order, what is open. */
const steps: readonly (readonly [string, string])[] = [
  ['', 'meetings - 13:59:20.418 line 1 all time -'],
  ['enter', 'timeline 3c1d 13:59:20.418 line 1 all time -'],
  ['right', 'timeline - 13:59:20.418 line 1 all time -'],
  ['l', 'timeline - 13:59:20.418 line 1 all time -'],
  ['2', 'timeline - 13:59:20.418 line 1 all time -'],
  ['2 down', 'timeline 53 1 13:59:20.418 line 1 all time -'],
  ['2 G', 'timeline 4d2e 13:59:20.418 line 1 all time -'],
  ['2 G k', 'timeline 3c1d 13:59:20.418 line 1 all time -'],
  ['2 G g', 'timeline 53 1 13:59:20.418 line 1 all time -'],
  ['2 ]', 'timeline - 13:59:30.579 line 6 all time -'],
  ['2 ] ]', 'timeline - 13:59:48.003 line 8 all time -'],
  ['2 ] ] [', 'timeline - 13:59:30.579 line 6 all time -'],
  ['2 G }', 'timeline 4d2e 13:59:48.003 line 8 all time -'],
  ['2 G } }', 'timeline 4d2e 13:59:58.164 line 11 all time -'],
  ['2 G } } {', 'timeline 4d2e 13:59:48.003 line 8 all time -'],
  ['2 end', 'timeline - 14:01:40.213 line 25 all time -'],
  ['2 end home', 'timeline - 13:59:20.418 line 1 all time -'],
  ['2 +', 'timeline - 13:59:20.418 line 1 part time -'],
  ['2 = -', 'timeline - 13:59:20.418 line 1 all time -'],
  ['2 + + 0', 'timeline - 13:59:20.418 line 1 all time -'],
  ['tab', 'timeline - 13:59:20.418 line 1 all time -'],
  ['tab tab', 'details - 13:59:20.418 line 1 all time -'],
  ['shift-tab', 'evidence - 13:59:20.418 line 1 all time -'],
  ['4 down', 'evidence - 13:59:20.418 line 2 all time -'],
  ['4 down down down down down', 'evidence - 13:59:30.579 line 6 all time -'],
  ['4 G', 'evidence - 14:01:40.213 line 25 all time -'],
  ['4 G g', 'evidence - 13:59:20.418 line 1 all time -'],
  ['4 ]', 'evidence - 13:59:30.579 line 6 all time -'],
  ['4 enter', 'evidence - 13:59:20.418 line 1 all time record'],
  ['4 enter escape', 'evidence - 13:59:20.418 line 1 all time -'],
  ['4 escape', 'timeline - 13:59:20.418 line 1 all time -'],
  ['enter enter', 'details 3c1d 13:59:20.418 line 1 all time -'],
  ['enter enter down down down enter', 'evidence 3c1d 13:59:30.579 line 6 all time -'],
  ['enter enter escape escape', 'meetings 3c1d 13:59:20.418 line 1 all time -'],
  ['o', 'meetings - 13:59:20.418 line 1 all waiting -'],
  ['o o o o', 'meetings - 13:59:20.418 line 1 all time -'],
  ['?', 'meetings - 13:59:20.418 line 1 all time help'],
  ['? ?', 'meetings - 13:59:20.418 line 1 all time -'],
  ['? q', 'meetings - 13:59:20.418 line 1 all time -'],
  ['F', 'meetings - 13:59:20.418 line 1 all time findings'],
  ['F enter', 'timeline 53 1 14:01:02.911 line 19 all time -'],
  ['f', 'meetings - 13:59:20.418 line 1 all time filter'],
  ['f escape', 'meetings - 13:59:20.418 line 1 all time -'],
  ['s', 'meetings - 13:59:20.418 line 1 all time save'],
  ['s escape', 'meetings - 13:59:20.418 line 1 all time -'],
  ['/ "211" enter', 'timeline 4d2e 13:59:48.003 line 8 all time -'],
  ['/ "desk" enter', 'timeline 3c1d 13:59:20.418 line 1 all time -'],
  ['/ "desk" enter n', 'timeline 4d2e 13:59:48.003 line 8 all time -'],
  ['/ "desk" enter n n', 'timeline 53 1 14:00:21.777 line 12 all time -'],
  ['/ "desk" enter n N', 'timeline 3c1d 13:59:20.418 line 1 all time -'],
  ['/ "x" escape', 'meetings - 13:59:20.418 line 1 all time -'],
];

describe('keys', () => {
  it.each(steps)('%s → %s', (keys, expected) => {
    const names = keys.match(/"[^"]*"|\S+/gu) ?? [];
    expect(facts(openSample(sample).keys(...names))).toBe(expected);
  });

  it('every key of the table does something somewhere, and no key does two things', () => {
    const all = keyTable.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
    for (const { action, keys } of keyTable) for (const each of keys) expect(actionOf(key(each))).toBe(action);
  });

  it('no sequence of keys leads out of what there is', () => {
    const all = keyTable.flatMap(({ keys }) => keys).filter((each) => !['q', 'ctrl-c', 'ctrl-z'].includes(each));
    let seed = 7;
    const opened = openLogs(two);
    for (let turn = 0; turn < 3000; turn += 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      opened.keys(all[seed % all.length] ?? 'j');
      if (turn % 20 === 0) expect(opened.screen().split('\n').length).toBe(25);
    }
  });
});

describe('wishes', () => {
  it.each([
    ['q', { kind: 'quit', code: 0 }],
    ['ctrl-c', { kind: 'quit', code: 130 }],
    ['ctrl-z', { kind: 'suspend' }],
    ['s 1', { kind: 'save', format: 'svg' }],
    ['s p', { kind: 'save', format: 'png' }],
    ['s 3', { kind: 'save', format: 'html' }],
    ['4 / "BFCP" enter', { kind: 'find', input: name, text: 'BFCP', line: 1, direction: 1 }],
    ['4 / "BFCP" enter N', { kind: 'find', input: name, text: 'BFCP', line: 0, direction: -1 }],
    ['4 y', { kind: 'copy', text: text.split('\n')[0], what: 'the log line' }],
  ])('%s', (keys, wish) => {
    const opened = openSample(sample).keys(...(keys.match(/"[^"]*"|\S+/gu) ?? []));
    expect(opened.wishes.at(-1)).toEqual(wish);
  });

  it('copies the summary of a meeting, and what is known of a participant', () => {
    const [summary] = openSample(sample).keys('y').wishes;
    expect(summary?.kind === 'copy' ? summary.text : '').toMatch(/^Customer call 12\/b\n2 guests waited up to 57\.766 s/u);
    const [person] = openSample(sample).keys('enter', 'y').wishes;
    expect(person?.kind === 'copy' ? person.text : '').toContain('13:59:30.579 in the lobby 57.766 s: joined, no host there');
  });
});

describe('the question of the telephone: why did this guest wait, and until when', () => {
  it('is answered in under ten keys', () => {
    const opened = openSample(sample).keys('/', '"211"', 'enter', 'enter');
    const screen = opened.screen();
    expect(screen).toContain('13:59:58.164 in the lobby 30.181 s: joined, no host there');
    expect(screen).toMatch(/14:00:28\.345 active .*: host petra\.host@desk\.example joined/u);
  });
});

describe('details', () => {
  it('have the line of the log beside names of any width', () => {
    const screen = openLogs([{ name, text: text.replaceAll('211@desk', '李雷@desk') }])
      .keys('/', '"李雷"', 'enter', 'enter', 'G')
      .screen();
    expect(screen).toMatch(/participant 李雷@desk\.example.* \d+$/mu);
  });

  it('of one participant go to the record that says so, also where others changed at that moment', () => {
    const opened = openSample('long-meeting-with-several-hosts.log').keys('2', 'G');
    for (let turn = 0; turn < 12; turn += 1) {
      opened.keys('k');
      const before = opened.state();
      const { at, place, lane } = opened.keys('}').state();
      if (at === before.at) continue;
      const entry = before.book.byKey.get(before.meeting ?? '');
      const moments = entry === undefined ? [] : (before.book.scene(entry)?.moments ?? []);
      const own = moments.filter((moment) => moment.lane === lane && moment.at === at);
      expect(own.map(({ evidence }) => evidence?.line)).toContain(place?.line);
    }
  });
});

describe('filter', () => {
  it('leaves lanes and meetings that pass', () => {
    const opened = openLogs(two).keys('f', 'right', 'enter');
    expect(opened.state().filter.role).toBe('guest');
    expect(opened.screen()).toContain('filter: guests');
    expect(opened.screen()).not.toContain('petra.host');
    opened.keys('f', 'down', 'down', '"211"', 'enter');
    expect(opened.screen()).toContain('1 of 2 meetings pass');
    opened.keys('f', 'ctrl-u', 'enter');
    expect(opened.screen()).toContain('2 of 2 meetings pass');
  });

  it('says what is wrong with a time', () => {
    const opened = openSample(sample).keys('f', 'down', 'down', 'down', '"yesterday"', 'enter');
    expect(opened.state().overlay?.kind).toBe('filter');
    expect(opened.screen()).toContain('yesterday is no time');
  });

  it('by time shows that part of the meeting', () => {
    const opened = openSample(sample).keys('f', 'down', 'down', 'down', '"14:00"', 'down', '"14:01"', 'enter', '2');
    expect(opened.state().filter).toMatchObject({ from: '14:00', to: '14:01' });
    expect(opened.screen()).toContain('◂');
  });
});

describe('a log that grows', () => {
  it('keeps what is looked at, and says what came', () => {
    const opened = openSample(sample).keys('enter', 'down', ']', ']');
    const before = opened.state();
    const longer = analyze([...two]);
    const book = bookOf(longer);
    expect(newsOf(before.book, book)).toMatch(/^1 new meeting/u);
    opened.tell((state) => withBook(state, book, { bytes: 1, total: 1, done: true, following: true, behind: 'no' }));
    const after = opened.state();
    expect([after.meeting, after.lane, after.at, after.place]).toEqual([before.meeting, before.lane, before.at, before.place]);
    expect(opened.screen()).toContain('following');
  });

  it.each([
    [13, 17, 'changes in Customer call 12/b (1 joined, 2 let in)'],
    [17, 21, 'changes in Customer call 12/b (1 left), 1 more finding'],
    [21, 25, 'changes in Customer call 12/b (2 left)'],
    [25, 25, null],
  ])('says who came, was let in and left: %i lines, then %i', (some, all, said) => {
    const known = (lines: number): Book => bookOf(analyze(text.split('\n').slice(0, lines).join('\n')));
    expect(newsOf(known(some), known(all))).toBe(said);
  });

  it('looks at the last line of a log that was begun anew', () => {
    const opened = openSample('long-meeting-with-several-hosts.log').keys('4', 'G');
    const { book, progress } = opened.state();
    const shorter = { ...book, inputs: book.inputs.map((input) => ({ ...input, lines: 5 })) };
    opened.tell((state) => withBook(state, shorter, progress));
    expect(opened.state().place?.line).toBe(5);
  });

  it('marks what is known so far while the log is read', () => {
    const opened = openSample(sample);
    const { book } = opened.state();
    opened.tell((state) =>
      withBook(state, { ...book, whole: false }, { bytes: 4e5, total: 1e6, done: false, following: false, behind: 'no' }),
    );
    expect(opened.screen()).toContain('reading 40 %');
    expect(opened.screen()).toContain('so far');
  });
});
