/**
 * However a log reaches us, it tells the same: every interval, name, tie, cause, role and finding of the clean log.
 * ANY_LOG=8 tries all widths, more logs, and eight times as many combinations: a few of these still fail.
 */
import { describe, expect, test } from 'vitest';
import { random } from '../truth/world/random.ts';
import { type Damage, damages, encodings, type Stage } from './damages.ts';
import { exports, type Head, type HeadName, heads } from './heads.ts';
import { pastes } from './pastes.ts';
import { type Entry, stories, type Story } from './logs.ts';
import { type Told, told } from './story.ts';

const times = Number(process.env['ANY_LOG'] ?? 1);
const all = stories(times > 1 ? 9 : 3);
const plainHeads: readonly HeadName[] = ['F1', 'F3', 'F4', 'F5, ms'];

function written(story: Story, head: Head): string {
  return story.entries.flatMap((entry) => head(entry) ?? []).reduce((text, line) => `${text}${line}\n`, '');
}

const clean = new Map<string, Told>();

function truthOf(story: Story, head: HeadName, hosts = true): Told {
  const key = `${story.name} ${head} ${hosts}`;
  const known = clean.get(key) ?? told(written(story, heads[head]), { hosts });
  clean.set(key, known);
  return known;
}

function hasRunsOfBlanks({ entries }: Story): boolean {
  return entries.some(({ message: { text } }) => /participant|space/.test(text) && /\S {2,}\S/.test(text));
}

/** The first record means something: without its head it is lost, and rightly missing. */
function beginsWithMeaning({ entries }: Story): boolean {
  return !(entries[0]?.message.text ?? '').startsWith('sending prompt');
}

/**
 * Where nothing proves how a line was cut, or where a blank was one of several, only the blanks of free text may differ: known and open, see
 * `issues show 3`. Times, states, causes, roles and ties may not.
 */
function withoutBlanks(value: Told): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(' ', ''));
}

function fairFor(damage: Damage, story: Story): boolean {
  if (damage.losesBlanks === true && hasRunsOfBlanks(story)) return false;
  return !(damage.name.includes('characters cut') && beginsWithMeaning(story));
}

/** A first line that was wrapped and then cut: how wide it was is not known, nor, joined with others, what stands in front of all lines. */
function isCutShort(applied: readonly Damage[]): boolean {
  return applied.some(({ name }) => name.includes('characters cut')) && applied.some(({ stage }) => stage === 'wrap');
}

function hold(applied: readonly Damage[], story: Story, head: HeadName, seed: number): void {
  const chance = random(seed);
  const text = applied.reduce((before, { apply }) => apply(before, chance), written(story, heads[head]));
  const found = told(text);
  const truth = truthOf(story, head);
  const what = `${applied.map(({ name }) => name).join(' + ')}; ${head}; ${story.name}`;
  if (applied.some(({ stage }) => stage === 'wrap')) expect(withoutBlanks(found), what).toEqual(withoutBlanks(truth));
  else expect(found, what).toEqual(truth);
}

describe('heads and relays', () => {
  test.each(Object.keys(heads) as HeadName[])('%s', (head) => {
    for (const story of all) expect(told(written(story, heads[head]), { hosts: false }), story.name).toEqual(truthOf(story, 'F3', false));
  });

  test('all of them in one input, another for each record', () => {
    const names = (Object.keys(heads) as HeadName[]).filter((name) => !name.includes('fluentd'));
    for (const story of all) {
      for (let seed = 0; seed < 3 * times; seed += 1) {
        const chance = random(seed);
        const head = (entry: Entry): string | null => heads[chance.pick(names)](entry) ?? heads.F3(entry);
        expect(told(written(story, head), { hosts: false }), `${story.name}, ${seed}`).toEqual(truthOf(story, 'F3', false));
      }
    }
  });
});

describe('exports', () => {
  test.each(Object.entries(exports))('%s', (_, write) => {
    for (const story of all) {
      const records = story.entries.map((entry) => ({ entry, text: heads.F3(entry) }));
      expect(told(write(records)), story.name).toEqual(truthOf(story, 'F3'));
    }
  });
});

describe('one damage', () => {
  const families = Map.groupBy(damages, ({ name }) => name.replace(/ at \d+/, '').replace(/first \d+/, 'first'));

  test.each([...families])('%s', (name, family) => {
    const stories = name.includes('hyphens lost') ? [] : all;
    for (const [place, story] of stories.entries()) {
      for (const [index, head] of plainHeads.entries()) {
        // Of a hundred widths, each log and head has its own few.
        const few = times > 1 || family.length === 1 ? family : family.filter((_, at) => at % 29 === (place * 4 + index) % 29);
        for (const damage of few) if (fairFor(damage, story)) hold([damage], story, head, 1);
      }
    }
  });

  test.each(pastes.map((damage) => [damage.name, damage] as const))('%s', (_, damage) => {
    for (const story of all) {
      for (const head of plainHeads) if (fairFor(damage, story)) hold([damage], story, head, 1);
    }
  });

  test.each(Object.entries(encodings).filter(([name]) => !name.startsWith('UTF-16')))('%s', (name, encode) => {
    for (const story of all) {
      const text = written(story, heads.F3);
      if (name === 'UTF-8 with BOM' || /^[\0-\xff]*$/.test(text)) expect(told(encode(text)), story.name).toEqual(truthOf(story, 'F3'));
    }
  });
});

describe('a log that was wrapped before or behind what stands at the ends of its lines', () => {
  const wraps = damages.filter(({ name }) => ['hard wrap at 72', 'word wrap at 75', 'word wrap at 90, also at hyphens'].includes(name));
  const named = (names: readonly string[]) => pastes.filter(({ name }) => names.includes(name));
  const around = named(['rows of Markdown', 'rows of Markdown, numbered', 'rows of Jira', 'box', 'bold lines']);
  const joined = pastes.filter(({ name }) => /^joined by (?:\\|#)/.test(name));
  const words = named(['bold of Markdown in lines', 'bold of Markdown, a word', 'underlined in lines']);
  const within = named(['bold lines', 'bold lines, some', 'backticks around lines', 'backticks around lines, with bullets']);
  const cases = wraps.flatMap((wrap) => [
    ...around.map((paste) => [wrap, paste] as const),
    ...[...within, ...words, ...joined].map((paste) => [paste, wrap] as const),
  ]);

  test.each(cases.map((pair) => [pair[0].name, pair[1].name, pair] as const))('%s, and then %s', (_, _second, pair) => {
    for (const [index, story] of all.entries()) {
      const head = plainHeads[index % plainHeads.length] ?? 'F3';
      if (pair.every((damage) => fairFor(damage, story))) hold(pair, story, head, 1);
    }
  });
});

describe('diagnostics (F10), which show no date and the newest first', () => {
  const diagnostics = ({ entries }: Story): string => {
    const lines = entries.flatMap((entry) => heads.F1(entry)?.slice(12) ?? []).toReversed();
    return `Recent log messages:\n${lines.join('\n')}\n${lines.length} most recent (of 320) shown\n`;
  };
  const stories = all.map((story) => [story.name, story] as const);

  test.each(stories)('with a date given: %s', (_, story) => {
    const date = Date.parse(`${new Date(story.entries.at(-1)?.at ?? 0).toISOString().slice(0, 10)}T00:00:00Z`);
    expect(told(diagnostics(story), { hosts: true, date })).toEqual(truthOf(story, 'F1'));
  });

  test.each(stories)('with none, all but the date: %s', (_, story) => {
    const isTime = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(value);
    const dateless = JSON.stringify(truthOf(story, 'F1'), (_, value: unknown) => (isTime(value) ? null : value));
    const found = JSON.stringify(told(diagnostics(story)), (key, value: unknown) => (key === 'timeOfDay' ? undefined : value));
    expect(JSON.parse(found)).toEqual(JSON.parse(dateless));
    const times = (value: Told): readonly string[] => JSON.stringify(value).match(/\d\d:\d\d:\d\d\.\d{3}/g) ?? [];
    // Of findings the clean log has times, too, of which only the date is left out.
    expect(times({ ...told(diagnostics(story)), findings: null })).toEqual(times({ ...truthOf(story, 'F1'), findings: null }));
  });
});

const order: readonly Stage[] = ['signs', 'records', 'wrap', 'dress', 'around', 'breaks'];

describe('several damages, in the order in which such things happen', () => {
  test.each([2, 3])('%i at a time', (count) => {
    const chance = random(count);
    for (let round = 0; round < 120 * times; round += 1) {
      const story = chance.pick(all);
      const stages = new Set<Stage>();
      while (stages.size < count) stages.add(chance.pick(order));
      const applied = order
        .filter((stage) => stages.has(stage))
        .map((stage) => chance.pick(damages.filter((damage) => damage.stage === stage)));
      if (isCutShort(applied)) continue;
      if (applied.every((damage) => fairFor(damage, story))) hold(applied, story, chance.pick(plainHeads), round);
    }
  });
});
