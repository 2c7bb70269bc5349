/** Several inputs, and one that holds a log several times, tell what the log tells once. */
import { describe, expect, test } from 'vitest';
import { linesOf, textOf } from './damage.ts';
import { wordWrap } from './damages.ts';
import { heads } from './heads.ts';
import { random } from '../truth/world/random.ts';
import { type Entry, stories, type Story } from './logs.ts';
import { told } from './story.ts';

const all = stories(3);
const chance = random(1);
const write = ({ entries }: Story, head: (entry: Entry) => string | null): string => textOf(entries.flatMap((entry) => head(entry) ?? []));
const wrapped = (text: string): string => wordWrap(76, 'words only')(text, chance);
const quoted = (text: string): string => textOf(linesOf(text).map((line) => `> ${line}`));
const half = (text: string): number => Math.floor(linesOf(text).length / 2);
const first = (text: string, more = 0): string => textOf(linesOf(text).slice(0, half(text) + more));
const second = (text: string, more = 0): string => textOf(linesOf(text).slice(half(text) - more));
const facility = (text: string, name: string): string => textOf(linesOf(text).filter((line) => line.includes(` ${name}.`)));
const named = (texts: readonly string[]) => texts.map((text, place) => ({ name: `input ${place}`, text }));

const withoutBlanks = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(' ', ''));

describe('one input with a log that stands in it again', () => {
  test.each<readonly [string, (log: string) => string]>([
    ['as it is', (log) => `${log}\n\n${log}`],
    ['wrapped, and as it is', (log) => `Hi,\n\n${wrapped(log)}\nRegards\n\n${log}`],
    [
      'in a mail, and quoted in its answer',
      (log) => `Hi,\n\n${log}\nAnn\n\nOn Thu, Ann wrote:\n${quoted(`Hi,\n\n${wrapped(log)}\nAnn\n`)}`,
    ],
    ['in part', (log) => `${log}\nThis is where they waited:\n\n${second(first(log), 3)}`],
  ])('%s', (_, write2) => {
    for (const story of all) {
      const log = write(story, heads.F3);
      expect(withoutBlanks(told(write2(log))), story.name).toEqual(withoutBlanks(told(log)));
    }
  });
});

test('one input with a log that stands in it again, farther behind than anybody looks ahead', () => {
  for (const story of all) {
    const log = write(story, heads.F3);
    const last = (linesOf(log).at(-1) ?? '').slice(0, 20);
    const between = `${last} user.info bridge1 host:server:  INFO : SIP trace: ${'x'.repeat(900)}\n`.repeat(5000);
    expect(told(`${log}${between}${log}`), story.name).toEqual(told(log));
  }
});

describe('several inputs', () => {
  test.each<readonly [string, (log: string, story: Story) => readonly string[]]>([
    ['the same twice', (log) => [log, log]],
    ['the same, wrapped', (log) => [wrapped(log), log]],
    ['the same in another framing', (log, story) => [log, write(story, heads.F4)]],
    ['the same from Web Admin, which names no host', (log, story) => [write(story, heads.F1), log]],
    ['the same from Web Admin, behind it', (log, story) => [log, write(story, heads.F1)]],
    ['halves', (log) => [first(log), second(log)]],
    ['halves, the second first', (log) => [second(log), first(log)]],
    ['halves that overlap', (log) => [first(log, 6), second(log, 6)]],
    ['halves that overlap, the second first', (log) => [second(log, 6), first(log, 6)]],
  ])('%s', (_, parts) => {
    for (const story of all) {
      const log = textOf(linesOf(write(story, heads.F3)).filter((line) => / (?:user|local0)\./.test(line)));
      expect(withoutBlanks(told(named(parts(log, story)))), story.name).toEqual(withoutBlanks(told(log)));
    }
  });
});

describe('two inputs that were parted by facility', () => {
  // In releases that name no call leg where one joins, nothing but the order tells who of several that join at once is sent to the lobby.
  const telling = all.filter(({ name }) => !name.includes('2.1'));

  test.each<readonly [string, (log: string) => readonly string[]]>([
    ['that of spaces last', (log) => [facility(log, 'user'), facility(log, 'local0')]],
    ['that of spaces first', (log) => [facility(log, 'local0'), facility(log, 'user')]],
  ])('%s', (_, parts) => {
    for (const story of telling) {
      const log = textOf(linesOf(write(story, heads.F3)).filter((line) => / (?:user|local0)\./.test(line)));
      expect(withoutBlanks(told(named(parts(log)))), story.name).toEqual(withoutBlanks(told(log)));
    }
  });
});
