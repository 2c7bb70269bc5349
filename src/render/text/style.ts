/** How text looks: characters and colours. Colour only repeats what a character or word already says. */
import type { PhaseState, Severity, State } from '#model/index.ts';

export type Tone = 'plain' | 'faint' | 'strong' | 'host' | 'lobby' | 'active' | 'warning' | 'error' | 'heading';

export interface Style {
  readonly signs: Signs;
  paint(text: string, tone: Tone): string;
}

export interface Signs {
  readonly states: Readonly<Record<State, string>>;
  readonly phases: Readonly<Record<PhaseState | 'grace', string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly host: string;
  readonly guest: string;
  readonly other: string;
  readonly ellipsis: string;
  readonly rule: string;
  readonly tick: string;
  readonly arrow: string;
  readonly dash: string;
  /** From an eighth to seven eighths of a cell, filled from the left; empty where the terminal has none. */
  readonly eighths: readonly string[];
  readonly rightHalf: string;
}

export const unicodeSigns: Signs = {
  states: { connecting: '·', lobby: '░', active: '█', unknown: '?' },
  phases: { 'lobby-only': '░', active: '█', unknown: '?', grace: '▒' },
  severities: { info: 'ℹ', warning: '▲', error: '✖' },
  host: '●',
  guest: '○',
  other: '·',
  ellipsis: '…',
  rule: '─',
  tick: '╵',
  arrow: '→',
  dash: '–',
  eighths: ['▏', '▎', '▍', '▌', '▋', '▊', '▉'],
  rightHalf: '▐',
};

export const asciiSigns: Signs = {
  states: { connecting: '.', lobby: '-', active: '#', unknown: '?' },
  phases: { 'lobby-only': '-', active: '#', unknown: '?', grace: '~' },
  severities: { info: 'i', warning: '!', error: 'X' },
  host: '*',
  guest: 'o',
  other: '.',
  ellipsis: '...',
  rule: '-',
  tick: '|',
  arrow: '->',
  dash: '-',
  eighths: [],
  rightHalf: '#',
};

/** The sixteen colours that every terminal theme maps to what is legible on its own ground. */
const codes: Readonly<Record<Tone, string>> = {
  plain: '',
  faint: '2',
  strong: '1',
  host: '36',
  lobby: '33',
  active: '32',
  warning: '33',
  error: '31',
  heading: '1',
};

export function createStyle(options: { readonly colour: boolean; readonly unicode: boolean }): Style {
  return {
    signs: options.unicode ? unicodeSigns : asciiSigns,
    paint: (text, tone) => (options.colour && codes[tone] !== '' && text !== '' ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text),
  };
}
