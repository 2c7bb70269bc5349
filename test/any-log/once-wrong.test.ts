/** Combinations of damages that were read wrongly once: each shows a rule that only a whole log has shown. */
import { describe, expect, test } from 'vitest';
import { random } from '../truth/world/random.ts';
import { damages } from './damages.ts';
import { heads } from './heads.ts';
import { pastes } from './pastes.ts';
import { stories, type Story } from './logs.ts';
import { told } from './story.ts';

const known = new Map([...damages, ...pastes].map((damage) => [damage.name, damage]));
const all = new Map(stories(9).map((story) => [story.name, story]));

function found<Value>(name: string, values: ReadonlyMap<string, Value>): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`no ${name}`);
  return value;
}

type HeadName = 'F1' | 'F3' | 'F4' | 'F5, ms';
const written = (story: Story, head: HeadName): string =>
  story.entries.flatMap((entry) => heads[head](entry) ?? []).reduce((text, line) => `${text}${line}\n`, '');
const withoutBlanks = (value: unknown): string => JSON.stringify(value).replaceAll(' ', '');

describe.each<readonly [string, readonly (readonly [readonly string[], HeadName, string])[]]>([
  [
    'lines with several records stand there twice',
    [
      [['br with slash, no line breaks', 'doubled'], 'F3', 'world 2.9, seed 101'],
      [['br with slash, no line breaks', 'doubled here and there'], 'F4', 'world 2.9, seed 107'],
    ],
  ],
  [
    'copies are wrapped elsewhere, also in their dates',
    [[['doubled', 'word wrap at 75, flowed, also at hyphens'], 'F3', 'world 3.8, seed 105']],
  ],
  [
    'prose around has an indentation of its own',
    [
      [['hard wrap at 79, flowed', 'indented by 1', 'mail'], 'F3', 'world 2.1, seed 106'],
      [['hard wrap at 45', 'indented by a tab', 'prose'], 'F4', 'world 3.8, seed 108'],
      [['hard wrap at 62, blanks stripped', 'indented by 1', 'mail'], 'F4', 'gen-2, quotes, slashes, brackets'],
      [['hard wrap at 53', 'indented by a tab', 'rule in the middle'], 'F3', 'world 2.1, seed 100'],
    ],
  ],
  [
    'prose around was not wrapped as the log was',
    [
      [['hard wrap at 70', 'prose', 'blank lines between'], 'F3', 'gen-2, quotes, slashes, brackets'],
      [['hard wrap at 74, blanks stripped', 'prose in the middle', 'blank lines with blanks between'], 'F5, ms', 'world 2.1, seed 106'],
      [['GUIDs in capitals', 'hard wrap at 95, blanks stripped', 'rule in the middle'], 'F4', 'world 2.1, seed 100'],
    ],
  ],
  [
    'a wrap goes through a link, or in front of what ends it',
    [
      [['links behind facilities', 'hard wrap at 59, flowed'], 'F3', 'gen-1, umlauts and an apostrophe'],
      [['links behind facilities, no blank', 'joined here and there', 'hard wrap at 40, blanks stripped'], 'F5, ms', 'world 2.1, seed 103'],
      [['links behind facilities', 'hard wrap at 43, flowed', 'quoted with "    > "'], 'F3', 'world 2.1, seed 103'],
    ],
  ],
  [
    'a rule stands right behind a line that was wrapped',
    [[['hard wrap at 124, blanks stripped', 'rule in the middle'], 'F4', 'world 3.8, seed 102']],
  ],
  ['what stands before a fence is no gap of what follows', [[['hard wrap at 140, flowed', 'fence'], 'F3', 'world 3.8, seed 105']]],
  [
    'a mail program ends each line with a blank, also behind half a sign',
    [
      [['hard wrap at 74, flowed', 'quoted, format=flowed'], 'F5, ms', 'gen-1, a name that looks like a head'],
      [['hard wrap at 123', 'quoted, format=flowed', 'no line break at the end'], 'F4', 'world 2.9, seed 107'],
      [['hard wrap at 111', 'quoted, format=flowed', 'zeros'], 'F4', 'world 2.9, seed 107'],
    ],
  ],
  [
    'prose around has other quotes; a dash of a name is none of the message',
    [
      [['low quotes', 'word wrap at 65, blanks kept', 'prose'], 'F3', 'world 3.8, seed 102'],
      [['low quotes', 'word wrap at 100, also at hyphens'], 'F1', 'world 3.8, seed 108'],
    ],
  ],
  [
    'all blanks are wide, but those of what stands in front',
    [
      [['blanks: all U+3000', 'quoted with "> "'], 'F1', 'world 3.8, seed 105'],
      [['blanks: all U+3000', 'numbers: 1) ', 'prose'], 'F4', 'gen-2, CJK and several blanks'],
    ],
  ],
  [
    'tabs are escaped in heads that were wrapped',
    [[['\\t for two blanks', 'word wrap at 90, flowed, also at hyphens'], 'F3', 'gen-1, umlauts and an apostrophe']],
  ],
  [
    'a line that holds several was quoted once',
    [
      [['joined by \\n', 'word wrap at 70, also at hyphens', 'quoted, format=flowed'], 'F3', 'gen-1, umlauts and an apostrophe'],
      [['br with slash, no line breaks', 'hard wrap at 106, flowed', 'quoted with " > "'], 'F4', 'world 3.8, seed 108'],
    ],
  ],
  [
    'the rest of a record stands in front of a head once: it is no dress',
    [
      [['joined here and there', 'hard wrap at 91', 'blank lines between'], 'F1', 'world 3.8, seed 105'],
      [['joined here and there', 'hard wrap at 72', 'blank lines between'], 'F3', 'world 3.8, seed 108'],
    ],
  ],
  [
    'half a colour goes on behind a blank line, or behind what stands in front of the next',
    [
      [['colours as syslogd escapes them', 'hard wrap at 132, flowed', 'blank lines between'], 'F1', 'world 3.8, seed 108'],
      [
        ['colours as syslogd escapes them', 'hard wrap at 61', 'in front of each line: "[pod/relay-7d9f8/rsyslog] "'],
        'F3',
        'gen-1, umlauts and an apostrophe',
      ],
      [
        ['colours as syslogd escapes them', 'hard wrap at 41, blanks stripped', 'blank lines with blanks between'],
        'F4',
        'world 2.9, seed 107',
      ],
    ],
  ],
  [
    'quoted-printable was wrapped or dressed later',
    [
      [['quoted-printable', 'grep: file:12:'], 'F3', 'world 2.9, seed 104'],
      [['quoted-printable', 'grep: path with a blank', 'blank lines between'], 'F3', 'world 2.9, seed 101'],
      [['quoted-printable, of a part', 'two blanks at the ends'], 'F5, ms', 'gen-2, CJK and several blanks'],
      [['quoted-printable', 'hard wrap at 49, blanks stripped'], 'F3', 'world 3.8, seed 105'],
      [['quoted-printable', 'in front of each line: "// "'], 'F4', 'gen-2, CJK and several blanks'],
      [['quoted-printable', 'numbers: 12; with gaps'], 'F1', 'world 3.8, seed 105'],
    ],
  ],
  [
    'a list is counted by letters',
    [
      [['word wrap at 105', 'bullets: letters'], 'F5, ms', 'world 2.1, seed 103'],
      [['hard wrap at 41', 'bullets: letters'], 'F3', 'world 3.8, seed 105'],
    ],
  ],
  [
    'a name in parentheses goes on behind a break',
    [[['backslashes at the ends', 'word wrap at 65, flowed'], 'F1', 'gen-2, quotes, slashes, brackets']],
  ],
  [
    'what looks like a string of JSON is the end of one record and the beginning of the next',
    [
      [['sip links', 'joined by nothing', 'compiler: path(12): '], 'F4', 'gen-1, umlauts and an apostrophe'],
      [['stray blanks at quotes of addresses', 'joined by nothing', 'editor: Line 12: '], 'F3', 'world 2.1, seed 100'],
    ],
  ],
  [
    'times in front of all lines were quoted',
    [
      [['word wrap at 75, flowed', 'docker: time '], 'F3', 'world 3.8, seed 108'],
      [['word wrap at 75, flowed', 'docker: time ', 'mail, answered'], 'F3', 'world 3.8, seed 108'],
    ],
  ],
  [
    'a page ends in the middle of a record',
    [
      [
        ['entities, of all that is not ASCII', 'hard wrap at 135, flowed', 'page break in the middle'],
        'F5, ms',
        'gen-1, a name that looks like a head',
      ],
    ],
  ],
  ['emphasis begins behind a break', [[['backticks around GUIDs', 'word wrap at 75, flowed'], 'F4', 'world 3.8, seed 105']]],
  [
    'signs of line ends stand before those of rows and colours',
    [
      [['^M at the ends', 'rows of Markdown'], 'F5, ms', 'world 3.8, seed 105'],
      [['^M at the ends', 'zeros'], 'F3', 'world 2.9, seed 101'],
      [['colours whose escape is lost', 'joined by #015#012'], 'F4', 'world 2.1, seed 100'],
    ],
  ],
])('%s', (_, cases) => {
  test.each(cases.map(([names, head, name]) => [names.join(' + '), names, head, name] as const))('%s', (_names, names, head, name) => {
    const story = found(name, all);
    const clean = written(story, head);
    const chance = random(1);
    const text = names.map((each) => found(each, known)).reduce((before, { apply }) => apply(before, chance), clean);
    expect(withoutBlanks(told(text))).toEqual(withoutBlanks(told(clean)));
  });
});
