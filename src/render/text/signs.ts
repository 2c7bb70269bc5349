/** The characters of text views. Every state has its own, because colour is not to be relied on. */
import type { PhaseState, Severity, State } from '#model/index.ts';

export interface Signs {
  readonly states: Readonly<Record<State, string>>;
  readonly phases: Readonly<Record<PhaseState | 'grace', string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly host: string;
  readonly guest: string;
  readonly other: string;
  readonly left: string;
  readonly ellipsis: string;
  readonly rule: string;
  readonly tick: string;
  readonly arrow: string;
  readonly dash: string;
  /** Between facts on one line. */
  readonly dot: string;
  readonly atLeast: string;
  readonly atMost: string;
  /** A state that began before the log, or goes on behind it. */
  readonly before: string;
  readonly after: string;
  /** From an eighth to seven eighths of a cell, filled from the left; empty where the terminal has none. */
  readonly eighths: readonly string[];
  readonly rightHalf: string;
  /** From few to all. */
  readonly heights: readonly string[];
}

export const unicodeSigns: Signs = {
  states: { connecting: '·', lobby: '░', active: '█', unknown: '?' },
  phases: { 'lobby-only': '░', active: '█', unknown: '?', grace: '▒' },
  severities: { info: 'ℹ', warning: '▲', error: '✖' },
  host: '●',
  guest: '○',
  other: '·',
  left: '×',
  ellipsis: '…',
  rule: '─',
  tick: '╵',
  arrow: '→',
  dash: '–',
  dot: '·',
  atLeast: '≥',
  atMost: '≤',
  before: '◂',
  after: '▸',
  eighths: ['▏', '▎', '▍', '▌', '▋', '▊', '▉'],
  rightHalf: '▐',
  heights: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
};

export const asciiSigns: Signs = {
  states: { connecting: '.', lobby: '-', active: '#', unknown: '?' },
  phases: { 'lobby-only': '-', active: '#', unknown: '?', grace: '~' },
  severities: { info: 'i', warning: '!', error: 'X' },
  host: '*',
  guest: 'o',
  other: '.',
  left: 'x',
  ellipsis: '...',
  rule: '-',
  tick: '|',
  arrow: '->',
  dash: '-',
  dot: '|',
  atLeast: '>=',
  atMost: '<=',
  before: '<',
  after: '>',
  eighths: [],
  rightHalf: '#',
  heights: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '#'],
};
