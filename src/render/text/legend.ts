/** What the signs mean: only those that are in the picture. */
import type { Analysis, State } from '#model/index.ts';
import { phaseWords, stateWords } from '#view/labels.ts';
import { widthOf } from '#view/shorten.ts';
import { stateTones } from './bar.ts';
import type { Page } from './page.ts';
import type { Tone } from './style.ts';

interface Entry {
  readonly sign: string;
  readonly tone: Tone;
  readonly words: string;
}

const states: readonly State[] = ['connecting', 'lobby', 'active', 'unknown'];
const between = '   ';

/** @param crowds whether any row stands for several people */
export function legendLines(page: Page, crowds: boolean): readonly string[] {
  const { columns, style } = page;
  const lines: { text: string; used: number }[] = [];
  for (const { sign, tone, words } of entries(page, crowds)) {
    const length = widthOf(sign) + 1 + widthOf(words);
    const text = `${style.paint(sign, tone)} ${style.paint(words, 'faint')}`;
    const last = lines.at(-1);
    if (last !== undefined && last.used + between.length + length <= columns) {
      last.text += between + text;
      last.used += between.length + length;
    } else lines.push({ text, used: length });
  }
  return lines.map(({ text }) => text);
}

function entries({ style: { signs }, analysis }: Page, crowds: boolean): readonly Entry[] {
  const seen = statesIn(analysis);
  const plain = (sign: string, words: string): Entry => ({ sign, tone: 'plain', words });
  return [
    ...states
      .filter((state) => seen.has(state))
      .map((state) => ({ sign: signs.states[state], tone: stateTones[state], words: stateWords[state] })),
    ...(hasGrace(analysis) ? [{ sign: signs.phases.grace, tone: 'lobby' as const, words: phaseWords.grace }] : []),
    plain(signs.host, 'host'),
    plain(signs.guest, 'guest'),
    plain(signs.left, 'left'),
    ...(isOpen(analysis) ? [plain(`${signs.before} ${signs.after}`, 'before, after the log')] : []),
    ...(crowds ? [plain(`${signs.heights[0] ?? ''} ${signs.dash} ${signs.heights.at(-1) ?? ''}`, 'how many of them')] : []),
    ...(hasHosts(analysis) ? [plain(`1 2 ${signs.ellipsis}`, 'hosts from there on')] : []),
  ];
}

function statesIn({ spaces }: Analysis): ReadonlySet<State> {
  return new Set(
    spaces.flatMap(({ meetings }) =>
      meetings.flatMap(({ participants }) => participants.flatMap(({ intervals }) => intervals.map(({ state }) => state))),
    ),
  );
}

function isOpen({ spaces }: Analysis): boolean {
  return spaces.some(({ meetings }) => meetings.some(({ span }) => span.from === null || span.to === null));
}

function hasHosts({ spaces }: Analysis): boolean {
  return spaces.some(({ meetings }) => meetings.some(({ participants }) => participants.some(({ role }) => role === 'host')));
}

function hasGrace({ spaces }: Analysis): boolean {
  return spaces.some(({ meetings }) =>
    meetings.some(({ participants }) =>
      participants.some(({ intervals }) => intervals.some(({ cause }) => cause.kind === 'last-activator-left' && (cause.delayMs ?? 0) > 0)),
    ),
  );
}
