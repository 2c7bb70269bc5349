/** What renderers of verdicts have in common. */
import type { Agreement, Outcome, PasscodeNeed } from '#model/verdict.ts';

/** Colour only repeats what a word already says. */
export type VerdictTone = 'plain' | 'faint' | 'strong' | 'host' | 'lobby' | 'warning' | 'error' | 'heading';

export interface VerdictStyle {
  paint(text: string, tone: VerdictTone): string;
}

export interface TextOptions {
  readonly columns: number;
  readonly style: VerdictStyle;
}

/** What a way in asks for, in words; passcodes themselves never come this far. */
export function passcodeWords(passcode: PasscodeNeed): string {
  switch (passcode.kind) {
    case 'none':
      return 'none asked';
    case 'blank':
      return 'left blank';
    case 'other':
      return 'none or another';
    case 'unknown':
      return 'not known';
    case 'set':
      return passcode.sameAs.length === 0 ? 'set' : `set, same as ${passcode.sameAs.join(', ')}`;
  }
}

const tones: Readonly<Record<Outcome, VerdictTone>> = {
  guest: 'lobby',
  host: 'host',
  neither: 'plain',
  refused: 'faint',
  unknown: 'warning',
};

/** The colour of an outcome. */
export function toneOf(outcome: Outcome): VerdictTone {
  return tones[outcome];
}

const agreements: Readonly<Record<Agreement, string>> = {
  agrees: 'as configured',
  passcode: 'as configured: the passcode decided',
  differs: 'not as configured',
  'not-seen': 'the log does not tell',
  'not-predicted': 'the configuration does not tell',
};

/** What came of a prediction, in words. */
export function agreementWords(agreement: Agreement): string {
  return agreements[agreement];
}
